import type { Finding, Ground } from '../classify/model.ts';
import type { WrittenLanguage } from '../markup/language.ts';
import { cites } from '../rules/citations.ts';
import { type Told, reasonText } from '../rules/reason.ts';
import { reasonWords } from './words.ts';

/** Words for a reader; `lang` is their language where it is not the one that was asked for. */
export interface Said {
  readonly text: string;
  readonly lang: 'en' | null;
}

/**
 * Why a finding counts, or on another of its grounds, in the reader's language: composed from the rule and from the words
 * it names. What was found by a rule that is no more, or stored before findings named their words, is said in English, as it was then.
 */
export function reasonIn(finding: Finding, language: WrittenLanguage, ground: Ground = finding): Said {
  if (language === 'en') return { text: ground.reason, lang: null };
  const { sentences, phrases } = reasonWords[language];
  const sentence = ofName(sentences, ground.rule);
  return sentence === undefined || ground.shift === undefined
    ? { text: ground.reason, lang: 'en' }
    : { text: reasonText(sentence, toldBy(finding, ground.shift), phrases), lang: null };
}

/** What the reason of a finding tells, as it was told when the finding was made. */
export function toldBy(
  { section, old, new: fresh, steps, transformations }: Finding,
  shift: Told['shift'],
): Told {
  return {
    section: section.at(-1) ?? '',
    before: old?.text ?? '',
    after: fresh?.text ?? '',
    shift,
    steps,
    transformations,
  };
}

const authorities: ReadonlyMap<string, string> = new Map(
  Object.entries(cites).map(([authority, english]) => [english, authority]),
);

/** On what basis a finding counts, each authority as it is cited in the reader's language; in English where we know no other. */
export function citationsIn(
  { citations }: Pick<Ground, 'citations'>,
  language: WrittenLanguage,
): readonly Said[] {
  if (language === 'en') return citations.map((text) => ({ text, lang: null }));
  return citations.map((english) => {
    const text = ofName(reasonWords[language].citations, authorities.get(english) ?? '');
    return text === undefined ? { text: english, lang: 'en' } : { text, lang: null };
  });
}

function ofName(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
