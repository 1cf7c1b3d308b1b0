import type { NoticeWords } from './model.ts';

export const german: NoticeWords = {
  subject: (company, document, date) => `${company}: „${document}“ ändert sich zum ${date}`,
  heading: (document, date) => `„${document}“ ändert sich zum ${date}`,
  greeting: ['Guten Tag, ', ','],
  someone: 'werte Kundschaft',
  why: (company, document) =>
    `Sie erhalten diese Mitteilung von ${company}, weil Sie bei uns ein Konto haben und das Dokument „${document}“ dafür gilt.`,
  applies: (date) => `Die neue Fassung gilt ab dem ${date}.`,
  until: (previous) =>
    previous === null
      ? 'Bis dahin gilt die bisherige Fassung weiter.'
      : `Bis dahin gilt die Fassung vom ${previous} weiter.`,
  changes: 'Was sich ändert',
  before: 'Bisher',
  now: 'Neu',
  added: 'Hinzugefügt',
  removed: 'Gestrichen',
  moved: 'Verschoben',
  start: 'Einleitung',
  whole: 'Das Dokument als Ganzes',
  more: (count) =>
    count === 1 ? 'und 1 weitere inhaltliche Änderung' : `und ${count} weitere inhaltliche Änderungen`,
  moreMinor: (count) =>
    count === 1 ? 'und 1 kleine sprachliche Änderung' : `und ${count} kleine sprachliche Änderungen`,
  quotedIn: (language) => `Die Textstellen sind in der Sprache des Dokuments wiedergegeben: ${language}.`,
  choices: 'Was Sie tun können',
  read: 'Die neue Fassung vollständig lesen',
  compare: 'Alle Änderungen im Vergleich ansehen',
  history: 'Alle Fassungen und Mitteilungen',
  ask: 'Fragen Sie uns',
  leave: (date) =>
    date === null
      ? 'Wenn Sie nicht einverstanden sind, können Sie die Nutzung des Dienstes beenden und Ihr Konto schließen.'
      : `Wenn Sie nicht einverstanden sind, können Sie vor dem ${date} die Nutzung des Dienstes beenden und Ihr Konto schließen.`,
  account: (host) =>
    `Diese Nachricht betrifft nur Ihr Konto. Ihre Links führen zu ${host}; dort ist jede echte Mitteilung aufgeführt.`,
  languages: {
    en: 'Englisch',
    de: 'Deutsch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    pt: 'Portugiesisch',
    nl: 'Niederländisch',
  },
};
