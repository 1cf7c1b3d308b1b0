import { weighs } from './pointer.ts';

const opens =
  /^\W*(?:(?:this|the|our) (?:[\p{L}’'-]+ ){0,4}?(?:policy|notice|statement|document|page|section|guide|summary)|in (?:this|the|our) (?:[\p{L}’'-]+ ){0,4}?(?:policy|notice|statement|document|page|section|guide|summary),? we|here we|below we) (?:also |further |briefly )?(?:describes?|explains?|outlines?|details?|sets? (?:out|forth)|(?:tells?|informs?)(?: you)?(?: of| about)?|provides? (?:you with )?information|summari[sz]es?|is (?:meant|intended|designed|here) to (?:help|explain|describe|inform|tell))\b/iu;
/** With one of these the sentence itself says whom it binds, or names what its reader would want to be told. */
const binding: ReadonlySet<string> = new Set([
  'negation',
  'modal',
  'time',
  'number',
  'money',
  'party',
  'purpose',
  'sensitive',
  'ai',
  'jurisdiction',
  'remedy',
  'eligibility',
  'termination',
  'licence',
  'binding',
  'conduct',
  'transfer',
  'retention',
]);
const longest = 320;

/** `This page tells you`, without what it tells; empty where no introduction begins. */
export function openingOf(text: string): string {
  return opens.exec(text)?.[0] ?? '';
}

/** `This page explains how we handle letters.`: says what the text is about, and binds nobody. */
export function isIntroduction(text: string): boolean {
  return text.length < longest && opens.test(text) && !weighs(text, binding);
}
