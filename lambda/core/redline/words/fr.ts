import { labelled } from '../../markup/language.ts';
import type { RedlineWords } from './model.ts';

export const french: RedlineWords = {
  labels: {
    added: 'Ajouté',
    removed: 'Supprimé',
    reworded: 'Reformulé',
    renumbered: 'Renuméroté',
    split: 'Scindé',
    merged: 'Fusionné',
    moved: 'Déplacé',
    asides: 'Mêmes mots',
  },
  label: (name) => labelled(name, 'fr'),
  unchanged: (count) => (count === 1 ? '1 passage inchangé' : `${count} passages inchangés`),
  movedFrom: {
    in: (section) => `depuis «\u202F${section}\u202F»`,
    after: (section) => `se trouvait après «\u202F${section}\u202F»`,
    within: () => 'au sein de cette section',
  },
  movedTo: {
    in: (section) => `Déplacé vers «\u202F${section}\u202F»`,
    after: (section) => `Déplacé, désormais après «\u202F${section}\u202F»`,
    within: () => 'Déplacé au sein de cette section',
  },
  start: 'Introduction',
  change: (number) => `Modification ${number}`,
  next: 'Modification suivante',
  nothing: 'Aucun mot n’a changé.',
  link: (text) => `Le lien «\u202F${text}\u202F» mène ailleurs`,
  noLink: 'aucun lien',
  itemNumber: 'Numéro',
  marks: {
    struck: 'Désormais barré',
    unstruck: 'N’est plus barré',
    hidden: 'Désormais masqué',
    unhidden: 'N’est plus masqué',
  },
};
