import type { NoticeWords } from './model.ts';

export const english: NoticeWords = {
  subject: (company, document, date) => `${company}: ${document} changes on ${date}`,
  heading: (document, date) => `${document} changes on ${date}`,
  greeting: ['Hello ', ','],
  someone: 'customer',
  why: (company, document) =>
    `You are receiving this notice from ${company} because you have an account with us and “${document}” applies to it.`,
  applies: (date) => `The new version applies from ${date}.`,
  until: (previous) =>
    previous === null
      ? 'Until then, the present version continues to apply.'
      : `Until then, the version of ${previous} continues to apply.`,
  changes: 'What changes',
  before: 'Before',
  now: 'Now',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  start: 'Opening words',
  whole: 'The document as a whole',
  more: (count) =>
    count === 1 ? 'and 1 more change of substance' : `and ${count} more changes of substance`,
  moreMinor: (count) =>
    count === 1 ? 'and 1 small change of wording' : `and ${count} small changes of wording`,
  quotedIn: (language) => `The passages are quoted in the language of the document: ${language}.`,
  choices: 'What you can do',
  read: 'Read the full new version',
  compare: 'See every change, old beside new',
  history: 'All versions and notices',
  ask: 'Ask us',
  leave: (date) =>
    date === null
      ? 'If you do not agree, you can stop using the service and close your account.'
      : `If you do not agree, you can stop using the service and close your account before ${date}.`,
  account: (host) =>
    `This message is about your account only. Its links lead to ${host}, where every genuine notice is listed.`,
  languages: {
    en: 'English',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    pt: 'Portuguese',
    nl: 'Dutch',
  },
};
