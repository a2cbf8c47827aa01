/** How slips and their index look, on a screen and on A4 paper. */
export const style = `
:root { --ink: #1d2126; --soft: #59626c; --rule: #cfd5db; --faint: #f4f6f8; --accent: #1f4f82; --warn: #8a3d00; }
@page { size: A4; margin: 16mm 16mm 18mm; }
* { box-sizing: border-box; }
html { background: #e9ecef; }
body { margin: 0; color: var(--ink); font: 15px/1.55 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans SC",
  "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 210mm; margin: 0 auto; padding: 12px; }
article { background: #fff; padding: 14mm 15mm; margin: 0 0 16px; border: 1px solid var(--rule); }
nav { display: flex; gap: 18px; padding: 6px 2px 12px; }
a { color: var(--accent); text-underline-offset: 2px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 25px; line-height: 1.25; margin: 2px 0 14px; font-weight: 650; }
h2 { font-size: 16px; margin: 30px 0 8px; padding-bottom: 4px; border-bottom: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 15px; margin: 18px 0 2px; display: flex; gap: 10px; align-items: baseline; break-after: avoid; }
h3 .number { color: var(--soft); font-weight: 400; min-width: 2.2em; }
h3 .title { flex: 1; }
dl.head { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 0; padding: 10px 14px;
  background: var(--faint); border-left: 3px solid var(--accent); }
dl.head dt { color: var(--soft); }
dl.head dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
dl.head dd.plain { font-weight: 400; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px; }
th, td { padding: 4px 8px; border-bottom: 1px solid var(--rule); vertical-align: baseline; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
.amount { text-align: right; white-space: nowrap; }
th.amount { white-space: normal; }
td.item a { color: inherit; text-decoration: none; }
td.item a:hover, td.item a:focus { text-decoration: underline; }
.of { color: var(--soft); font-weight: 400; font-size: 13px; }
td.number { color: var(--soft); white-space: nowrap; width: 1%; }
tr.depth-0 td { font-weight: 700; font-size: 17px; border-bottom: 2px solid var(--ink); padding-top: 8px; }
tr.depth-0 td.number { font-weight: 400; font-size: 15px; }
tr.depth-1 td { font-weight: 600; }
tr.depth-1 td.number { font-weight: 400; }
tr.depth-2 .item { padding-left: 1.6em; }
tr.depth-3 .item { padding-left: 3.2em; color: var(--soft); }
tr.depth-3 .amount { color: var(--soft); }
.reason { display: block; color: var(--warn); font-weight: 400; font-size: 14px; }
.undetermined, .error { color: var(--warn); }
.mark { font-size: 12px; font-weight: 400; margin-left: 3px; white-space: nowrap; }
.part { break-inside: auto; }
.depth-2.part, .depth-3.part { margin-left: 1.6em; }
ul.lines { list-style: none; margin: 2px 0 2px 3.2em; padding: 0; }
ul.lines ul { margin-left: 0.3em; padding-left: 1em; border-left: 1px solid var(--rule); }
ul.lines li { margin: 1px 0; break-inside: avoid; overflow-wrap: anywhere; }
ul.lines li:has(ul) { break-inside: auto; }
li.unmet, li.quiet { color: var(--soft); }
li.taken > .text { font-weight: 600; }
li.open { color: var(--warn); }
.see { color: var(--soft); font-size: 13px; margin-left: 6px; }
.source { color: var(--soft); font-size: 13px; margin: 3px 0 0 3.2em; }
ol.notes { margin: 6px 0 0; padding-left: 2.2em; }
ol.notes li { margin: 0 0 9px; break-inside: avoid; }
ol.notes li::marker { color: var(--soft); }
ol.notes p, ul.notes p { margin: 0; }
ul.notes { list-style: none; margin: 6px 0 0; padding: 0; font-size: 13.5px; }
ul.notes li { margin: 0 0 7px; break-inside: avoid; }
.answer::before { content: "→ "; color: var(--soft); }
.small { font-size: 13px; color: var(--soft); }
.intro { color: var(--soft); margin: 4px 0 8px; font-size: 14px; }
footer { margin-top: 28px; padding-top: 6px; border-top: 1px solid var(--rule); color: var(--soft); font-size: 13px; }
@media (max-width: 640px) { article { padding: 14px; } body { font-size: 14px; } th, td { padding: 4px; } ul.lines, .source { margin-left: 0; } .depth-2.part, .depth-3.part { margin-left: 0; } }
@media print {
  html { background: #fff; }
  body { font-size: 9.5pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  article { border: 0; padding: 0; margin: 0; break-after: page; }
  article:last-child { break-after: auto; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 17pt; }
  h2 { font-size: 11.5pt; margin-top: 18pt; }
  h3 { font-size: 10pt; margin-top: 9pt; }
  tr.depth-0 td { font-size: 11.5pt; }
  tr.depth-0 td.number { font-size: 9.5pt; }
  th, .small, .source, .see, .intro, footer, ul.notes, .reason { font-size: 8.5pt; }
  .mark { font-size: 8pt; }
  ul.conventions { columns: 2; column-gap: 8mm; }
  ul.conventions .small { font-size: 7.5pt; }
  dl.head { background: none; border: 1px solid var(--rule); border-left: 3px solid var(--ink); }
}
`;
