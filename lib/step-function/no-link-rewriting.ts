/**
 * Stands for `mdurl` and `punycode.js`, with which markdown-it rewrites the targets of links and the texts that show
 * them: `lambda/core/document/markdown.ts` has it leave both as they are written.
 */
function never(): never {
  throw new Error('markdown-it is about to rewrite a link, which document/markdown.ts is to prevent.');
}

export const [parse, format, encode, decode] = [never, never, never, never];
export default { toASCII: never, toUnicode: never };
