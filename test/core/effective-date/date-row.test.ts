import { classify } from '../../../lambda/core/classify/classify.ts';
import { compareDocuments } from '../../../lambda/core/compare/compare.ts';
import { isDateRow } from '../../../lambda/core/effective-date/date-row.ts';
import { labels } from '../../../lambda/core/effective-date/labels.ts';
import { documentOf } from '../document/documents.ts';

test.each([
  'Effective Date: January 3rd, 2017',
  'Effective as of 3 May 2024.',
  'Effective May 1, 2024 | Last updated: April 2, 2024',
  'Stand: 01.02.2024',
  'Gültig ab dem 3. Mai 2024',
  "Date d'entrée en vigueur : 3 mai 2024",
  'Vigente desde el 3 de mayo de 2024',
  'Ingangsdatum: 2024-05-03',
])('%s is a date and its label', (row) => {
  expect(isDateRow(row)).toBe(true);
});

test.each([
  'Effective Date: January 3rd, 2017. We sell data.',
  'Last updated: 3 May 2024 by order of the court',
  'Last updated: 3 May 2024, 30 days',
  'Payment due: 3 May 2024',
  'Until 3 May 2024',
  'Last updated',
  '3 May 2024',
  '',
])('%j is not', (row) => {
  expect(isDateRow(row)).toBe(false);
});

const written = {
  en: [
    '3 May 2024',
    '7 June 2025',
    'We keep the data of our customers and do not sell it to any third party.',
  ],
  de: [
    '3. Mai 2024',
    '7. Juni 2025',
    'Wir geben Ihre Daten nicht an Dritte weiter und löschen sie mit der Zeit.',
  ],
  fr: ['3 mai 2024', '7 juin 2025', 'Nous ne vendons pas les données que vous nous confiez et les effaçons.'],
  es: [
    '3 de mayo de 2024',
    '7 de junio de 2025',
    'No vendemos los datos de los usuarios y los borramos con la baja.',
  ],
} as const;

test.each(['en', 'de', 'fr', 'es'] as const)(
  'a new date under any label that posting keeps up is no change of the policy: %s',
  (language) => {
    const [before, after, body] = written[language];
    const version = (label: string, date: string) =>
      documentOf(`# P\n\n${body}\n\n${label}: ${date}\n`, 'md');
    const wrong = Object.values(labels[language])
      .flat()
      .filter((label) => {
        const comparison = compareDocuments(version(label, before), version(label, after));
        return classify(comparison).significance !== 'minor';
      });
    expect(wrong).toEqual([]);
  },
);
