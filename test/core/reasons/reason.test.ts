import * as fc from 'fast-check';
import type { Finding } from '../../../lambda/core/classify/model.ts';
import { citationsIn, reasonIn, toldBy } from '../../../lambda/core/reasons/reason.ts';
import { type OtherLanguage, reasonWords } from '../../../lambda/core/reasons/words.ts';
import { cites } from '../../../lambda/core/rules/citations.ts';
import { englishPhrases } from '../../../lambda/core/rules/english.ts';
import { reasonText } from '../../../lambda/core/rules/reason.ts';
import { ruleById, rules } from '../../../lambda/core/rules/rules.ts';
import { anyText } from '../../any-text.ts';
import { verdictOn } from '../classify/judge.ts';
import { finding, newer, older } from '../pages/example.ts';

const others: readonly OtherLanguage[] = ['de', 'fr', 'es'];
const sentencesOf = (language: OtherLanguage): ReadonlyMap<string, string> =>
  new Map(Object.entries(reasonWords[language].sentences));
const places = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();

/** A finding of one rule whose reason names these words. */
function named(rule: string, lost: readonly string[], gained: readonly string[]): Finding {
  const reason = 'The reason in English.';
  return finding([older, newer], 'Logs', 'Old text.', 'New text.', { rule, reason, shift: { lost, gained } });
}

test.each(others)('the %s reasons name what the English ones name', (language) => {
  const sentences = sentencesOf(language);
  for (const { id, reason } of rules) {
    const sentence = sentences.get(id) ?? '';
    expect([id, sentence.endsWith('.')]).toEqual([id, true]);
    // The names of editorial transformations are English; the sentence is complete without them.
    expect([id, places(sentence)]).toEqual([id, places(reason.replace(' ({transformations})', ''))]);
  }
  expect(sentences.size).toBe(rules.length);
});

test('each language has its own quotation marks and spaces', () => {
  const all = (language: OtherLanguage): string =>
    [...sentencesOf(language).values(), ...Object.values(reasonWords[language].citations)].join('\n');
  for (const language of others) expect(all(language)).not.toMatch(/["']/);
  expect(all('de')).not.toMatch(/[«»”]/);
  expect(all('es')).not.toMatch(/[„“”\u202F]/);
  expect(all('fr')).not.toMatch(/«(?!\u202F)|(?<!\u202F)[»;?!]/);
  // A colon in a citation such as 13:45L parts figures.
  expect(all('fr')).not.toMatch(/(?<!\u202F):(?!\d)/);
});

test('words come, go and give way as each language says it', () => {
  const said = (language: OtherLanguage, lost: readonly string[], gained: readonly string[]): string =>
    reasonIn(named('K25', lost, gained), language).text;
  expect(said('de', ['30'], ['90'])).toBe('Eine Zahlenangabe ändert sich: „30“ → „90“.');
  expect(said('de', [], ['nie'])).toBe('Eine Zahlenangabe ändert sich: „nie“ kommt hinzu.');
  expect(said('de', ['a', 'b'], [])).toBe('Eine Zahlenangabe ändert sich: „a“ und „b“ entfallen.');
  expect(said('fr', ['a', 'b', 'c', 'd'], [])).toBe(
    'Un chiffre change\u202F: suppression de «\u202Fa\u202F», «\u202Fb\u202F» et 2 autres.',
  );
  expect(said('es', [], ['nombre', 'imagen'])).toBe('Cambia una cifra: se añaden «nombre» e «imagen».');
  expect(said('es', [], ['nombre', 'índice'])).toBe('Cambia una cifra: se añaden «nombre» e «índice».');
  expect(said('es', [], ['nombre', 'híbrido'])).toBe('Cambia una cifra: se añaden «nombre» e «híbrido».');
  expect(said('es', ['nombre', 'hielo'], ['x'])).toBe('Cambia una cifra: «nombre» y «hielo» → «x».');
  expect(said('es', [], [])).toBe('Cambia una cifra: «Old text.» → «New text.».');
});

test('the steps of a proof are named once each, three at most', () => {
  const step = (from: string, to: string) => ({ transformation: 'spelling', old: from, new: to });
  const steps = [step('a', 'b'), step('a', 'b'), step('', 'c'), step('d', ''), step('e', 'f'), step('', '')];
  const one = { ...named('K05', [], []), steps };
  expect(reasonIn(one, 'de').text).toBe(
    'Der Wortlaut ändert sich, in der Sache bleibt alles gleich: „a“ → „b“, „c“ kommt hinzu, „d“ entfällt und 2 weitere.',
  );
  const unnamed = ': «Old text.» → «New text.».';
  expect(reasonIn({ ...one, steps: [step('', '')] }, 'es').text).toContain(unnamed);
  expect(reasonIn({ ...one, steps: [], transformations: ['synonym'] }, 'es').text).toContain(unnamed);
});

test('what is new, gone or without a heading is said without its other half', () => {
  const facts = { rule: 'K03b', shift: { lost: [], gained: [] }, section: [] };
  const comes = finding([older, newer], '', null, 'Basics', facts);
  const goes = finding([older, newer], '', 'Basics', null, facts);
  const both = finding([older, newer], '', 'Basics', 'Main points', facts);
  const told = (one: Finding): string[] => others.map((language) => reasonIn(one, language).text);
  expect(told(comes)).toEqual([
    'Der Wortlaut einer Überschrift ändert sich: „Basics“ kommt hinzu.',
    'La formulation d’un titre change\u202F: ajout de «\u202FBasics\u202F».',
    'Cambia la redacción de un título: se añade «Basics».',
  ]);
  expect(told(goes).map((one) => one.includes('Basics'))).toEqual([true, true, true]);
  expect(told(both).map((one) => one.includes('Main points'))).toEqual([true, true, true]);
  const elsewhere = { ...both, rule: 'K04a' };
  expect(reasonIn(elsewhere, 'de').text).toContain('steht aber jetzt unter keiner Überschrift;');
  expect(reasonIn({ ...comes, rule: 'K30b' }, 'de').text).toContain('nichts → „Basics“');
});

test('what a rule of today did not find, or findings of earlier releases, is said in English', () => {
  const one = named('K25', ['30'], ['90']);
  const english = { text: one.reason, lang: 'en' };
  expect(reasonIn({ ...one, rule: 'K99' }, 'de')).toEqual(english);
  expect(reasonIn({ ...one, rule: 'constructor' }, 'de')).toEqual(english);
  expect(reasonIn({ ...one, shift: undefined }, 'fr')).toEqual(english);
  expect(reasonIn(one, 'en')).toEqual({ text: one.reason, lang: null });
});

test('authorities are cited as the language cites them; one that is no longer ours stays as it stood', () => {
  const of = { citations: [cites.gdpr13, cites.coppa, 'House rule 7'] };
  expect(citationsIn(of, 'es')).toEqual([
    { text: 'RGPD, art. 13, apdos. 1 y 2', lang: null },
    { text: '16 CFR 312.5(a)(1)', lang: null },
    { text: 'House rule 7', lang: 'en' },
  ]);
  expect(citationsIn(of, 'en').map(({ text }) => text)).toEqual(of.citations);
});

test.each(['K02', 'K05', 'K14', 'K23', 'K29', 'K30b', 'K36', 'K40'])(
  'the finding that %s makes holds all that its reason says',
  (id) => {
    const { old, new: fresh } = ruleById(id)?.fires ?? { old: '', new: '' };
    const found = verdictOn(old, fresh).classification.findings.find(({ rule }) => rule === id);
    if (found?.shift === undefined) throw new Error(`${id} does not fire on its example`);
    const template = ruleById(id)?.reason ?? '';
    expect(reasonText(template, toldBy(found, found.shift), englishPhrases)).toBe(found.reason);
    for (const language of others) expect(reasonIn(found, language).lang).toBeNull();
  },
);

test('words of a policy stand in a reason as they stand in the text, whatever they are', () => {
  const word = fc.oneof(
    anyText({ minLength: 1, maxLength: 8 }),
    fc.constantFrom('{shift}', '{said}', '$&', '„'),
  );
  const words = fc.uniqueArray(word, { maxLength: 3 });
  fc.assert(
    fc.property(words, words, fc.constantFrom(...others), (lost, gained, language) => {
      const { text } = reasonIn(named('K25', lost, gained), language);
      for (const one of [...lost, ...gained])
        expect(text).toContain(reasonWords[language].phrases.quote(one));
    }),
  );
});
