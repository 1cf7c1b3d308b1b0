import * as z from 'zod';
import { checkNames } from './checks.ts';
import { regimeIds } from './regimes.ts';

const day = z.number().int().min(0).max(366);
const languageCode = z.string().regex(/^[a-z]{2}$/, 'use a two-letter language code such as "en"');
const httpsUrl = z.url({
  protocol: /^https?$/,
  error: 'use a full URL such as "https://policies.example.com"',
});
const mailbox = z.email('use a bare address such as "privacy@notices.example.com"');
const skipChecks = z.array(z.enum(checkNames));
const perLanguage = z.record(languageCode, z.string().min(1));

/** Who speaks. The postal address is shown at the foot of every notice. */
const company = z.strictObject({
  name: z.string().min(1).max(100),
  legalName: z.string().min(1).max(200),
  postalAddress: z.array(z.string().min(1)).min(1),
  website: httpsUrl,
  contact: mailbox,
});

/** From whom notices come: an address of a domain verified in SES, best a subdomain of its own. */
const sender = z.strictObject({
  address: mailbox,
  displayName: z.string().min(1).max(60),
  replyTo: mailbox.optional(),
});

/** Which customers a policy covers. An absent list means "all". */
const audience = z.strictObject({
  regions: z.array(z.string().min(1)).min(1).optional(),
  products: z.array(z.string().min(1)).min(1).optional(),
});

const policy = z.strictObject({
  /** The document's name as customers know it, by language. */
  name: perLanguage,
  audience: audience.default({}),
  /** Notice regimes that apply; the longest period wins. */
  regimes: z.array(z.enum(regimeIds)).default([]),
  /** Days of notice the company gives on its own account before a significant change applies. */
  significantDays: day.default(30),
  /** Does a minor change move the effective date? Real policies say yes. */
  minorMovesDate: z.boolean().default(true),
  /** Whose changes wait for a person: nobody's, those that customers are told of, or every one but the first version. */
  approval: z.enum(['never', 'significant', 'always']).default('never'),
  /** Days to approve in; a version that nobody approves by then is held: never posted, never mailed. */
  approvalDays: z.number().int().min(1).max(90).default(14),
});

/** How fast and how carefully notices go out; see docs/decisions. */
const sending = z.strictObject({
  /** Share of the account's send rate that we use. */
  headroom: z.number().min(0.05).max(1).default(0.9),
  /** Mails a day left for the account's other mail. */
  reservePerDay: z.number().int().min(0).default(0),
  /** Days set aside for sending: notice periods count from their end, and a plan that needs more is refused. */
  plannedDays: z.number().int().min(0).max(60).default(1),
  segments: z.number().int().min(1).max(64).default(8),
  maxRecipients: z.number().int().min(1).default(10_000_000),
  /** 50 mails a call, or one: for accounts whose bulk calls are limited to one a second. Bulk falls back by itself. */
  transport: z.enum(['bulk', 'templated']).default('bulk'),
  /** Are SES events collected? Without them an unknown outcome can only be held, and what bounces goes unnoticed. */
  feedback: z.enum(['required', 'off']).default('required'),
  /** Checks before the first mail that are left out; the report says so, and production refuses it. Those of the stage come on top. */
  skipChecks: skipChecks.default([]),
});

/** How long what was published, decided and reported cannot be deleted. */
const records = z.strictObject({
  /** `governance`: an administrator may with a right of its own; `compliance`: nobody may, not even AWS. */
  lock: z.enum(['governance', 'compliance']).default('governance'),
  /** Claims in contract mostly lapse after six years; a year more for those that are late. */
  years: z.number().int().min(1).max(100).default(7),
});

/** Where a stage is deployed. Absent account and region: those of the caller's credentials. */
const stage = z.strictObject({
  account: z
    .string()
    .regex(/^\d{12}$/, 'use the 12 digits of the account')
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'use a region such as "eu-central-1"')
    .optional(),
  /** `existing`: the sender's domain is in SES of that account and region already, by another stage or by hand. */
  identity: z.enum(['create', 'existing']).optional(),
  /** Checks before the first mail that this stage leaves out, e.g. `quota` while its account is in the SES sandbox. */
  skipChecks: skipChecks.optional(),
});

export const settingsSchema = z.strictObject({
  company,
  sender,
  site: z.strictObject({ url: httpsUrl }),
  /** Languages of the notices; the first is the fallback for every other locale. */
  languages: z
    .array(z.enum(['en', 'de', 'fr', 'es']))
    .min(1)
    .default(['en']),
  /** IANA zone that says which day "today" is. */
  timeZone: z.string().refine(isTimeZone, 'use an IANA time zone such as "Europe/Berlin"').default('UTC'),
  policies: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
        .max(40),
      policy,
    )
    .refine((all) => Object.keys(all).length > 0, 'name at least one policy'),
  sending: sending.prefault({}),
  records: records.prefault({}),
  /** Who is told when a promise to customers is at risk; absent: nobody, until somebody subscribes to the topic. */
  owner: mailbox.optional(),
  stages: z.record(z.string().regex(/^[a-z][a-z0-9]{0,19}$/), stage).default({ dev: {}, production: {} }),
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
