import * as fc from 'fast-check';
import { parseAddress } from '../../../lambda/core/customer/address.ts';
import { isAffected } from '../../../lambda/core/customer/audience.ts';
import { parseCustomer } from '../../../lambda/core/customer/customer.ts';
import { readCustomers, rowOfCells } from '../../../lambda/core/customer/import.ts';
import { languageFor, readRow } from '../../../lambda/core/customer/reading.ts';
import { recipientId } from '../../../lambda/core/customer/recipient.ts';
import { BadInput, ErrorName } from '../../../lambda/core/errors.ts';
import { customerRow } from '../../steps/notice-setting.ts';
import { anyText } from '../../any-text.ts';

const badInput = { name: ErrorName.BadInput };

/** Of the error that an address is refused with; '' when it is not. */
function messageOf(text: string): string {
  try {
    return parseAddress(text).slice(0, 0);
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
}

describe('an address', () => {
  test.each([
    ['ada@example.com', 'ada@example.com'],
    ["o'neil+tag@mail.example", "o'neil+tag@mail.example"],
    ['Ada@Example.COM', 'Ada@example.com'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@例え.jp', 'info@xn--r8jz45g.jp'],
  ])('%s is sent to as %s', (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  test.each([
    '',
    'ada',
    '@mail.example',
    'ada@',
    'ada@localhost',
    'ada@example',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'a,b@example.com',
    'ada@example.com,bob@example.com',
    'ada@example.com;bob@example.com',
    'Ada <ada@example.com>',
    '"ada b"@example.com',
    'ada b@example.com',
    ' ada@example.com',
    'ada@example.com\r\nBcc: bob@example.com',
    'ada@exam\u200bple.com',
    'ädä@example.com',
    'ada..b@example.com',
    '.ada@example.com',
    'ada@-example.com',
    'ada@example.com/x',
    'ada@exa%6dple.com',
    'ada@bob@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'a.'.repeat(130)}com`,
  ])('%j is refused, and the error does not repeat it', (text) => {
    expect(() => parseAddress(text)).toThrow(expect.objectContaining(badInput));
    expect(text.length > 6 && messageOf(text).includes(text)).toBe(false);
  });

  test('is, for any text, either refused or one bare 7-bit mailbox', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.emailAddress()), (text) => {
        const address = messageOf(text) === '' ? parseAddress(text) : 'refused@example.com';
        expect(address).toMatch(/^[!-~]{1,64}@[a-z0-9.-]{4,253}$/);
        expect(address).not.toMatch(/[,;<>()"\s]/);
      }),
    );
  });
});

describe('a customer row', () => {
  test('is read with every field', () => {
    expect(parseCustomer({ ...customerRow(1), note: 'ignored' })).toEqual(customerRow(1));
  });

  test.each([
    ['email', 7],
    ['email', undefined],
    ['products', 'mail'],
    ['products', [1]],
    ['createdAt', '31.05.2020'],
    ['createdAt', 1_590_926_400],
    ['status', ''],
    ['locale', ''],
    ['region', null],
    ['customerId', ''],
    ['name', undefined],
  ])('with %s = %j is refused by the name of the field', (field, value) => {
    expect(() => parseCustomer(customerRow(1, { [field]: value }))).toThrow(
      new RegExp(`${field}(.0)?: give `),
    );
  });

  test.each([null, 'row', 7, []])('%j is refused', (row) => {
    expect(() => parseCustomer(row)).toThrow(expect.objectContaining(badInput));
  });

  test('with a bad address is refused by id, not by address', () => {
    expect(() => parseCustomer(customerRow(1, { email: 'a,b@example.com' }))).toThrow(
      /"c-1", field email: .*comma/,
    );
  });
});

describe('the audience', () => {
  const scope = {
    audience: { regions: ['EU'], products: ['mail', 'files'] },
    cutoff: '2026-01-05T09:00:00Z',
  };
  const of = (changes: Record<string, unknown>) => isAffected(parseCustomer(customerRow(1, changes)), scope);

  test.each([
    ['active, early, in the region, with a product', {}, true],
    ['closed', { status: 'closed' }, false],
    ['in another region', { region: 'US' }, false],
    ['without any of the products', { products: ['phone'] }, false],
    ['with one of them', { products: ['phone', 'files'] }, true],
    ['signed up at the cutoff', { createdAt: '2026-01-05T10:00:00+01:00' }, false],
    ['signed up just before', { createdAt: '2026-01-05T08:59:59.999Z' }, true],
  ])('%s: %j -> %s', (_, changes, expected) => {
    expect(of(changes)).toBe(expected);
  });

  test('without lists is everybody active who signed up before', () => {
    expect(
      isAffected(parseCustomer(customerRow(1, { region: 'x', products: [] })), {
        audience: {},
        cutoff: scope.cutoff,
      }),
    ).toBe(true);
  });
});

describe('reading a row for a notice', () => {
  const frame = {
    audience: {},
    cutoff: '2026-01-05T09:00:00Z',
    key: new Uint8Array(32),
    languages: ['en', 'de'],
  };
  const read = (row: unknown) => readRow({ customerId: 'c-1', row }, frame);

  test('gives a recipient in the language there is', () => {
    expect(read(customerRow(1))).toMatchObject({
      kind: 'recipient',
      recipient: { customerId: 'c-1', language: 'en' },
    });
  });

  test('lists a bad address only if the customer is concerned', () => {
    expect(read(customerRow(1, { email: 'x' })).kind).toBe('exception');
    expect(read(customerRow(1, { email: 'x', status: 'closed' })).kind).toBe('outside');
  });

  test('lists a row that cannot be judged', () => {
    expect(read({ customerId: 'c-1' })).toMatchObject({ kind: 'exception', customerId: 'c-1' });
  });

  test.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['de_CH', 'de'],
    ['fr-FR', 'en'],
    ['', 'en'],
  ])('locale %s is written to in %s', (locale, language) => {
    expect(languageFor(locale, ['en', 'de'])).toBe(language);
  });
});

test('recipient ids fit an SES tag, differ by customer and by notice, and do not tell the customer', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
      const key = new Uint8Array(32).fill(1);
      expect(recipientId(key, one)).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(recipientId(key, one) === recipientId(key, other)).toBe(one === other);
      expect(recipientId(new Uint8Array(32), one)).not.toBe(recipientId(key, one));
    }),
  );
});

describe('an import', () => {
  test('lists bad rows by their place, and the others go on', () => {
    const { customers, faults } = readCustomers([
      customerRow(1),
      { customerId: 'c-2' },
      customerRow(3),
      customerRow(1),
    ]);
    expect(customers.map(({ customerId }) => customerId)).toEqual(['c-1', 'c-3']);
    expect(faults.map(({ row }) => row)).toEqual([2, 4]);
    expect(faults[1]?.message).toContain('given before');
  });

  test('reports mailboxes that several customers share, without case', () => {
    const rows = [customerRow(1), customerRow(2, { email: 'Customer1@MAIL.example' }), customerRow(3)];
    const { customers, sharedMailboxes } = readCustomers(rows);
    expect(customers).toHaveLength(3);
    expect(sharedMailboxes).toEqual([{ customerIds: ['c-1', 'c-2'] }]);
  });

  test('takes cells of a CSV file', () => {
    const cells = { ...customerRow(1), products: 'mail; files|phone', status: '' };
    const [customer] = readCustomers([rowOfCells(cells)]).customers;
    expect(customer).toEqual({ ...customerRow(1), products: ['mail', 'files', 'phone'] });
    expect(rowOfCells({})).toEqual({ products: [], status: 'active' });
  });
});
