import { defineSettings } from './lambda/core/settings/settings.ts';

/** The settings of a fictional company. Replace them by yours; `npx cdk synth` names every wrong path. */
export default defineSettings({
  // Who speaks. The postal address is shown at the foot of every notice.
  company: {
    name: 'Northbeam Hosting',
    legalName: 'Northbeam Hosting Ltd.',
    postalAddress: ['12 Lantern Wharf', 'Port Ellery PE4 7QX'],
    website: 'https://northbeam.example.com',
    contact: 'privacy@northbeam.example.com',
  },
  // From whom notices come: an address of a domain that you verify in SES, best a subdomain of its own.
  sender: {
    address: 'privacy@notices.northbeam.example.com',
    displayName: 'Northbeam Hosting',
    replyTo: 'privacy@northbeam.example.com',
  },
  // Who is paged when a run fails or a customer may not have been told.
  owner: 'policy-desk@northbeam.example.com',
  // Where customers read the policies.
  site: { url: 'https://policies.northbeam.example.com' },
  // Languages of the notices; the first is used for every other locale.
  languages: ['en', 'de', 'fr', 'es'],
  // Says which day "today" is.
  timeZone: 'Europe/London',
  // Each policy by its id; a text is published as incoming/<id>.md, .html or .txt.
  policies: {
    'privacy-policy': {
      name: {
        en: 'Privacy Policy',
        de: 'Datenschutzerklärung',
        fr: 'Politique de confidentialité',
        es: 'Política de privacidad',
      },
      // Legal regimes whose notice periods apply; the longest wins.
      regimes: ['gdpr', 'uk-gdpr', 'us-caloppa'],
      // Days of notice the company gives on its own account.
      significantDays: 30,
    },
    'terms-of-service': {
      name: {
        en: 'Terms of Service',
        de: 'Nutzungsbedingungen',
        fr: 'Conditions d’utilisation',
        es: 'Términos del servicio',
      },
      regimes: ['us-contract'],
      significantDays: 30,
      // Changes that customers are told of wait for `policy-notice approve`; nobody in time: held, and the owner told.
      approval: 'significant',
      approvalDays: 14,
    },
    'acceptable-use': {
      name: {
        en: 'Acceptable Use Policy',
        de: 'Nutzungsrichtlinie',
        fr: 'Règles d’utilisation',
        es: 'Política de uso aceptable',
      },
      // Only customers of these products are told. Absent: all customers.
      audience: { products: ['web-space', 'virtual-server'] },
      significantDays: 14,
    },
  },
  // Where each stage is deployed: `npx cdk deploy -c stage=production`. Empty: the account and region of your credentials;
  // production has to name its own. A stage whose account is in the SES sandbox says skipChecks: ['quota'].
  stages: { dev: {}, production: {} },
});
