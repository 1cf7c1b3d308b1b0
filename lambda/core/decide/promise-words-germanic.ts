import type { PromiseWords } from './promise-words.ts';

/** How English policies promise notice of changes. */
export const english: PromiseWords = {
  language: 'en',
  change: /\b(?:chang|modif|amend|updat|revis|alter|new version)/i,
  telling:
    /\b(?:notif|notice|inform|announc|e-?mail|tell|post|publish|communicat|effective|take effect|advise)/i,
  weTell: /\bwe(?:\s+\w+){0,3}\s+(?:notify|inform|give|provide|e-?mail|announce|post|publish|send|tell)\b/i,
  ending: /\b(?:terminat|cancel|renew|refund|delet|dispute|claim)/i,
  material: /\b(?:material|significant|substantial|substantive|important|major)/i,
  part: /\b(?:sub-?processors?|fees?|pric\w+|charges?|commissions?|rates?|schedule|tariffs?)\b/i,
  within: /(?:within|for|up to|past|last|the first|every|each)(?: the)?\s*$/i,
  before:
    /(?:at least|not less than|no less than|minimum of|advance notice of|prior notice of|notice of)\s*$/i,
  after:
    /^['’]?\s*(?:of\s+)?(?:(?:calendar\s+)?(?:prior|advance|written|in advance|ahead|before|beforehand|notice)\b|(?:after|from|following)\s+(?:\w+\s+){0,6}(?:notif|notice|post|publi|announc|e-?mail))/i,
  numbers: [
    ['one', 1],
    ['two', 2],
    ['three', 3],
    ['four', 4],
    ['five', 5],
    ['six', 6],
    ['seven', 7],
    ['eight', 8],
    ['nine', 9],
    ['ten', 10],
    ['fourteen', 14],
    ['fifteen', 15],
    ['twenty-one', 21],
    ['twenty', 20],
    ['thirty', 30],
    ['forty-five', 45],
    ['sixty', 60],
    ['ninety', 90],
  ],
  units: [
    ['business days?', 'B'],
    ['working days?', 'B'],
    ['(?:calendar )?days?', 'D'],
    ['weeks?', 'W'],
    ['(?:calendar )?months?', 'M'],
    ['hours?', 'H'],
  ],
};

/** How German policies promise notice of changes. */
export const german: PromiseWords = {
  language: 'de',
  change: /änder|anpass|aktualisier|überarbeit|neue fassung/i,
  telling:
    /benachrichtig|informier|mitteil|ankündig|kündigen wir|hinweis|unterricht|bekannt|e-?mail|in kraft|wirksam|veröffentlich/i,
  weTell:
    /\bwir\b[^.]{0,120}(?:benachrichtig|informier|mitteil|ankündig|hinweis|unterricht)|(?:kündigen|teilen|informieren|benachrichtigen|unterrichten) wir\b/i,
  ending: /kündig(?:en|ung|t)|widerruf|lösch/i,
  material: /wesentlich|erheblich|bedeutend|wichtig/i,
  part: /unterauftragsverarbeiter|preis|gebühr|entgelt|tarif/i,
  within: /(?:innerhalb von|innerhalb|binnen|während der|bis zu|alle)\s*$/i,
  before: /(?:mindestens|wenigstens|spätestens|mit einer frist von)\s*$/i,
  after:
    /^\s*(?:vor\b|im voraus|vorher|zuvor|im vorhinein|nach (?:\p{L}+\s+){0,4}(?:mitteil|veröffentlich|bekannt|benachrichtig))/iu,
  numbers: [
    ['ein(?:en|er|em)?', 1],
    ['zwei', 2],
    ['drei', 3],
    ['vier', 4],
    ['fünf', 5],
    ['sechs', 6],
    ['sieben', 7],
    ['acht', 8],
    ['zehn', 10],
    ['vierzehn', 14],
    ['fünfzehn', 15],
    ['zwanzig', 20],
    ['dreißig', 30],
    ['dreissig', 30],
    ['sechzig', 60],
    ['neunzig', 90],
  ],
  units: [
    ['(?:werk|arbeits|geschäfts)tagen?', 'B'],
    ['(?:kalender)?tagen?', 'D'],
    ['tag', 'D'],
    ['wochen?', 'W'],
    ['monat(?:en?)?', 'M'],
    ['stunden?', 'H'],
  ],
};
