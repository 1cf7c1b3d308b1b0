/** One quiet column in the fonts of the system, light or dark as the reader's system is. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f5f2, #16181b);
  --sheet: light-dark(#ffffff, #1e2125);
  --ink: light-dark(#22252a, #e7e5e0);
  --quiet: light-dark(#62676f, #9da2aa);
  --line: light-dark(#e4e1da, #2e3238);
  --hover: light-dark(#faf8f4, #24282d);
  --accent: light-dark(#2a5d8f, #8ab8e6);
  --good: light-dark(#2d6a43, #8fd0a6);
  --good-ground: light-dark(#e4f2e8, #1d3527);
  --late: light-dark(#7a5510, #e5c07b);
  --late-ground: light-dark(#faf0d8, #3a2f18);
  --bad: light-dark(#9b2f27, #f0a49c);
  --bad-ground: light-dark(#fbe7e4, #42211f);
  --font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 var(--font); }
a { color: var(--accent); }
h1 { font-size: 1.3rem; line-height: 1.3; margin: 0; letter-spacing: -0.01em; }
h1 a { color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.quiet { color: var(--quiet); font-weight: 400; }
.top, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
.top { padding-top: 1.5rem; }
.row { display: flex; gap: 1rem; align-items: center; justify-content: space-between; flex-wrap: wrap; min-height: 2.5rem; }
form { flex: 1 1 16rem; max-width: 24rem; }
input[type='search'] {
  width: 100%; padding: 0.5rem 0.9rem; font: inherit; color: inherit; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 999px;
}
.filters, .tabs { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.filters { margin: 0.75rem 0 0.35rem -0.75rem; }
.filters a, .tabs a { padding: 0.25rem 0.75rem; border-radius: 999px; text-decoration: none; color: var(--quiet); }
.filters a:hover, .tabs a:hover { color: var(--ink); }
.filters [aria-current], .tabs [aria-current] { background: var(--sheet); color: var(--ink); box-shadow: 0 0 0 1px var(--line); font-weight: 600; }
.count { font-variant-numeric: tabular-nums; font-weight: 400; color: var(--quiet); }
.mails { list-style: none; margin: 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.day { position: sticky; top: 0; margin: 0; padding: 0.5rem 0 0.4rem; background: var(--ground); color: var(--quiet); font-size: 0.82rem; font-weight: 600; }
section + section { margin-top: 1rem; }
.mail {
  display: grid; grid-template-columns: 2.25rem minmax(0, 1fr) auto; column-gap: 0.85rem; align-items: center;
  padding: 0.6rem 1rem; color: inherit; text-decoration: none;
}
.mail:hover { background: var(--hover); }
.mail:focus-visible { outline-offset: -2px; }
.avatar { grid-row: span 2; width: 2.25rem; height: 2.25rem; border-radius: 50%; display: grid; place-items: center; font-weight: 600; }
.tint0 { background: light-dark(#e3ebf5, #26364a); color: light-dark(#2c4f7c, #a9c8ec); }
.tint1 { background: light-dark(#e6f0e4, #283b28); color: light-dark(#37602f, #b3d7a9); }
.tint2 { background: light-dark(#f6ead9, #43351f); color: light-dark(#7a511a, #ecc993); }
.tint3 { background: light-dark(#f2e4ee, #402a3b); color: light-dark(#76396a, #e3b3d7); }
.tint4 { background: light-dark(#e1f0f0, #1f3b3c); color: light-dark(#23605f, #9fd6d4); }
.tint5 { background: light-dark(#ebe7f6, #322c4a); color: light-dark(#4f3f8f, #c5b9f0); }
.who { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.when { color: var(--quiet); font-size: 0.82rem; font-variant-numeric: tabular-nums; text-align: right; }
.what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 0.92rem; }
.what .subject { margin-right: 0.4rem; }
.mail > .pill { justify-self: end; }
.mail > .what:last-child { grid-column: span 2; }
.pill { padding: 0.05rem 0.6rem; border-radius: 999px; font-size: 0.78rem; font-weight: 600; white-space: nowrap; }
.pill.good { color: var(--good); background: var(--good-ground); }
.pill.late { color: var(--late); background: var(--late-ground); }
.pill.bad { color: var(--bad); background: var(--bad-ground); }
.pager, .turns { display: flex; gap: 1rem; align-items: center; justify-content: space-between; }
.pager { padding: 1rem 0.25rem 2.5rem; font-variant-numeric: tabular-nums; }
.turn { text-decoration: none; padding: 0.25rem 0; }
.back { text-decoration: none; }
#fresh { margin: 0 0 0.75rem; text-align: center; }
#fresh a { display: inline-block; padding: 0.2rem 1rem; border-radius: 999px; background: var(--accent); color: var(--sheet); text-decoration: none; font-weight: 600; font-size: 0.88rem; }
.empty { text-align: center; padding: 4rem 1.25rem; color: var(--quiet); }
.empty h1, .empty h2 { color: var(--ink); margin: 0 0 0.5rem; font-size: 1.2rem; }
.reading { padding-top: 0.75rem; padding-bottom: 3rem; }
.reading h1 { font-size: 1.55rem; margin-bottom: 0.9rem; overflow-wrap: anywhere; }
.envelope { margin: 0; display: grid; gap: 0.15rem; }
.envelope > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); }
.envelope dt { color: var(--quiet); }
.envelope dd { margin: 0; overflow-wrap: anywhere; }
.envelope .pill { margin-left: 0.5rem; }
.person + .person::before { content: ', '; }
.notice { margin: 0.9rem 0 0; padding: 0.6rem 0.9rem; border-radius: 8px; background: var(--bad-ground); color: var(--bad); }
.notice strong::first-letter { text-transform: uppercase; }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; list-style: none; margin: 0.9rem 0 0; padding: 0; }
.tag { padding: 0.1rem 0.6rem; border-radius: 6px; background: var(--sheet); border: 1px solid var(--line); font-size: 0.82rem; overflow-wrap: anywhere; }
.tag span { color: var(--quiet); margin-right: 0.2rem; }
.tag.plain { background: none; border-style: dashed; }
.bar { display: flex; align-items: center; justify-content: space-between; margin: 1.25rem 0 0.75rem -0.75rem; gap: 1rem; }
.button { text-decoration: none; font-size: 0.9rem; }
.paper { display: block; width: 100%; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; }
iframe.paper { height: 75vh; background: #fff; color-scheme: light; }
pre.paper { margin: 0; padding: 1.5rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 var(--mono); }
table.paper { display: table; border-collapse: separate; border-spacing: 0; font-size: 0.9rem; overflow: hidden; }
.lines th { text-align: left; font-weight: 600; color: var(--quiet); padding: 0.45rem 1rem; vertical-align: top; white-space: nowrap; width: 1%; }
.lines td { padding: 0.45rem 1rem; overflow-wrap: anywhere; font-family: var(--mono); font-size: 0.85rem; }
.lines tr + tr > * { border-top: 1px solid var(--line); }
@media (max-width: 36rem) {
  .top, main { padding-left: 0.75rem; padding-right: 0.75rem; }
  .lines th, .lines td { display: block; width: auto; padding-bottom: 0; }
  .lines td { padding-bottom: 0.5rem; }
  .lines tr + tr > td { border-top: 0; }
}
`;
