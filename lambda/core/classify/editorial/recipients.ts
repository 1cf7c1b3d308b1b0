const others =
  /third[- ]part|3rd[- ]part|sub-?processor|processor|vendor|supplier|recipient|service provider|partners|dienstleister|empfänger|auftragsverarbeiter|sous-traitant|destinataire|encargados|destinatarios|proveedores/i;

/** Does one of these headings say that recipients or other companies follow? Then each name under it is an entry, not navigation or a title. */
export function areRecipients(headings: readonly string[]): boolean {
  return headings.some((heading) => others.test(heading));
}
