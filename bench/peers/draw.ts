import { View, parse } from 'vega';
import { compile } from 'vega-lite';

/** A picture as SVG, of what Vega-Lite calls a specification. */
export async function draw(specification: object): Promise<string> {
  const view = new View(parse(compile({ ...specification, ...look }).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Light ground of its own, so that it can be read on a dark page too. */
const look = {
  background: '#ffffff',
  padding: 14,
  config: {
    font: 'system-ui, -apple-system, "Segoe UI", "Noto Sans SC", "Noto Sans", sans-serif',
    view: { stroke: '#d0d7de' },
    title: { anchor: 'start', fontSize: 15, fontWeight: 600, color: '#1f2328', offset: 12 },
    axis: {
      labelFontSize: 12,
      titleFontSize: 12,
      labelColor: '#1f2328',
      titleColor: '#1f2328',
      gridColor: '#e6e9ed',
      domainColor: '#8c959f',
      tickColor: '#8c959f',
      labelLimit: 0,
    },
    legend: {
      labelFontSize: 12,
      labelLimit: 0,
      labelColor: '#1f2328',
      symbolSize: 90,
      layout: { bottom: { margin: 34 } },
    },
  },
};
