import { readPromise } from '../../../lambda/core/decide/promise.ts';
import { documentOf } from './input.ts';

describe("the promise in a policy's change clause", () => {
  it.each([
    ['We will notify you at least 30 days before any material change takes effect.', 'P30D'],
    ['We will give you thirty (30) days’ prior written notice of changes to this policy.', 'P30D'],
    ["We'll e-mail you at least fourteen days in advance of a significant change.", 'P14D'],
    ['Material updates to the Terms become effective thirty (30) days after notice is posted.', 'P30D'],
    ['If we change these terms, we will provide no less than two weeks notice.', 'P2W'],
    ['We announce changes at least one month in advance.', 'P1M'],
    ['We will post updates to this policy at least 24 hours before they apply.', 'P1D'],
    ['We may modify this policy upon ten (10) business days’ notice.', 'P14D'],
    ['We will notify you of changes at least 45 calendar days before, by e-mail.', 'P45D'],
    ['Über wesentliche Änderungen informieren wir Sie mindestens 30 Tage vor dem Inkrafttreten.', 'P30D'],
    ['Änderungen kündigen wir mindestens vier Wochen im Voraus per E-Mail an.', 'P4W'],
    ['Wir werden Sie spätestens einen Monat vor der Änderung benachrichtigen.', 'P1M'],
    [
      'Nous vous informerons de toute modification au moins trente (30) jours avant son entrée en vigueur.',
      'P30D',
    ],
    ['Toute modification vous sera notifiée avec un préavis de deux mois.', 'P2M'],
    ['Le notificaremos cualquier cambio con al menos 30 días de antelación.', 'P30D'],
    ['Los cambios se comunicarán con una antelación mínima de quince (15) días.', 'P15D'],
  ])('is read from "%s" as %s', (sentence, period) => {
    expect(readPromise(documentOf('Changes', sentence))).toMatchObject({
      period,
      section: 'Changes',
      quote: sentence,
    });
  });

  it.each([
    'We may change this policy from time to time and will post the changes here.',
    'We will notify you well in advance of material changes.',
    'You may cancel within 30 days after we notify you of a change.',
    'You may terminate this agreement by giving at least 30 days notice before a change of plan.',
    'We delete logs 30 days after they were updated.',
    'Either party may terminate with thirty (30) days prior notice.',
    'This policy was changed 30 days ago.',
    'We send a notice of changes every 12 months from the date of the first notice.',
    'We changed version 1.30 days before notice.',
    '',
  ])('is not read from "%s"', (sentence) => {
    expect(readPromise(documentOf('General', sentence))).toBeNull();
  });

  it('is understood from its heading where the sentence does not name the change', () => {
    const sentence = 'We will notify you at least 30 days before they apply.';
    expect(readPromise(documentOf('Changes to this policy', sentence))?.period).toBe('P30D');
    expect(readPromise(documentOf('Deliveries', sentence))).toBeNull();
  });

  it('is the longest where there are several, calendar months counted as such', () => {
    const document = documentOf(
      'Changes',
      'We will notify you at least 14 days before a change. We will notify you at least two months before a price change.',
      'We will notify you at least 30 days before a material change.',
    );
    expect(readPromise(document)?.period).toBe('P2M');
  });

  it('tells a promise about material changes from one about all', () => {
    const covers = (sentence: string): string | undefined => readPromise(documentOf('', sentence))?.covers;
    expect(covers('We will notify you 30 days before a material change.')).toBe('material changes');
    expect(covers('We will notify you 30 days before any change.')).toBe('changes');
    expect(covers('We will notify you 30 days before any change of fees.')).toBe('some changes');
  });

  it('quotes at most 300 characters', () => {
    const sentence = `We will notify you at least 30 days before a change of ${'very '.repeat(100)}much.`;
    expect(readPromise(documentOf('Changes', sentence))?.quote).toHaveLength(300);
  });
});
