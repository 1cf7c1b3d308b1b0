import type { Mutation } from './ways.ts';
import { significant, swap } from './ways.ts';

/** Edits whose new words no lexicon need know: what they widen, narrow or name must be seen from where they stand. */
export const unlistedMutations: readonly Mutation[] = [
  ...significant(
    'exception at the end',
    swap(/(?<=\b(?:[Ww]e|[Yy]ou) .{20,})\.$/, ' but for letters from abroad.'),
    swap(/\b(?:all|any) (?:\w+ )?\w+s\b/, (match) => `${match} but one`),
  ),
  ...significant(
    'unlisted item',
    swap(/\b(?:collect|store|process|use|receive)(?= (?:your|the) )/, (match) => `${match} your shoe size,`),
    swap(/\bnames?, (?=\w)/, (match) => `${match}shoe sizes, `),
  ),
  ...significant(
    'unlisted recipient',
    swap(/\b(?:affiliates|service providers|third parties)(?=[ ,.])/, (match) => `${match}, Birchwood`),
    swap(/\b(?:with|to) (?:our )?(?:affiliates|service providers)\b/, (match) => `${match} or lodgers`),
  ),
  ...significant(
    'condition taken out',
    swap(
      / (?:with|upon|at) your (?:\w+ )?(?:consent|request|permission|approval|instructions?|direction)\b/,
      '',
    ),
    swap(/ if (?:you|we) [^,.;]{6,60}(?=\.$)/, ''),
    swap(/ in writing\b/, ''),
  ),
  ...significant(
    'narrowed or widened noun',
    swap(/\b(?:the|your) (?=(?:information|data|content|account|device)\b)/, (match) => `${match}household `),
    swap(
      /\b(?:paid|registered|public|private|active|residential|business) (?=(?:users?|accounts?|repositories|content|customers?)\b)/,
      '',
    ),
  ),
  ...significant(
    'name behind it',
    swap(/\b(?:operated|provided|run|owned|published) by (?:\p{Lu}[\p{L}]+ ?)+/u, (match) =>
      match.replace(/by .*/u, 'by Birchwood '),
    ),
  ),
];
