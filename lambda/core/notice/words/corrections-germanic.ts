import type { CorrectionWords } from './model.ts';

export const englishCorrection: CorrectionWords = {
  subject: {
    postponed: (company, document, to) => `${company}: ${document} changes later, on ${to}`,
    withdrawn: (company, document, from) => `${company}: ${document} does not change on ${from}`,
  },
  heading: {
    postponed: (document, to) => `${document} changes later, on ${to}`,
    withdrawn: (document, from) => `${document} does not change on ${from}`,
  },
  why: (company, document, from) =>
    `You are receiving this correction from ${company} because we told you by e-mail that “${document}” changes on ${from}.`,
  postponed: (from, to) => `The new version applies from ${to}, not from ${from}.`,
  withdrawn: (from) => `The change that we announced for ${from} will not take effect.`,
  inForce: (previous) =>
    previous === null ? 'The present version stays in force.' : `The version of ${previous} stays in force.`,
  meaning: 'What this means',
  otherwiseSame: 'Only the date is different. Everything else stays as we announced it.',
  nothingToDo: 'Nothing changes for you, and there is nothing that you have to do.',
  readInForce: 'Read the version in force',
  readWithdrawn: 'The version that was withdrawn',
};

export const germanCorrection: CorrectionWords = {
  subject: {
    postponed: (company, document, to) => `${company}: „${document}“ ändert sich später, zum ${to}`,
    withdrawn: (company, document, from) => `${company}: „${document}“ ändert sich nicht zum ${from}`,
  },
  heading: {
    postponed: (document, to) => `„${document}“ ändert sich später, zum ${to}`,
    withdrawn: (document, from) => `„${document}“ ändert sich nicht zum ${from}`,
  },
  why: (company, document, from) =>
    `Sie erhalten diese Berichtigung von ${company}, weil wir Ihnen per E-Mail mitgeteilt haben, dass sich „${document}“ zum ${from} ändert.`,
  postponed: (from, to) => `Die neue Fassung gilt ab dem ${to} und nicht ab dem ${from}.`,
  withdrawn: (from) => `Die für den ${from} angekündigte Änderung tritt nicht in Kraft.`,
  inForce: (previous) =>
    previous === null ? 'Die bisherige Fassung gilt weiter.' : `Die Fassung vom ${previous} gilt weiter.`,
  meaning: 'Was das bedeutet',
  otherwiseSame: 'Nur das Datum ist ein anderes. Alles Übrige bleibt, wie wir es angekündigt haben.',
  nothingToDo: 'Für Sie ändert sich nichts, und Sie müssen nichts tun.',
  readInForce: 'Die geltende Fassung lesen',
  readWithdrawn: 'Die zurückgezogene Fassung',
};
