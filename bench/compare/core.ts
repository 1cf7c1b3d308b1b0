/** All of the core that `assess` uses, as one entry to be bundled and measured: documents, comparison, rules, classification. */
export { classify } from '../../lambda/core/classify/classify.ts';
export { compareDocuments } from '../../lambda/core/compare/compare.ts';
export { parseDocument } from '../../lambda/core/document/parse.ts';
