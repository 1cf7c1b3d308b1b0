import { addPeriod } from '../../../lambda/core/calendar/local-date.ts';
import { periodInWords } from '../../../lambda/core/decide/period-words.ts';
import { noticeRegime, noticeRegimes } from '../../../lambda/core/decide/periods.ts';
import { regimeIds } from '../../../lambda/core/settings/regimes.ts';
import { day } from './input.ts';

describe('the table of notice periods', () => {
  it('has exactly one row for every regime that settings may name', () => {
    expect(noticeRegimes.map(({ id }) => id).sort()).toEqual([...regimeIds].sort());
  });

  it.each(regimeIds)('%s has a period we can count, a name, the law in words and a source', (id) => {
    const row = noticeRegime(id);
    expect(addPeriod(day('2025-01-01'), row.period) >= '2025-01-01').toBe(true);
    expect([row.name, row.law, row.citation].every((text) => text.length > 3)).toBe(true);
  });

  it('tells what is law from what is a house value', () => {
    const law = noticeRegimes
      .filter(({ basis }) => basis === 'law')
      .map(({ id, period }) => `${id} ${period}`);
    expect(law).toEqual([
      'eu-p2b P15D',
      'eu-telecoms P1M1D',
      'eu-payments P2M1D',
      'us-credit-cards P45D',
      'korea P30D',
    ]);
  });

  it('says of what was not read in the source that it must be verified', () => {
    expect(noticeRegime('us-credit-cards').checked).toBe('general knowledge, verify before quoting');
    expect(noticeRegime('eu-p2b').checked).toBe('primary text read');
  });
});

describe('a period in words', () => {
  it.each([
    ['P30D', '30 days'],
    ['P1D', '1 day'],
    ['P0D', '0 days'],
    ['P2M1D', '2 calendar months and 1 day'],
    ['P1M', '1 calendar month'],
    ['P2W', '2 weeks'],
    ['P1Y', '1 year'],
  ])('%s is %s', (period, words) => {
    expect(periodInWords(period)).toBe(words);
  });
});
