import * as z from 'zod/mini';
import { checkNames } from './checks.ts';
import { regimeIds } from './regimes.ts';

/** A count that settings may give: a whole number within these bounds. */
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
/** A text of that many characters at most, and of one at least. */
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const nonEmpty = z.string().check(z.minLength(1));
const day = whole(0, 366);
const languageCode = z.string().check(z.regex(/^[a-z]{2}$/, 'use a two-letter language code such as "en"'));
const httpsUrl = z.url({
  protocol: /^https?$/,
  error: 'use a full URL such as "https://policies.example.com"',
});
const mailbox = z.email('use a bare address such as "privacy@notices.example.com"');
const skipChecks = z.array(z.enum(checkNames));
const perLanguage = z.record(languageCode, nonEmpty);

/** Who speaks. The postal address is shown at the foot of every notice. */
const company = z.strictObject({
  name: text(100),
  legalName: text(200),
  postalAddress: z.array(nonEmpty).check(z.minLength(1)),
  website: httpsUrl,
  contact: mailbox,
});

/** From whom notices come: an address of a domain verified in SES, best a subdomain of its own. */
const sender = z.strictObject({
  address: mailbox,
  displayName: text(60),
  replyTo: z.optional(mailbox),
});

/** Which customers a policy covers. An absent list means "all". */
const audience = z.strictObject({
  regions: z.optional(z.array(nonEmpty).check(z.minLength(1))),
  products: z.optional(z.array(nonEmpty).check(z.minLength(1))),
});

const policy = z.strictObject({
  /** The document's name as customers know it, by language. */
  name: perLanguage,
  audience: z.prefault(audience, {}),
  /** Notice regimes that apply; the longest period wins. */
  regimes: z.prefault(z.array(z.enum(regimeIds)), []),
  /** Days of notice the company gives on its own account before a significant change applies. */
  significantDays: z.prefault(day, 30),
  /** Does a minor change move the effective date? Real policies say yes. */
  minorMovesDate: z.prefault(z.boolean(), true),
  /** Whose changes wait for a person: nobody's, those that customers are told of, or every one but the first version. */
  approval: z.prefault(z.enum(['never', 'significant', 'always']), 'never'),
  /** Days to approve in; a version that nobody approves by then is held: never posted, never mailed. */
  approvalDays: z.prefault(whole(1, 90), 14),
});

/** How fast and how carefully notices go out; see docs/decisions. */
const sending = z.strictObject({
  /** Share of the account's send rate that we use. */
  headroom: z.prefault(z.number().check(z.minimum(0.05), z.maximum(1)), 0.9),
  /** Mails a day left for the account's other mail. */
  reservePerDay: z.prefault(z.int().check(z.minimum(0)), 0),
  /** Days set aside for sending: notice periods count from their end, and a plan that needs more is refused. */
  plannedDays: z.prefault(whole(0, 60), 1),
  segments: z.prefault(whole(1, 64), 8),
  maxRecipients: z.prefault(z.int().check(z.minimum(1)), 10_000_000),
  /** 50 mails a call, or one: for accounts whose bulk calls are limited to one a second. Bulk falls back by itself. */
  transport: z.prefault(z.enum(['bulk', 'templated']), 'bulk'),
  /** Are SES events collected? Without them an unknown outcome can only be held, and what bounces goes unnoticed. */
  feedback: z.prefault(z.enum(['required', 'off']), 'required'),
  /** Checks before the first mail that are left out; the report says so, and production refuses it. Those of the stage come on top. */
  skipChecks: z.prefault(skipChecks, []),
});

/** How long what was published, decided and reported cannot be deleted. */
const records = z.strictObject({
  /** `governance`: an administrator may with a right of its own; `compliance`: nobody may, not even AWS. */
  lock: z.prefault(z.enum(['governance', 'compliance']), 'governance'),
  /** Claims in contract mostly lapse after six years; a year more for those that are late. */
  years: z.prefault(whole(1, 100), 7),
});

/** Where a stage is deployed. Absent account and region: those of the caller's credentials. */
const stage = z.strictObject({
  account: z.optional(z.string().check(z.regex(/^\d{12}$/, 'use the 12 digits of the account'))),
  region: z.optional(
    z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'use a region such as "eu-central-1"')),
  ),
  /** `existing`: the sender's domain is in SES of that account and region already, by another stage or by hand. */
  identity: z.optional(z.enum(['create', 'existing'])),
  /** Checks before the first mail that this stage leaves out, e.g. `quota` while its account is in the SES sandbox. */
  skipChecks: z.optional(skipChecks),
});

const policyId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'), z.maxLength(40));
const stageName = z.string().check(z.regex(/^[a-z][a-z0-9]{0,19}$/));

export const settingsSchema = z.strictObject({
  company,
  sender,
  site: z.strictObject({ url: httpsUrl }),
  /** Languages of the notices; the first is the fallback for every other locale. */
  languages: z.prefault(z.array(z.enum(['en', 'de', 'fr', 'es'])).check(z.minLength(1)), ['en']),
  /** IANA zone that says which day "today" is. */
  timeZone: z.prefault(
    z.string().check(z.refine(isTimeZone, 'use an IANA time zone such as "Europe/Berlin"')),
    'UTC',
  ),
  policies: z
    .record(policyId, policy)
    .check(z.refine((all) => Object.keys(all).length > 0, 'name at least one policy')),
  sending: z.prefault(sending, {}),
  records: z.prefault(records, {}),
  /** Who is told when a promise to customers is at risk; absent: nobody, until somebody subscribes to the topic. */
  owner: z.optional(mailbox),
  stages: z.prefault(z.record(stageName, stage), { dev: {}, production: {} }),
});

function isTimeZone(zone: string): boolean {
  // The list knows no aliases; the formatter does, and would make every start of a step thirty milliseconds longer.
  if (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
