/**
 * The policy each page carries in itself: one style sheet of the site, nothing else, above all no script.
 * The site's response header says the same with `frame-ancestors 'none'` added, which only a header can. A style sheet
 * of its own rather than one inside each page with its hash: permanent pages outlive a style, a header that had to list
 * the hashes of all of them would not.
 */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
/** What the response header of the site says. */
export const contentSecurityHeader = `${contentSecurityPolicy}; frame-ancestors 'none'`;
