import { writtenLanguage, writtenLanguages } from '../../../lambda/core/markup/language.ts';
import { correctionWords } from '../../../lambda/core/notice/words/corrections.ts';
import { noticeWords } from '../../../lambda/core/notice/words/words.ts';
import { pageWords } from '../../../lambda/core/pages/words/words.ts';
import { redlineWords } from '../../../lambda/core/redline/words/words.ts';

/** Every sentence a table can say, by its name; functions are asked for one, for many, and for nothing. */
function sentences(table: object, name = ''): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(table) as [string, unknown][]) {
    if (typeof value === 'string') all.set(`${name}${key}`, value);
    else if (typeof value === 'function') {
      for (const argument of [1, 7, null, 'Abc']) {
        const said: unknown = Reflect.apply(value, null, [argument, 'Def', 'Ghi']);
        all.set(`${name}${key}(${argument})`, String(said));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, said] of sentences(value, `${name}${key}.`)) all.set(inner, said);
    }
  }
  return all;
}

const tables = [
  ['notice', (language: 'en' | 'de' | 'fr' | 'es') => noticeWords(language)],
  ['correction', (language: 'en' | 'de' | 'fr' | 'es') => correctionWords(language)],
  ['pages', (language: 'en' | 'de' | 'fr' | 'es') => pageWords[language]],
  ['redline', (language: 'en' | 'de' | 'fr' | 'es') => redlineWords[language]],
] as const;

test.each(tables)('the words of the %s say the same things in every language', (_name, table) => {
  const english = sentences(table('en'));
  for (const language of writtenLanguages) {
    const own = sentences(table(language));
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [key, said] of own) {
      expect(said.trim() === '' && !key.startsWith('greeting')).toBe(false);
      expect(said).not.toContain('undefined');
      // What English mentions, the others mention.
      for (const given of ['7', 'Abc', 'Def', 'Ghi'])
        expect(said.includes(given)).toBe(english.get(key)?.includes(given));
    }
  }
});

test.each(tables)('no language of the %s was left in English', (_name, table) => {
  const english = sentences(table('en'));
  for (const language of ['de', 'fr', 'es'] as const) {
    const own = sentences(table(language));
    const same = [...own].filter(([key, said]) => said === english.get(key));
    expect(same.length).toBeLessThan(own.size / 5);
  }
});

test('a locale is read by its primary part', () => {
  expect(writtenLanguage('de-CH', 'en')).toBe('de');
  expect(writtenLanguage('FR_ca', 'en')).toBe('fr');
  expect(writtenLanguage('', 'es')).toBe('es');
});
