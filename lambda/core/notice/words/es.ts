import type { NoticeWords } from './model.ts';

export const spanish: NoticeWords = {
  subject: (company, document, date) => `${company}: «${document}» cambia el ${date}`,
  heading: (document, date) => `«${document}» cambia el ${date}`,
  greeting: ['Hola, ', ':'],
  someone: 'estimada clienta, estimado cliente',
  why: (company, document) =>
    `Recibe este aviso de ${company} porque tiene una cuenta con nosotros y el documento «${document}» se aplica a ella.`,
  applies: (date) => `La nueva versión se aplica a partir del ${date}.`,
  until: (previous) =>
    previous === null
      ? 'Hasta entonces sigue aplicándose la versión actual.'
      : `Hasta entonces sigue aplicándose la versión del ${previous}.`,
  changes: 'Qué cambia',
  before: 'Antes',
  now: 'Ahora',
  added: 'Añadido',
  removed: 'Eliminado',
  moved: 'Trasladado',
  start: 'Introducción',
  whole: 'El documento en su conjunto',
  more: (count) => (count === 1 ? 'y 1 cambio de fondo más' : `y ${count} cambios de fondo más`),
  moreMinor: (count) =>
    count === 1 ? 'y 1 pequeño cambio de redacción' : `y ${count} pequeños cambios de redacción`,
  quotedIn: (language) => `Los pasajes se citan en el idioma del documento: ${language}.`,
  choices: 'Qué puede hacer',
  read: 'Leer la nueva versión completa',
  compare: 'Ver todos los cambios, texto anterior y nuevo',
  history: 'Todas las versiones y todos los avisos',
  ask: 'Consultarnos',
  leave: (date) =>
    date === null
      ? 'Si no está de acuerdo, puede dejar de usar el servicio y cerrar su cuenta.'
      : `Si no está de acuerdo, puede dejar de usar el servicio y cerrar su cuenta antes del ${date}.`,
  account: (host) =>
    `Este mensaje se refiere únicamente a su cuenta. Sus enlaces llevan a ${host}, donde figura cada aviso auténtico.`,
  languages: {
    en: 'inglés',
    de: 'alemán',
    fr: 'francés',
    es: 'español',
    it: 'italiano',
    pt: 'portugués',
    nl: 'neerlandés',
  },
};
