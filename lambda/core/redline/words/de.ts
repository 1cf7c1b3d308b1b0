import { labelled } from '../../markup/language.ts';
import type { RedlineWords } from './model.ts';

export const german: RedlineWords = {
  labels: {
    added: 'Hinzugefügt',
    removed: 'Gestrichen',
    reworded: 'Umformuliert',
    renumbered: 'Umnummeriert',
    split: 'Aufgeteilt',
    merged: 'Zusammengefasst',
    moved: 'Verschoben',
    asides: 'Gleicher Wortlaut',
  },
  label: (name) => labelled(name, 'de'),
  unchanged: (count) => (count === 1 ? '1 Abschnitt unverändert' : `${count} Abschnitte unverändert`),
  movedFrom: {
    in: (section) => `aus „${section}“`,
    after: (section) => `stand nach „${section}“`,
    within: () => 'innerhalb dieses Abschnitts',
  },
  movedTo: {
    in: (section) => `Verschoben nach „${section}“`,
    after: (section) => `Verschoben, jetzt nach „${section}“`,
    within: () => 'Innerhalb dieses Abschnitts verschoben',
  },
  start: 'Einleitung',
  change: (number) => `Änderung ${number}`,
  next: 'Nächste Änderung',
  nothing: 'Kein Wort hat sich geändert.',
  link: (text) => `Der Link „${text}“ führt anderswohin`,
  noLink: 'kein Link',
  itemNumber: 'Nummer',
  marks: {
    struck: 'Jetzt durchgestrichen',
    unstruck: 'Nicht mehr durchgestrichen',
    hidden: 'Jetzt verborgen',
    unhidden: 'Nicht mehr verborgen',
  },
};
