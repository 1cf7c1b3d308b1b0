const quarterHour = 15 * 60 * 1000;

/** Fifteen minutes of sending. */
export interface DataPoint {
  readonly at: number;
  attempts: number;
  bounces: number;
  complaints: number;
  rejects: number;
}

/** "Data points for the last two weeks, each 15 minutes": https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendStatistics.html */
export class Statistics {
  private points: DataPoint[] = [];

  constructor(private readonly clock: () => number) {}

  count(what: 'attempts' | 'bounces' | 'complaints' | 'rejects'): void {
    const at = Math.floor(this.clock() / quarterHour) * quarterHour;
    let point = this.points.at(-1);
    if (point === undefined || point.at !== at) {
      point = { at, attempts: 0, bounces: 0, complaints: 0, rejects: 0 };
      this.points.push(point);
    }
    point[what] += 1;
  }

  list(): readonly DataPoint[] {
    const horizon = this.clock() - 14 * 24 * 60 * 60 * 1000;
    this.points = this.points.filter((point) => point.at >= horizon);
    return this.points;
  }
}
