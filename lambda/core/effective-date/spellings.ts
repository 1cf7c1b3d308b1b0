import { dateLanguages, type DateLanguage } from '../calendar/languages.ts';
import { monthNames, weekdayNames } from '../calendar/names.ts';

/** One way a language spells all its months (or weekdays): `long`, or abbreviated without the dot. */
export interface Spelling {
  readonly id: string;
  readonly language: DateLanguage;
  readonly form: 'long' | 'short';
  readonly names: readonly string[];
}

/** A word that names a month or weekday, in one spelling; `index` counts from 0. */
export interface SpelledName {
  readonly spelling: Spelling;
  readonly index: number;
}

/** Every spelling of the months we read. The first that fits wins, so the usual ones come first. */
export const monthSpellings: readonly Spelling[] = [
  ...dateLanguages.map((language) => long(language, monthNames[language])),
  short('en-short', 'en', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  short('en-press', 'en', 'Jan Feb March April May June July Aug Sept Oct Nov Dec'),
  short('en-four', 'en', 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'),
  short('de-short', 'de', 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'),
  short('de-press', 'de', 'Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez'),
  short('fr-short', 'fr', 'janv févr mars avr mai juin juil août sept oct nov déc'),
  short('fr-plain-short', 'fr', 'janv fevr mars avr mai juin juil aout sept oct nov dec'),
  short('es-short', 'es', 'ene feb mar abr may jun jul ago sep oct nov dic'),
  short('es-four', 'es', 'ene feb mar abr may jun jul ago sept oct nov dic'),
  short('it-short', 'it', 'gen feb mar apr mag giu lug ago set ott nov dic'),
  short('pt-short', 'pt', 'jan fev mar abr mai jun jul ago set out nov dez'),
  short('nl-short', 'nl', 'jan feb mrt apr mei jun jul aug sep okt nov dec'),
  short('nl-four', 'nl', 'jan feb mrt apr mei jun jul aug sept okt nov dec'),
  other(
    'de-austria',
    'de',
    'Jänner Februar März April Mai Juni Juli August September Oktober November Dezember',
  ),
  other(
    'de-plain',
    'de',
    'Januar Februar Maerz April Mai Juni Juli August September Oktober November Dezember',
  ),
  other(
    'fr-plain',
    'fr',
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  ),
  other(
    'es-set',
    'es',
    'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre',
  ),
  other(
    'pt-plain',
    'pt',
    'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  ),
];

/** Every spelling of the weekdays we read, Monday first. */
export const weekdaySpellings: readonly Spelling[] = [
  ...dateLanguages.map((language) => long(language, weekdayNames[language])),
  short('en-short', 'en', 'Mon Tue Wed Thu Fri Sat Sun'),
  short('en-four', 'en', 'Mon Tues Wed Thurs Fri Sat Sun'),
  short('de-short', 'de', 'Mo Di Mi Do Fr Sa So'),
  short('fr-short', 'fr', 'lun mar mer jeu ven sam dim'),
  short('es-short', 'es', 'lun mar mié jue vie sáb dom'),
  short('it-short', 'it', 'lun mar mer gio ven sab dom'),
  short('pt-short', 'pt', 'seg ter qua qui sex sáb dom'),
  short('nl-short', 'nl', 'ma di wo do vr za zo'),
  other('pt-plain', 'pt', 'segunda terça quarta quinta sexta sábado domingo'),
];

const monthsByWord = indexed(monthSpellings);
const weekdaysByWord = indexed(weekdaySpellings);
const monthsById = new Map(monthSpellings.map((spelling) => [spelling.id, spelling]));
const weekdaysById = new Map(weekdaySpellings.map((spelling) => [spelling.id, spelling]));

/** All readings of a word as a month, in any case; none when it is not one. */
export function monthsSpelled(word: string): readonly SpelledName[] {
  return monthsByWord.get(word.toLowerCase()) ?? [];
}

/** All readings of a word as a weekday, in any case; none when it is not one. */
export function weekdaysSpelled(word: string): readonly SpelledName[] {
  return weekdaysByWord.get(word.toLowerCase()) ?? [];
}

/** The language of a month spelling; null for an id that is none. */
export function spellingLanguage(id: string): DateLanguage | null {
  return monthsById.get(id)?.language ?? null;
}

/** The name of a month (0..11) or weekday (0 = Monday) in a spelling of that id. */
export function spelled(kind: 'month' | 'weekday', id: string, index: number): string {
  const name = (kind === 'month' ? monthsById : weekdaysById).get(id)?.names[index];
  if (name === undefined) throw new RangeError(`No ${kind} ${index} in the spelling ${id}`);
  return name;
}

/** Is this name shorter than the language's full one, so that an abbreviation dot belongs after it? */
export function isAbbreviated(kind: 'month' | 'weekday', id: string, index: number): boolean {
  const spelling = (kind === 'month' ? monthsById : weekdaysById).get(id);
  if (spelling === undefined || spelling.form === 'long') return false;
  const full = spelled(kind, spelling.language, index).toLowerCase();
  const name = spelled(kind, id, index).toLowerCase();
  return name !== full && withoutAccents(name) !== withoutAccents(full);
}

function long(language: DateLanguage, names: readonly string[]): Spelling {
  return { id: language, language, form: 'long', names };
}

function other(id: string, language: DateLanguage, line: string): Spelling {
  return { id, language, form: 'long', names: line.split(' ') };
}

function short(id: string, language: DateLanguage, line: string): Spelling {
  return { id, language, form: 'short', names: line.split(' ') };
}

function indexed(spellings: readonly Spelling[]): ReadonlyMap<string, readonly SpelledName[]> {
  const all = new Map<string, SpelledName[]>();
  for (const spelling of spellings) {
    for (const [index, name] of spelling.names.entries()) {
      const word = name.toLowerCase();
      all.set(word, [...(all.get(word) ?? []), { spelling, index }]);
    }
  }
  return all;
}

function withoutAccents(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
