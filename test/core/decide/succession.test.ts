import { succeed, type Succession } from '../../../lambda/core/decide/succession.ts';
import { significances, type Significance } from '../../../lambda/core/significance.ts';

const cases: readonly (readonly [inForce: Significance, upcoming: Significance, becomes: Succession])[] = [
  ['none', 'none', 'withdraw'],
  ['none', 'minor', 'withdraw'],
  ['none', 'review', 'withdraw'],
  ['none', 'significant', 'withdraw'],
  ['minor', 'none', 'replace-keep-date'],
  ['minor', 'minor', 'replace-keep-date'],
  ['minor', 'review', 'withdraw'],
  ['minor', 'significant', 'withdraw'],
  ['review', 'none', 'replace-keep-date'],
  ['review', 'minor', 'replace-keep-date'],
  ['review', 'review', 'announce-anew'],
  ['review', 'significant', 'announce-anew'],
  ['significant', 'none', 'replace-keep-date'],
  ['significant', 'minor', 'replace-keep-date'],
  ['significant', 'review', 'announce-anew'],
  ['significant', 'significant', 'announce-anew'],
];

describe('a newer version while one is announced', () => {
  it.each(cases)(
    'that is %s against the text in force and %s against the announced one: %s',
    (inForce, upcoming, becomes) => {
      expect(succeed({ againstInForce: inForce, againstUpcoming: upcoming })).toBe(becomes);
    },
  );

  it('is decided for every pair of significances', () => {
    expect(cases).toHaveLength(significances.length ** 2);
  });
});
