/** Stands where markdown-it makes a finder of bare addresses, which it uses only under its option `linkify`. */
export const LinkifyIt = Object;
