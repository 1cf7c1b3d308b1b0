import type { CorrectionWords } from './model.ts';

export const frenchCorrection: CorrectionWords = {
  subject: {
    postponed: (company, document, to) =>
      `${company}\u202F: «\u202F${document}\u202F» change plus tard, le ${to}`,
    withdrawn: (company, document, from) =>
      `${company}\u202F: «\u202F${document}\u202F» ne change pas le ${from}`,
  },
  heading: {
    postponed: (document, to) => `«\u202F${document}\u202F» change plus tard, le ${to}`,
    withdrawn: (document, from) => `«\u202F${document}\u202F» ne change pas le ${from}`,
  },
  why: (company, document, from) =>
    `Vous recevez cette rectification de ${company} parce que nous vous avons annoncé par e-mail que le document «\u202F${document}\u202F» change le ${from}.`,
  postponed: (from, to) => `La nouvelle version s’applique à partir du ${to}, et non à partir du ${from}.`,
  withdrawn: (from) => `La modification annoncée pour le ${from} n’entrera pas en vigueur.`,
  inForce: (previous) =>
    previous === null
      ? 'La version actuelle reste en vigueur.'
      : `La version du ${previous} reste en vigueur.`,
  meaning: 'Ce que cela signifie',
  otherwiseSame: 'Seule la date est différente. Tout le reste demeure tel que nous l’avons annoncé.',
  nothingToDo: 'Rien ne change pour vous, et vous n’avez rien à faire.',
  readInForce: 'Lire la version en vigueur',
  readWithdrawn: 'La version retirée',
};

export const spanishCorrection: CorrectionWords = {
  subject: {
    postponed: (company, document, to) => `${company}: «${document}» cambia más tarde, el ${to}`,
    withdrawn: (company, document, from) => `${company}: «${document}» no cambia el ${from}`,
  },
  heading: {
    postponed: (document, to) => `«${document}» cambia más tarde, el ${to}`,
    withdrawn: (document, from) => `«${document}» no cambia el ${from}`,
  },
  why: (company, document, from) =>
    `Recibe esta rectificación de ${company} porque le comunicamos por correo electrónico que «${document}» cambia el ${from}.`,
  postponed: (from, to) => `La nueva versión se aplica a partir del ${to}, y no a partir del ${from}.`,
  withdrawn: (from) => `El cambio anunciado para el ${from} no entrará en vigor.`,
  inForce: (previous) =>
    previous === null ? 'La versión actual sigue vigente.' : `La versión del ${previous} sigue vigente.`,
  meaning: 'Qué significa esto',
  otherwiseSame: 'Solo cambia la fecha. Todo lo demás queda como lo anunciamos.',
  nothingToDo: 'Nada cambia para usted y no tiene que hacer nada.',
  readInForce: 'Leer la versión vigente',
  readWithdrawn: 'La versión retirada',
};
