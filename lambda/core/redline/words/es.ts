import { labelled } from '../../markup/language.ts';
import type { RedlineWords } from './model.ts';

export const spanish: RedlineWords = {
  labels: {
    added: 'Añadido',
    removed: 'Eliminado',
    reworded: 'Reformulado',
    renumbered: 'Renumerado',
    split: 'Dividido',
    merged: 'Unido',
    moved: 'Trasladado',
    asides: 'Mismas palabras',
  },
  label: (name) => labelled(name, 'es'),
  unchanged: (count) => (count === 1 ? '1 pasaje sin cambios' : `${count} pasajes sin cambios`),
  movedFrom: {
    in: (section) => `desde «${section}»`,
    after: (section) => `estaba después de «${section}»`,
    within: () => 'dentro de esta sección',
  },
  movedTo: {
    in: (section) => `Trasladado a «${section}»`,
    after: (section) => `Trasladado, ahora después de «${section}»`,
    within: () => 'Trasladado dentro de esta sección',
  },
  start: 'Introducción',
  change: (number) => `Cambio ${number}`,
  next: 'Cambio siguiente',
  nothing: 'No ha cambiado ninguna palabra.',
  link: (text) => `El enlace «${text}» lleva a otro lugar`,
  noLink: 'ningún enlace',
  itemNumber: 'Número',
  marks: {
    struck: 'Ahora tachado',
    unstruck: 'Ya no está tachado',
    hidden: 'Ahora oculto',
    unhidden: 'Ya no está oculto',
  },
};
