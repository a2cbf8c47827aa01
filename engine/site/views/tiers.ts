import { html } from 'hono/html';
import type { Bands, Ir } from '../../ir/ir.ts';
import { nodes } from '../../ir/walk.ts';
import type { TiersPolicy } from '../../kinds/tiers/index.ts';
import { scaleChart } from '../../service/scale-chart.ts';
import type { Version } from '../../program/handbook.ts';
import { tierChart } from '../charts/tier-chart.ts';

import { labels } from '../labels.ts';
import { cellIn, citesIn, expressionIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { typeOf } from '../words/type-of.ts';
import { detailsIn } from './arms.ts';
import { roundingIn } from './formula.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** A scale as a chart and as a table. */
export const tiersView = viewOf<TiersPolicy>((policy, scene): readonly Section[] => {
  const { say, version } = scene;
  const hint = typeOf(policy.by, scene.reader);
  const isAmount = policy.tiers.some(({ form }) => form === 'amount');
  const rows = policy.tiers.map(({ form, value }) => {
    const what = form === 'amount' ? value.amount : value.rate;
    const own = value.origin === 'own' ? html` <span class="tag">${say(labels.readersOnly)}</span>` : '';
    return html`<tr>
      <th scope="row">${cellIn(value.in, scene, hint)}</th>
      <td class="number">${expressionIn(what, scene)}${restsMark(value['rests-on'], scene)}</td>
      <td class="aside">${citesIn(value.cites, scene)}${own}</td>
    </tr>`;
  });
  const mode = isAmount && policy.mode === 'slab' ? viewLabels.slabOfValues : viewLabels.mode[policy.mode];
  const valueTitle = say(isAmount ? viewLabels.amount : viewLabels.rate);
  return [
    {
      id: 'tiers',
      title: say(viewLabels.tiers),
      body: html`${detailsIn([
          [say(viewLabels.tierBy), expressionIn(policy.by, scene)],
          [say(viewLabels.base), policy.base === undefined ? undefined : expressionIn(policy.base, scene)],
        ])}
        <p class="intro">${say(mode)}</p>
        ${chartOf(version, scene, valueTitle)}${tableIn(say(viewLabels.tiers), [say(viewLabels.range), html`<span class="number">${valueTitle}</span>`, say(labels.clauses)], rows, 'narrow')}${roundingIn(policy.round, scene)}`,
    },
  ];
});

/** Nothing where an end or a value is computed: it cannot be drawn before a question is asked. */
function chartOf(version: Version, scene: PolicyScene, valueTitle: string): Content {
  const bands = version.decisions
    .map(({ body }) => (body.is === 'ir' ? bandsIn(body.ir) : undefined))
    .find((one) => one !== undefined);
  const chart = bands === undefined ? undefined : scaleChart(bands, scene.book.program);
  return chart === undefined ? '' : tierChart(chart, valueTitle, scene);
}

function bandsIn(ir: Ir): Bands | undefined {
  for (const node of nodes(ir)) if (node.op === 'bands') return node;
  return undefined;
}
