import type { DateLanguage } from './languages.ts';

type Names = Readonly<Record<DateLanguage, readonly string[]>>;

/**
 * Month names as written inside a sentence, January first. Written down here because reading them from Intl costs
 * about 48 ms when a Lambda starts, and because a posted date must not change with the runtime's locale tables.
 */
export const monthNames = {
  en: words('January February March April May June July August September October November December'),
  de: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  fr: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  es: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  it: words('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
  pt: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  nl: words('januari februari maart april mei juni juli augustus september oktober november december'),
} as const satisfies Names;

/** Weekday names, Monday first. */
export const weekdayNames = {
  en: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  de: words('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
  fr: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  es: words('lunes martes miércoles jueves viernes sábado domingo'),
  it: words('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
  pt: words('segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo'),
  nl: words('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
} as const satisfies Names;

function words(line: string): readonly string[] {
  return line.split(' ');
}
