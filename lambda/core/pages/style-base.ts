/** Colours, type and the frame of every page. Colour pairs keep a contrast of at least 4.5 : 1 in light and in dark. */
export const styleBase = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #5d5952; --line: #dedad0; --tint: #f3f0e8;
  --link: #1f4e79; --add: #e3f1e4; --add-ink: #14532b; --cut: #fae7e4; --cut-ink: #7d1f16; --note: #fbf3d9; --note-line: #c9a227;
  --serif: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'Cascadia Code', 'Source Code Pro', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151719; --ink: #e7e4dd; --quiet: #a9a59c; --line: #34373b; --tint: #1f2225;
    --link: #8fc0f0; --add: #173324; --add-ink: #a9dfb8; --cut: #3d1d1a; --cut-ink: #f2b8b0; --note: #2c2714; --note-line: #b8962e;
  }
}
* { box-sizing: border-box }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 var(--serif); overflow-wrap: anywhere; hanging-punctuation: first }
header.site, footer.site, main { width: min(100% - 2.5rem, 40rem); margin-inline: auto }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: 1.5rem 0 1rem; border-bottom: 1px solid var(--line); font: .9375rem/1.5 var(--sans) }
header.site .company { font-weight: 650; color: var(--ink); text-decoration: none; margin-right: auto }
header.site nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
header.site nav a { color: var(--quiet) }
header.site nav [aria-current] { color: var(--ink); text-decoration-color: var(--ink); text-decoration-thickness: 2px }
footer.site { margin-top: 4.5rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--line); font: .875rem/1.6 var(--sans); color: var(--quiet) }
footer.site p { margin: .25rem 0 }
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: .75rem 1rem; font-family: var(--sans) }
.skip:focus { left: 0; z-index: 1 }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 2.25em 0 .5em; font-weight: 700 }
h1 { font-size: clamp(1.85rem, 1.4rem + 2.2vw, 2.6rem); line-height: 1.15; letter-spacing: -.012em; margin: 0 0 .75rem }
h2 { font-size: 1.4rem }
h3 { font-size: 1.15rem; margin-top: 1.9em }
h4, h5, h6 { font-size: 1.0625rem; margin-top: 1.7em }
p, ul, ol, blockquote, pre, .scroll { margin: 0 0 1.05em }
ul, ol { padding-left: 1.5em }
li { margin-bottom: .35em }
li > ul, li > ol { margin: .35em 0 0 }
li::marker { color: var(--quiet) }
blockquote { margin-left: 0; padding-left: 1.1em; border-left: 3px solid var(--line); color: var(--quiet) }
code, pre { font: .875em/1.55 var(--mono) }
pre { overflow-x: auto; padding: .9em 1.1em; background: var(--tint); border-radius: 4px; white-space: pre-wrap }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font: .9375rem/1.5 var(--sans) }
th, td { text-align: left; vertical-align: top; padding: .6em 1em .6em 0; border-bottom: 1px solid var(--line); min-width: 7rem; overflow-wrap: normal }
thead th { border-bottom: 2px solid var(--ink) }
tbody th { font-weight: 600 }
.footnotes { margin-top: 2.5em; padding-top: 1em; border-top: 1px solid var(--line); font-size: .9375rem; color: var(--quiet) }
main { padding-top: 2.75rem }
.title { margin-bottom: 2.25rem }
.lead { color: var(--quiet); font-size: 1.15rem; line-height: 1.5 }
.meta { font: .9375rem/1.6 var(--sans); color: var(--quiet); margin: 0 }
.meta span { margin-right: 1.25rem; display: inline-block }
.meta strong { color: var(--ink); font-weight: 600 }
.banner, .note { font: 1rem/1.5 var(--sans); padding: 1rem 1.25rem; margin: 0 0 2.25rem; border-radius: 4px }
.banner { background: var(--note); border-left: 4px solid var(--note-line) }
.banner p { margin: 0 }
.banner span { margin-right: 1.25rem }
.note { background: var(--tint); color: var(--quiet); font-size: .9375rem }
.contents { font: .9375rem/1.45 var(--sans); margin-bottom: 2.5rem; padding: 1.1rem 0; border-block: 1px solid var(--line) }
.contents p { font-weight: 650; margin: 0 0 .5rem }
.contents ul { list-style: none; padding: 0; margin: 0; columns: 2 15rem; column-gap: 2rem }
.contents li { break-inside: avoid; padding: .1rem 0 }
.contents a { text-decoration: none }
.contents a:hover { text-decoration: underline }
.anchor { color: var(--quiet); text-decoration: none; font-weight: 400; opacity: 0; padding: 0 .2em }
:hover > .anchor, .anchor:focus-visible { opacity: 1 }
:target { scroll-margin-top: 1.5rem }
h2:target, h3:target, h4:target { background: var(--note) }
.fingerprint { font-family: var(--sans); color: var(--quiet); font-size: .8125rem; overflow-wrap: anywhere }
`;

/** Wide screens get the contents beside the text; paper gets the text alone. */
export const styleMedia = `@media (min-width: 72rem) {
  body { font-size: 1.125rem }
  main:has(> .contents) { width: min(100% - 2.5rem, 60rem); display: grid; grid-template-columns: 15rem minmax(0, 40rem); column-gap: 5rem; transform: translateX(-1px) }
  main:has(> .contents) > * { grid-column: 2 }
  main:has(> .contents) > .contents { grid-column: 1; grid-row: 1 / span 9; align-self: start; position: sticky; top: 2rem; max-height: calc(100vh - 4rem); overflow-y: auto; border: 0; padding: .25rem 0; margin: 0 }
  main > .contents ul { columns: auto }
  main > .contents li { padding: .25rem 0 }
  body:has(.contents) > header.site, body:has(.contents) > footer.site { width: min(100% - 2.5rem, 60rem) }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --tint: #fff; --link: #000; --add: #fff; --cut: #fff; --add-ink: #000; --cut-ink: #000; --note: #fff; --note-line: #000 }
  html { font-size: 10pt }
  body { font-size: 1.0625rem; line-height: 1.45 }
  header.site, footer.site, main { width: 100% }
  header.site nav, .skip, .anchor, .contents, .next { display: none }
  h1, h2, h3, h4 { break-after: avoid }
  p, li, tr { orphans: 3; widows: 3 }
  article a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .85em; overflow-wrap: anywhere }
  .change { break-inside: avoid }
}
`;
