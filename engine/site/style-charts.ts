/** How drawings look; lines and letters take the colours of the page. */
export const chartStyle = `
svg.chart { display: block; max-width: none; height: auto; font: inherit; }
svg text { fill: var(--ink); font-size: 12px; } svg .tick { fill: var(--soft); } svg a { text-decoration: none; } svg a:hover rect { stroke: var(--accent); stroke-width: 2; }
svg .axis { stroke: var(--soft); stroke-width: 1; } svg .grid { stroke: var(--rule); stroke-width: 1; stroke-dasharray: 2 4; }
svg .area { fill: var(--accent-soft); } svg .step { stroke: var(--bar); stroke-width: 2.5; } svg .hole { fill: var(--warn-soft); }
svg circle.closed { fill: var(--bar); stroke: var(--bar); stroke-width: 1.5; } svg circle.open { fill: var(--paper); stroke: var(--bar); stroke-width: 1.5; }
svg.share { display: block; } svg .rail { fill: var(--faint); } svg .bar { fill: var(--bar); } svg .on-bar { fill: var(--paper); font-weight: 600; } svg .now { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .tree-line, svg .tree-open { fill: none; stroke: var(--soft); stroke-width: 1.2; } svg .tree-open { stroke: var(--warn); stroke-dasharray: 4 3; }
svg .tree-node, svg .flow-node { fill: var(--paper); stroke: var(--rule); stroke-width: 1.3; } svg .tree-node.root { fill: var(--accent-soft); stroke: var(--accent-soft); }
svg .tree-title { font-size: 13px; font-weight: 600; } svg .tree-under { font-size: 11px; fill: var(--soft); }
svg .flow-node { fill: var(--faint); } svg .flow-node.optional { stroke: var(--soft); stroke-dasharray: 5 4; } svg .flow-title { font-size: 14px; font-weight: 600; } svg .flow-under { fill: var(--soft); }
svg .flow-on, svg .flow-back { fill: none; stroke: var(--soft); stroke-width: 1.4; stroke-linejoin: round; } svg .flow-back { stroke: var(--warn); stroke-dasharray: 5 4; } svg .flow-label { fill: var(--warn); paint-order: stroke; stroke: var(--ground); stroke-width: 4px; } svg .arrow { fill: var(--soft); }
table.month { width: auto; font-size: .9rem; } table.month th, table.month td { min-width: 5.4rem; padding: .35rem .5rem; border: 1px solid var(--rule); line-height: 1.35; } table.month td { height: 3.1rem; color: var(--soft); }
table.month td.marked { background: var(--accent-soft); color: var(--ink); } table.month td span { display: block; font-size: .8rem; }
.heat-unset { border: 1px dashed var(--warn); color: var(--warn); border-radius: 8px; padding: 1.6rem; text-align: center; background: var(--warn-soft); margin: .4rem 0 1rem; } .heat-unset .small { color: inherit; margin: 0; }
td.heat { font-weight: 600; text-align: center; } .heat-0 { background: #dcecea; } .heat-1 { background: #eef0cf; } .heat-2 { background: #fbe5b8; } .heat-3 { background: #f7cda4; } .heat-4 { background: #f0b09d; } .heat-5 { background: #e6949a; } td.heat { color: #20242a; }
`;
