/**
 * Stands for `mdurl` and `punycode.js`, with which markdown-it rewrites the targets of links and the texts that show
 * them: `lambda/core/document/markdown.ts` has it leave both as they are written.
 */
function never(): never {
  throw new Error('markdown-it is about to rewrite a link, which document/markdown.ts is to prevent.');
}

/** What markdown-it imports of `mdurl`. */
export const [parse, format, encode, decode] = [never, never, never, never];
/** What markdown-it imports of `punycode.js`. */
export default { toASCII: never, toUnicode: never };
