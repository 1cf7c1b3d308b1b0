import type { NoticeWords } from './model.ts';

/** French puts a narrow no-break space before `:` and inside guillemets. */
export const french: NoticeWords = {
  subject: (company, document, date) => `${company}\u202F: «\u202F${document}\u202F» change le ${date}`,
  heading: (document, date) => `«\u202F${document}\u202F» change le ${date}`,
  greeting: ['Bonjour ', ','],
  someone: 'chère cliente, cher client',
  why: (company, document) =>
    `Vous recevez cet avis de ${company} parce que vous avez un compte chez nous et que le document «\u202F${document}\u202F» s’y applique.`,
  applies: (date) => `La nouvelle version s’applique à partir du ${date}.`,
  until: (previous) =>
    previous === null
      ? 'D’ici là, la version actuelle reste applicable.'
      : `D’ici là, la version du ${previous} reste applicable.`,
  changes: 'Ce qui change',
  before: 'Avant',
  now: 'Désormais',
  added: 'Ajouté',
  removed: 'Supprimé',
  moved: 'Déplacé',
  start: 'Introduction',
  whole: 'L’ensemble du document',
  more: (count) =>
    count === 1 ? 'et 1 autre modification de fond' : `et ${count} autres modifications de fond`,
  moreMinor: (count) =>
    count === 1 ? 'et 1 petite modification de forme' : `et ${count} petites modifications de forme`,
  quotedIn: (language) => `Les passages sont cités dans la langue du document\u202F: ${language}.`,
  choices: 'Ce que vous pouvez faire',
  read: 'Lire la nouvelle version en entier',
  compare: 'Voir toutes les modifications, ancien et nouveau texte',
  history: 'Toutes les versions et tous les avis',
  ask: 'Nous poser une question',
  leave: (date) =>
    date === null
      ? 'Si vous n’êtes pas d’accord, vous pouvez cesser d’utiliser le service et fermer votre compte.'
      : `Si vous n’êtes pas d’accord, vous pouvez cesser d’utiliser le service et fermer votre compte avant le ${date}.`,
  account: (host) =>
    `Ce message concerne uniquement votre compte. Ses liens mènent à ${host}, où figure chaque avis authentique.`,
  languages: {
    en: 'anglais',
    de: 'allemand',
    fr: 'français',
    es: 'espagnol',
    it: 'italien',
    pt: 'portugais',
    nl: 'néerlandais',
  },
};
