/** English forms that no suffix rule reaches, each with its base form. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    'using=use used=use uses=use gave=give given=give sold=sell kept=keep made=make sent=send held=hold told=tell paid=pay ' +
    'chose=choose chosen=choose wrote=write written=write took=take taken=take found=find met=meet left=leave lost=lose ' +
    'built=build meant=mean read=read understood=understand sought=seek brought=bring bought=buy thought=think began=begin ' +
    'begun=begin knew=know known=know saw=see seen=see went=go gone=go goes=go going=go came=come got=get gotten=get ran=run ' +
    'children=child people=person men=man women=woman criteria=criterion parties=party policies=policy countries=country ' +
    'currencies=currency dies=die lies=lie ties=tie analyses=analysis bases=basis us=us is=is this=this his=his its=its ' +
    'has=has was=was as=as does=does series=series species=species news=news always=always thus=thus plus=plus ' +
    'cookies=cookie movies=movie bonuses=bonus viruses=virus statuses=status addresses=address businesses=business ' +
    'data=data during=during nothing=nothing something=something anything=anything everything=everything ' +
    'shared=share sharing=share united=united bed=bed red=red need=need feed=feed speed=speed seed=seed indeed=indeed ' +
    'exceed=exceed proceed=proceed succeed=succeed agreed=agree agreeing=agree hundred=hundred string=string bring=bring ' +
    'note=note notes=note noted=note noting=note site=site sites=site'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.split('=');
      return [form, base];
    }),
);
/** Without their last letter these would be other words: `not`, `sit`. */
const keepsE: ReadonlySet<string> = new Set(['note', 'site']);
const vowel = /[aeiouyäöüáéíóú]/;

/**
 * The base that all inflected forms of an English word share, for comparing only: `shares`, `shared`, `sharing` -> one key.
 * Works on lower-case words; a word too short to be safe comes back unchanged.
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return keepsE.has(known) ? known : withoutE(known);
  if (word.length < 4 || !/^[a-z'-]+$/.test(word)) return word;
  const bare = word.includes("'") ? word.replace(/'s?$/, '') : word;
  return withoutE(withoutEnding(withoutPlural(bare)));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const base = word.slice(0, word.length - endingLength(word));
  return base !== word && base.length >= 3 && vowel.test(base) ? undoubled(base) : word;
}

function endingLength(word: string): number {
  if (word.endsWith('ing')) return 3;
  return word.endsWith('ed') ? 2 : 0;
}

function undoubled(base: string): string {
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

function withoutE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
