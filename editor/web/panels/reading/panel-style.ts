/** The site's style as it suits a narrow panel of a light page. */
export function panelStyle(site: string): string {
  return `${site.replace(':root {', ':host {').replaceAll('(prefers-color-scheme: dark)', 'not all')}${narrow}`;
}

const narrow = `
:host { color-scheme: light; color: var(--ink); display: block; overflow-wrap: break-word;
  --accent: #1f4e8c; --accent-soft: #e9f0fa; --bar: #3a6db0; --ground: #f5f6f8; --faint: #f5f6f8; --rule: #e1e5eb; }
h1 { font-size: 1.36rem; margin: 0 0 .7rem; }
h2 { font-size: 1.1rem; margin: 1.7rem 0 .6rem; padding-top: .7rem; }
dl.details > div { grid-template-columns: 7rem minmax(0, 1fr); }
.policy-head dl.details { display: block; }
dl.arms > div { display: block; } dl.arms dd { padding-left: 1rem; border-left: 2px solid var(--accent-soft); }
th, td { padding-right: .7rem; min-width: 3rem; }
[data-at], .leads { cursor: pointer; } a { cursor: pointer; }
.leads:hover { background: var(--accent-soft); } .leads:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
table.month { width: 100%; table-layout: fixed; } table.month th, table.month td { min-width: 0; padding: .3rem; }
svg.chart { max-width: 100%; } svg .tick { font-size: 15px; }
`;
