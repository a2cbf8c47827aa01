/** How pages look on A4: no navigation, nothing cut off, links to clauses by their numbers, which stand there anyway. */
export const printStyle = `
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { --paper: #fff; --ground: #fff; --ink: #000; --soft: #444; --rule: #bbb; --faint: #f4f4f4; --accent: #000; --accent-soft: #e8ecea; --warn: #6b3200; --warn-soft: #f6ead9; --bar: #3f6f6a; }
  html, body { background: #fff; font-size: 10.5pt; line-height: 1.5; }
  header.top, nav.contents, .crumbs, .skip, form { display: none; }
  .page, .page.with-contents { display: block; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 1.4rem; } h1, h2, h3 { break-after: avoid; } tr, .item, .notes > li, .steps > li, .register > li, .bars > li, svg, dl.arms > div { break-inside: avoid; }
  .scroll { overflow: visible; } svg.chart { max-width: 100%; max-height: 230mm; } thead { display: table-header-group; } th, td { min-width: 0; }
  .policy-head dl.details, .formula, .open, .unset, .rests a, td.marked, .heat { -webkit-print-color-adjust: exact; print-color-adjust: exact; } svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  footer { padding: 1.5rem 0 0; font-size: 8.5pt; } table.month th, table.month td { min-width: 0; }
}
`;
