import type { PromiseWords } from './promise-words.ts';

/** How French policies promise notice of changes. */
export const french: PromiseWords = {
  language: 'fr',
  change: /modifi|chang|mise? à jour|mettre à jour|révis|actualis|évol/i,
  telling: /notifi|inform|avis|préven|aviser|préavis|annonc|communiqu|e-?mail|courriel|vigueur|publi/i,
  weTell: /\bnous\b[^.]{0,120}(?:notifi|inform|préviend|aviser|annonc|communiqu)/i,
  ending: /résili|annul|supprim|rembours/i,
  material: /substantiel|important|significati|majeur|matériel/i,
  part: /sous-traitant|prix|frais|tarif|commission/i,
  within: /(?:dans les|dans un délai de|sous|pendant|durant|tous les)\s*$/i,
  before: /(?:au moins|au minimum|minimum de|préavis(?: minimum)? de|préavis d['’])\s*$/i,
  after:
    /^\s*(?:avant|à l['’]avance|au préalable|auparavant|de préavis|(?:après|suivant|à compter de)\s+(?:\S+\s+){0,4}?\S*(?:notif|publi|inform|annonc))/i,
  numbers: [
    ['un(?:e)?', 1],
    ['deux', 2],
    ['trois', 3],
    ['quatre', 4],
    ['cinq', 5],
    ['six', 6],
    ['sept', 7],
    ['huit', 8],
    ['dix', 10],
    ['quatorze', 14],
    ['quinze', 15],
    ['vingt', 20],
    ['trente', 30],
    ['quarante-cinq', 45],
    ['soixante', 60],
    ['quatre-vingt-dix', 90],
  ],
  units: [
    ['jours? (?:ouvr\\p{L}+)', 'B'],
    ['jours?(?: calendaires?| francs?)?', 'D'],
    ['semaines?', 'W'],
    ['mois', 'M'],
    ['heures?', 'H'],
  ],
};

/** How Spanish policies promise notice of changes. */
export const spanish: PromiseWords = {
  language: 'es',
  change: /cambi|modific|actualiz|revis|enmiend/i,
  telling: /notific|inform|avis|comunic|anunci|correo|vigor|vigencia|public/i,
  weTell:
    /(?:notificaremos|informaremos|avisaremos|comunicaremos|anunciaremos|le (?:notific|inform|avis|comunic))/i,
  ending: /rescind|cancel|terminar|elimin|reembols/i,
  material: /sustancial|important|significativ|relevant|material/i,
  part: /subencargado|precio|tarifa|comisi|honorario/i,
  within: /(?:dentro de|dentro de los|en un plazo de|en el plazo de|durante|hasta|cada)\s*$/i,
  before:
    /(?:al menos|como mínimo|por lo menos|mínimo de|antelación(?: mínima)? de|anticipación(?: mínima)? de|preaviso de)\s*$/i,
  after:
    /^\s*(?:antes|de antelación|de anticipación|de preaviso|previos|por adelantado|(?:después|a partir|desde)\s+(?:\S+\s+){0,4}?\S*(?:notific|public|aviso|comunic))/i,
  numbers: [
    ['un(?:o|a)?', 1],
    ['dos', 2],
    ['tres', 3],
    ['cuatro', 4],
    ['cinco', 5],
    ['seis', 6],
    ['siete', 7],
    ['ocho', 8],
    ['diez', 10],
    ['catorce', 14],
    ['quince', 15],
    ['veinte', 20],
    ['treinta', 30],
    ['cuarenta y cinco', 45],
    ['sesenta', 60],
    ['noventa', 90],
  ],
  units: [
    ['días? (?:hábil(?:es)?|laborables?)', 'B'],
    ['días?(?: naturales| corridos)?', 'D'],
    ['semanas?', 'W'],
    ['mes(?:es)?', 'M'],
    ['horas?', 'H'],
  ],
};
