import type { EventRoute } from '../../lambda/core/events/routes.ts';
import { eventRoutes } from '../../lambda/core/events/routes.ts';
import type { SesEvent } from '../ses/events/event.ts';
import { matches } from './match.ts';

/** Whoever takes the events of a route. */
export type Takers = Readonly<Record<EventRoute, (event: SesEvent) => void>>;

/** The rules of EventBridge, on a laptop: hands an event to everybody whose pattern it matches. */
export function eventRoad(configurationSet: string, takers: Takers): (event: SesEvent) => void {
  const routes = eventRoutes(configurationSet);
  return (event) => {
    if (matches(routes.undelivered, event)) takers.undelivered(event);
    if (matches(routes.heard, event)) takers.heard(event);
    if (matches(routes.all, event)) takers.all(event);
  };
}
