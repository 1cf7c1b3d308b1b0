import { linePaths } from '../../lambda/core/events/line.ts';
import { isBranch } from './branch.ts';

/** The line that EventBridge makes of an event: what stands at each path, under its name. */
export function lineOf(event: unknown): string {
  const fields = Object.entries(linePaths).map(([name, path]) => [name, at(path, event)] as const);
  return JSON.stringify(Object.fromEntries(fields));
}

/** JSONPath as far as we use it: `$` and names. */
function at(path: string, event: unknown): unknown {
  const [, ...names] = path.split('.');
  return names.reduce<unknown>((found, name) => (isBranch(found) ? found[name] : undefined), event);
}
