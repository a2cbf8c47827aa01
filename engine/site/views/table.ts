import { html } from 'hono/html';
import type { Type } from '../../ir/type.ts';
import type { TablePolicy } from '../../kinds/table/index.ts';
import { rowsOf, type TableRow } from '../../kinds/table/rows.ts';
import type { Markup } from '../../slips/markup.ts';
import { decisionAnchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import { cellIn, citesIn, expressionIn, placeIn, restsMark } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { typeOf } from '../words/type-of.ts';
import { roundingIn } from './formula.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** A decision table as it is read: conditions on the left, what holds under them on the right. */
export const tableView = viewOf<TablePolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const { rows, otherwise } = rowsOf(policy);
  const name = policy.policy.text;
  const heads = [
    ...policy.columns.map(({ value }) => expressionIn(value, scene)),
    ...policy.outputs.map(
      ({ key, value }) =>
        html`<span id="${decisionAnchor(`${name}.${key.text}`)}" class="output">${say(value.title)}</span>`,
    ),
    html`<span class="aside">${say(labels.clauses)}</span>`,
  ];
  const types = new Map(scene.version.decisions.map((one) => [one.name.replace(/\/each$/, ''), one.type]));
  const hints = policy.columns.map(({ value }) => typeOf(value, scene.reader));
  const outputs = policy.outputs.map(
    ({ key }) => [key.text, itemType(types.get(`${name}.${key.text}`), policy)] as const,
  );
  const shown = rows.map((row) => rowIn(row, hints, outputs, scene));
  const last =
    otherwise === undefined
      ? []
      : [
          html`<tr class="otherwise">
            ${[html`<th scope="row" colspan="${policy.columns.length}">${say(labels.otherwise)}</th>`, ...valuesIn(otherwise, outputs, scene)]}
          </tr>`,
        ];
  const hit = policy.hit ?? 'unique';
  const collect = policy.collect === undefined ? '' : ` ${say(viewLabels.collect[policy.collect])}`;
  return [
    {
      id: 'table',
      title: say(viewLabels.table),
      body: html`<p class="intro">${say(viewLabels.hit[hit])}${collect}</p>
        ${tableIn(say(policy.title), heads, [...shown, ...last])}${policy.outputs.map(({ value }) => roundingIn(value.round, scene))}`,
    },
  ];
});

/** Rows give single items of what is collected into a list. */
function itemType(type: Type | undefined, { collect }: TablePolicy): Type | undefined {
  return collect === 'list' && type?.is === 'list' ? type.of : type;
}

type Outputs = readonly (readonly [name: string, type: Type | undefined])[];

function rowIn(row: TableRow, hints: readonly (Type | undefined)[], outputs: Outputs, scene: PolicyScene): Markup {
  const cells = row.cells.map((cell, i) =>
    cell.cell === 'any' ? html`<td class="any">—</td>` : html`<td>${cellIn(cell, scene, hints[i])}</td>`,
  );
  return html`<tr>
    ${[...cells, ...valuesIn(row, outputs, scene)]}
  </tr>`;
}

function valuesIn({ entry, values }: TableRow, outputs: Outputs, scene: PolicyScene): readonly Markup[] {
  const own = entry.origin === 'own' ? html` <span class="tag">${scene.say(labels.readersOnly)}</span>` : '';
  return [
    ...outputs.map(([name, type]) => {
      const place = values.get(name);
      return html`<td class="output">${place === undefined ? '' : placeIn(place, scene, type)}</td>`;
    }),
    html`<td class="aside">${restsMark(entry['rests-on'], scene)} ${citesIn(entry.cites, scene)}${own}</td>`,
  ];
}
