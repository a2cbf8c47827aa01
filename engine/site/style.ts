import { chartStyle } from './style-charts.ts';
import { printStyle } from './style-print.ts';

/** How the site looks: on a screen by day and night, on a phone, and on paper. Fonts are those of the reader's system. */
export const style = `
:root { color-scheme: light dark;
  --paper: #fff; --ground: #f5f6f4; --ink: #20242a; --soft: #5a6470; --rule: #d9dedb; --faint: #f0f3f1;
  --accent: #0b5c56; --accent-soft: #dcecea; --warn: #8a4100; --warn-soft: #fbeedd; --bar: #2f7f77; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #16191c; --ground: #101214; --ink: #e3e6e4; --soft: #a0aaa8; --rule: #343b3d; --faint: #1e2326;
  --accent: #7cc7bf; --accent-soft: #1d3634; --warn: #f0b070; --warn-soft: #35270f; --bar: #4fa59c; } }
* { box-sizing: border-box; }
html { background: var(--ground); scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font: 16px/1.65 system-ui, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans",
  "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
:lang(zh) { line-break: strict; text-spacing-trim: trim-start; }
:lang(zh) body, body:lang(zh) { line-height: 1.75; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { background: var(--accent-soft); box-shadow: 0 0 0 6px var(--accent-soft); border-radius: 2px; }
section:target { background: none; box-shadow: none; } section:target > h2 { color: var(--accent); }
ol.timeline { list-style: none; padding-left: 1.2rem; border-left: 2px solid var(--accent-soft); }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .3rem .8rem; }
header.top { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.4rem; padding: .55rem 1.6rem;
  background: var(--paper); border-bottom: 1px solid var(--rule); }
header.top .home { font-weight: 650; color: var(--ink); text-decoration: none; white-space: nowrap; }
header.top nav { display: flex; gap: 1.1rem; flex: 1 1 auto; overflow-x: auto; }
header.top nav a { color: var(--soft); text-decoration: none; white-space: nowrap; padding: .25rem 0; border-bottom: 2px solid transparent; }
header.top nav a:hover, header.top nav a[aria-current] { color: var(--ink); border-color: var(--accent); }
header.top .language { white-space: nowrap; }
input[type=search] { font: inherit; font-size: .92rem; color: inherit; background: var(--faint); border: 1px solid var(--rule); border-radius: 6px;
  padding: .25rem .7rem; width: 11rem; max-width: 100%; }
input[type=search]::placeholder { color: var(--soft); opacity: 1; }
.page { max-width: 60rem; margin: 0 auto; padding: 1.2rem 1.6rem 3rem; }
.page.with-contents { max-width: 78rem; display: grid; grid-template-columns: 13rem minmax(0, 60rem); gap: 2.6rem; justify-content: center; }
main { min-width: 0; }
nav.contents { position: sticky; top: 4.4rem; align-self: start; max-height: calc(100vh - 5.5rem); overflow-y: auto; font-size: .9rem; line-height: 1.45; padding-top: .3rem; }
nav.contents p { margin: 0 0 .4rem; color: var(--soft); font-weight: 600; }
nav.contents ul { list-style: none; margin: 0; padding: 0; border-left: 1px solid var(--rule); }
nav.contents a { display: block; padding: .22rem 0 .22rem .8rem; margin-left: -1px; color: var(--soft); text-decoration: none; border-left: 2px solid transparent; }
nav.contents a:hover { color: var(--ink); border-color: var(--accent); }
.crumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 1rem; padding: 0; font-size: .9rem; }
.crumbs li:not(:last-child)::after { content: "›"; margin: 0 .55rem; color: var(--soft); }
.crumbs a { color: var(--soft); }
h1 { font-size: 1.95rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin: 0 0 .9rem; text-wrap: balance; }
h1:lang(zh), :lang(zh) h1 { letter-spacing: 0; }
h2 { font-size: 1.25rem; line-height: 1.35; font-weight: 650; margin: 2.6rem 0 .9rem; padding-top: .9rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 650; margin: 0 0 .3rem; }
p { margin: 0 0 .6rem; } ul, ol { padding-left: 1.3rem; margin: .2rem 0 .6rem; }
code.tag { padding: .05rem .4rem; }
code, .raw { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; color: var(--soft); overflow-wrap: break-word; }
.small { font-size: .87rem; color: var(--soft); }
.eyebrow { color: var(--soft); font-size: .9rem; margin: 0 0 .2rem; display: flex; gap: .8rem; flex-wrap: wrap; align-items: baseline; }
.intro { color: var(--soft); max-width: 46rem; }
.notice { background: var(--warn-soft); color: var(--warn); padding: .5rem .9rem; border-radius: 6px; }
.notice a { color: inherit; font-weight: 600; }
dl { margin: 0; } dd { margin: 0; } dd > p:last-child, td > p:last-child { margin-bottom: 0; }
dl.details > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .22rem 0; }
dl.details dt { color: var(--soft); font-size: .93rem; }
dl.details ul { margin-bottom: 0; }
.policy-head dl.details { padding: .7rem 1rem; background: var(--faint); border-radius: 8px; display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; }
dl.totals { display: flex; flex-wrap: wrap; gap: .4rem 2.4rem; margin: 0 0 1rem; }
dl.totals > div { display: flex; flex-direction: column-reverse; } dl.totals dt { color: var(--soft); font-size: .9rem; } dl.totals dd { font-size: 1.5rem; font-weight: 650; line-height: 1.2; }
dl.arms { border-top: 1px solid var(--rule); }
dl.arms > div { display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: 0 1.6rem; padding: .45rem 0; border-bottom: 1px solid var(--rule); }
dl.arms dt em { color: var(--soft); font-style: normal; }
.item dl.arms { border-top: 0; } .item dl.arms > div:last-child { border-bottom: 0; }
.item { padding: .9rem 0 1rem; border-bottom: 1px solid var(--rule); } .item:last-child { border-bottom: 0; }
.item h3 { display: inline-block; margin-right: .8rem; }
.item .who { font-weight: 650; margin-bottom: .15rem; }
.formula { padding: .55rem .9rem; background: var(--faint); border-left: 3px solid var(--accent-soft); border-radius: 0 6px 6px 0; margin: .3rem 0 .5rem; }
dd .formula { padding: 0; background: none; border: 0; margin: 0; }
.conditions { margin: 0 0 .4rem; }
.term, .person { color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-decoration-thickness: 1px; text-underline-offset: 4px; }
a.term:hover, a.person:hover { color: var(--accent); text-decoration-color: currentcolor; }
span.term { text-decoration: none; }
.open, .unset { color: var(--warn); background: var(--warn-soft); border-radius: 4px; padding: .05rem .4rem; font-size: .93em; text-decoration: none; }
.tag { color: var(--soft); border: 1px solid var(--rule); border-radius: 4px; padding: 0 .4rem; font-size: .82rem; white-space: nowrap; }
.rests { line-height: 1; margin-left: .15rem; white-space: nowrap; }
.rests a { display: inline-block; min-width: 1.25em; padding: .1em .2em; font-size: .78em; text-align: center; text-decoration: none; color: var(--accent); background: var(--accent-soft); border-radius: 3px; margin-left: .15em; }
.cites { font-size: .86rem; } .clause { white-space: nowrap; color: var(--soft); text-decoration: none; font-size: .88rem; } a.clause:hover { color: var(--accent); text-decoration: underline; }
ul.policies { list-style: none; padding: 0; columns: 2 20rem; column-gap: 2.2rem; } ul.policies li { break-inside: avoid; padding: .14rem 0; }
ul.policies .small { margin-left: .5rem; font-size: .82rem; }
.scope h3 { margin: 1.5rem 0 .4rem; } .area { margin: .8rem 0 .2rem; }
ul.notes, ol.notes { padding-left: 0; list-style-position: inside; } ol.notes { counter-reset: note; list-style: none; }
.notes > li { padding: .6rem 0; border-bottom: 1px solid var(--rule); } .notes > li:last-child { border-bottom: 0; }
ul.notes { list-style: none; }
ol.notes > li { counter-increment: note; position: relative; padding-left: 2.2rem; }
ol.notes > li::before { content: counter(note); position: absolute; left: 0; top: .75rem; min-width: 1.5em; text-align: center; font-size: .82rem; color: var(--accent); background: var(--accent-soft); border-radius: 3px; }
.notes .question { margin-bottom: .1rem; color: var(--soft); } .notes .answer { margin-bottom: .15rem; font-weight: 600; } .notes p:last-child { margin-bottom: 0; }
ul.inline { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; }
ul.clauses { list-style: none; padding: 0; } ul.clauses li { padding: .18rem 0 .18rem 6.6rem; } ul.clauses .clause { display: inline-block; width: 6.6rem; margin-left: -6.6rem; white-space: normal; overflow-wrap: anywhere; padding-right: .5rem; }
ul.register { list-style: none; padding: 0; } ul.register > li { padding: .8rem 0; border-bottom: 1px solid var(--rule); } ul.register .clause { margin-right: .7rem; }
.scroll { overflow-x: auto; margin: .3rem 0 1rem; }
table { border-collapse: collapse; width: 100%; } table.narrow { width: auto; }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding-bottom: .3rem; }
th { text-align: left; font-weight: 600; } thead th { color: var(--soft); font-size: .9rem; vertical-align: bottom; border-bottom: 2px solid var(--rule); line-height: 1.4; }
th, td { padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; min-width: 4.5rem; } th:last-child, td:last-child { padding-right: 0; }
tbody th { font-weight: inherit; } td > ul, td > p { margin-top: 0; }
td.number, th.number { text-align: right; white-space: nowrap; } td.output { font-weight: 600; } thead .output { color: var(--ink); } td.any, span.any { color: var(--soft); }
td.aside { text-align: right; } thead .aside { display: block; text-align: right; } thead .number { display: block; text-align: right; } tr.otherwise th { color: var(--soft); }
ul.imposed { list-style: none; padding: 0; margin: 0; }
ol.bars { list-style: none; padding: 0; } ol.bars > li { padding: .6rem 0 .8rem; } .bar-head { display: flex; gap: .6rem; align-items: baseline; margin-bottom: .25rem; } .bar-head .weight { margin-left: auto; font-weight: 650; }
dl.anchors > div { display: grid; grid-template-columns: 2rem minmax(0, 1fr); } dl.anchors dt { font-weight: 650; } dl.anchors { font-size: .93rem; margin: .4rem 0; }
ol.steps { padding: 0; list-style: none; counter-reset: step; } ol.steps > li { counter-increment: step; position: relative; padding: .7rem 0 .9rem 2.7rem; border-bottom: 1px solid var(--rule); } ol.steps > li:last-child { border: 0; }
ol.steps > li::before { content: counter(step); position: absolute; left: 0; top: .75rem; width: 1.8rem; text-align: center; font-weight: 650; color: var(--accent); background: var(--accent-soft); border-radius: 4px; }
ol.steps h3 { display: inline-block; margin-right: .8rem; }
details > summary { cursor: pointer; color: var(--accent); padding: .2rem 0; } details[open] > summary { margin-bottom: .4rem; }
.results { list-style: none; padding: 0; } .results li { padding: .6rem 0; border-bottom: 1px solid var(--rule); } .results p { margin: 0; } .results mark { background: var(--accent-soft); color: inherit; }
.big-search { display: flex; gap: .6rem; } .big-search input { width: 100%; max-width: 34rem; font-size: 1.05rem; padding: .45rem .9rem; }
footer { max-width: 78rem; margin: 0 auto; padding: 1rem 1.6rem 2.5rem; color: var(--soft); font-size: .85rem; }
.choice { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.6rem; } .choice ul { list-style: none; padding: 0; } .choice li { margin: .6rem 0; font-size: 1.25rem; }
@media (max-width: 62rem) { .page.with-contents { display: block; max-width: 60rem; } nav.contents { position: static; max-height: none; margin-bottom: 1.4rem; } nav.contents ul { border: 0; display: flex; flex-wrap: wrap; gap: 0 1.1rem; } nav.contents a { padding: .15rem 0; border: 0; margin: 0; } }
@media (max-width: 40rem) { body { font-size: 15.5px; } header.top { position: static; padding: .5rem 1rem; } header.top nav { order: 4; flex-basis: 100%; flex-wrap: wrap; gap: 0 1.1rem; } header.top .home { flex: 1; } html { scroll-padding-top: 1rem; }
  header.top form { order: 3; flex-basis: 100%; } header.top input { width: 100%; } .page { padding: 1rem 1rem 2.4rem; } h1 { font-size: 1.6rem; } h2 { margin-top: 2rem; }
  dl.details > div, dl.arms > div { display: block; } dl.details dt { font-size: .85rem; } dl.arms dd { padding-left: 1.1rem; border-left: 2px solid var(--accent-soft); margin-top: .15rem; } footer { padding: 1rem; } }
${chartStyle}
${printStyle}
`;
