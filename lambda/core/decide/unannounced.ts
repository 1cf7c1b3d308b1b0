import type { LocalDate } from '../ids.ts';
import type { Deciding, Settled } from './deciding.ts';

/** The first version keeps its date, whatever it is; without one it gets today's. Nobody is mailed. */
export function decideBaseline({ sourceDate, today, timeZone }: Deciding): Settled {
  const words =
    sourceDate === null
      ? [`This is the first version and it has no date: it gets today's, which in ${timeZone} is ${today}.`]
      : [`This is the first version: it keeps its date, ${sourceDate}.`];
  return quiet(sourceDate ?? today, [...words, 'Nobody is mailed about a first version.'], []);
}

/** Without a significant change the text is posted at once and nobody is mailed. */
export function decideQuiet(input: Deciding): Settled {
  const { significance, today, timeZone, requested } = input;
  const opening =
    significance === 'none'
      ? 'No words changed: nobody is mailed.'
      : 'The change is minor: nobody is mailed.';
  const now = `Today, in ${timeZone}, is ${today}.`;
  if (requested !== null) {
    return quiet(
      requested,
      [opening, now, `The publisher asked for ${requested}: it takes effect then.`],
      promised(input),
    );
  }
  if (input.policy.minorMovesDate) {
    return quiet(
      today,
      [opening, now, `The date moves with minor changes: it becomes ${today}.`],
      promised(input),
    );
  }
  const kept = input.previousPosted ?? input.previousSourceDate ?? input.sourceDate;
  const why = kept === null ? `There was no date before: it becomes ${today}.` : `The date stays ${kept}.`;
  return quiet(
    kept ?? today,
    [opening, now, `The date does not move with minor changes. ${why}`],
    promised(input),
  );
}

/** A version that differs from the announced one by minor changes takes its place and its date, without mail. */
export function decideReplacing(input: Deciding, keeps: LocalDate): Settled {
  const words = [
    `Customers were told of a version that applies from ${keeps}. Against it this change is minor: it takes its place and keeps that date.`,
    'Nobody is mailed again.',
  ];
  const asked = input.requested;
  const warnings =
    asked === null || asked === keeps
      ? []
      : [
          `The publisher asked for ${asked}, but customers were told ${keeps}: to move the date, postpone the announced version.`,
        ];
  return quiet(keeps, words, warnings);
}

/** A clause that promises notice of every change, not of some alone, covers this one too. */
function promised({ promise, significance }: Deciding): readonly string[] {
  if (promise === null || promise.covers !== 'changes' || significance === 'none') return [];
  return [
    `The policy promises notice of changes ("${promise.quote}"${promise.section === '' ? '' : `, section "${promise.section}"`}) and does not limit that to material ones: check that this minor change may be posted without notice.`,
  ];
}

function quiet(effectiveDate: LocalDate, words: readonly string[], warnings: readonly string[]): Settled {
  return { effectiveDate, notify: false, periods: [], words, warnings };
}
