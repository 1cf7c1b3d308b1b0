/** How changes look: underlined and struck through, labelled in words, and only then coloured. */
export const styleRedline = `ins { background: var(--add); color: var(--add-ink); text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .18em; padding: 0 .1em; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone }
del { background: var(--cut); color: var(--cut-ink); text-decoration: line-through; padding: 0 .1em; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone }
.label { font: 650 .8125rem/1.5 var(--sans); color: var(--quiet) }
.count { font: 600 1.0625rem/1.5 var(--sans) }
.summary > h2, #changes { margin-top: 0 }
#changes { margin-top: 3.5rem; padding-top: 2rem; border-top: 1px solid var(--line) }
.legend { font: .9375rem/1.5 var(--sans); color: var(--quiet) }
.findings { list-style: none; padding: 0; margin: 0 }
.findings > li { padding: 1.4rem 0 1.1rem; border-top: 1px solid var(--line); margin: 0 }
.findings h3 { margin: 0 0 .7rem }
.findings p { margin: 0 0 .6rem }
.quote { padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line) }
.quote.before { border-color: var(--cut-ink) }
.quote.now { border-color: var(--add-ink) }
.quote .label { display: block }
.why, .basis { font: .9375rem/1.55 var(--sans) }
.basis { color: var(--quiet) }
.basis cite { font-style: normal }
.place { font: .9375rem/1.5 var(--sans) }
.redline { margin: 0 0 2.5rem }
.redline h3 { margin: 2.25rem 0 1rem; font-size: 1.25rem }
.above { font: .875rem/1.5 var(--sans); color: var(--quiet); margin: 2rem 0 -2rem }
.change { padding: .9rem 0 .2rem 1.1rem; border-left: 3px solid var(--line); margin: 0 0 1.25rem; scroll-margin-top: 1.5rem }
.change.added { border-color: var(--add-ink) }
.change.removed { border-color: var(--cut-ink) }
.change.reworded, .change.split, .change.merged, .change.asides { border-color: var(--note-line) }
.change:target { background: var(--tint); outline: 2px solid var(--note-line); outline-offset: .35rem }
.change > p { margin: 0 0 .7rem }
.tag { font: .875rem/1.5 var(--sans); color: var(--quiet); display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline }
.tag strong { color: var(--ink); font-weight: 650 }
.tag a { color: var(--quiet); text-decoration: none; min-width: 1.6rem; padding: .1rem .35rem; text-align: center; border: 1px solid var(--line); border-radius: 3px }
.tag a:hover { border-color: currentColor }
.tag .next { margin-left: auto }
.departed { font: .875rem/1.5 var(--sans); padding-left: 1.1rem; border-left: 3px dotted var(--line) }
.aside { font: .9375rem/1.5 var(--sans); overflow-wrap: anywhere }
.was-heading { font-weight: 700 }
.was-item { padding-left: 1.2em }
.was-item::before { content: '•'; margin-left: -1.2em; width: 1.2em; display: inline-block; color: var(--quiet) }
.same, .small-changes { margin: 0 0 1.25rem }
.same summary, .small-changes summary { font: .875rem/1.5 var(--sans); color: var(--quiet); cursor: pointer; padding: .35rem 0 }
.same p { color: var(--quiet); margin: 0 0 .6rem; padding-left: 1.1rem }
.versions, .policies { list-style: none; padding: 0; margin: 0 }
.versions > li, .policies > li { padding: 1.6rem 0 1.2rem; border-top: 1px solid var(--line); margin: 0 }
.versions h2, .policies h2 { margin: 0 0 .4rem }
.versions p, .policies p { margin: 0 0 .3rem; font: .9375rem/1.6 var(--sans) }
.versions .fingerprint { font-size: .8125rem }
.standing { font: 600 .8125rem/1.6 var(--sans); padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); vertical-align: .2em; margin-left: .4rem; white-space: nowrap }
.current .standing { background: var(--add); color: var(--add-ink); border-color: transparent }
.upcoming .standing { background: var(--note); color: var(--ink); border-color: transparent }
.dates { color: var(--quiet) }
.links span { margin-right: 1.25rem }
`;
