import { html } from 'hono/html';
import type { Type } from '../../ir/type.ts';
import type { Imposed, SanctionsPolicy } from '../../kinds/sanctions/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { anchor, decisionAnchor } from '../file-names.ts';
import { citesIn, expressionIn, placeIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { expressionWords } from '../words/expression.ts';
import { plainWords } from '../words/piece.ts';
import { typeOf } from '../words/type-of.ts';
import { detailsIn } from './arms.ts';
import { roundingIn } from './formula.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** A matrix: violations down, circumstances across. */
export const sanctionsView = viewOf<SanctionsPolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const lines = [...new Set(policy.violations.flatMap(({ value }) => value.map(({ key }) => key.text)))];
  const known = policy.circumstances.map(({ key }) => key.text);
  const columns = lines.toSorted((a, b) => rank(a, known) - rank(b, known));
  const hint = typeOf(policy.violation, scene.reader);
  const rows = policy.violations.map(({ key, value }) => {
    const cells = columns.map((column) => {
      const line = value.find((one) => one.key.text === column)?.value;
      return html`<td>${line === undefined ? html`<span class="any">—</span>` : imposedIn(line, policy, scene)}</td>`;
    });
    const violation = scene.reader.name(key.text, hint);
    return html`<tr>
      <th scope="row">${typeof violation === 'string' ? violation : key.text}</th>
      ${cells}
    </tr>`;
  });
  const heads = [say(viewLabels.violation), ...columns.map((column) => columnTitle(column, scene))];
  const none = policy['when-none'];
  const several = policy['when-several'];
  return [
    {
      id: 'matrix',
      title: say(viewLabels.matrix),
      body: html`${detailsIn([[say(viewLabels.violationIs), expressionIn(policy.violation, scene)]])}${tableIn(say(viewLabels.matrix), heads, rows)}${several === undefined ? '' : html`<p>${say(viewLabels.several)}${restsMark(several['rests-on'], scene)}</p>`}${none === undefined ? '' : html`<p>${say(viewLabels.noneMet)}: ${imposedIn(none, policy, scene)}</p>`}`,
    },
    {
      id: 'circumstances',
      title: say(viewLabels.circumstances),
      body: html`<dl class="arms">
        ${policy.circumstances.map(
          ({ key, value }) =>
            html`<div id="${anchor('circumstance', key.text)}">
              <dt>${columnTitle(key.text, scene)}</dt>
              <dd>${expressionIn(value, scene)}</dd>
            </div>`,
        )}
      </dl>`,
    },
    {
      id: 'measures',
      title: say(viewLabels.measures),
      body: html`<dl class="arms">
        ${policy.measures.map(({ key, value }) => {
          const only = value['only-if'];
          return html`<div id="${decisionAnchor(`${policy.policy.text}.${key.text}`)}">
            <dt>${say(value.title)}</dt>
            <dd>
              ${only === undefined ? '' : html`${say(viewLabels.onlyIf)} ${expressionIn(only.is, scene)}; ${say(viewLabels.elseIs)} ${expressionIn(only.otherwise, scene)}`}
              ${citesIn(value.cites, scene)}${roundingIn(value.round, scene)}
            </dd>
          </div>`;
        })}
      </dl>`,
    },
  ];
});

/** From mild to grave; several together come after the gravest of them. */
function rank(column: string, known: readonly string[]): number {
  if (column === 'any') return -1;
  const parts = column.split(' and ');
  return Math.max(...parts.map((part) => known.indexOf(part))) + (parts.length - 1) / 10;
}

/** A longer condition stands below the matrix only, and its name above the column. */
const longest = 40;

/** A circumstance by its condition, which has titles. */
function columnTitle(column: string, { say, reader, policy, language }: PolicyScene): Content {
  if (column === 'any') return say(viewLabels.always);
  return column.split(' and ').flatMap((name, i) => {
    const expr =
      'circumstances' in policy
        ? (policy as SanctionsPolicy).circumstances.find(({ key }) => key.text === name)?.value
        : undefined;
    const words = expr === undefined ? name : plainWords(expressionWords(expr, reader), name);
    const text = words.length > longest ? html`<code>${name}</code>` : html`${words}`;
    const link = html`<a class="circumstance" href="#${anchor('circumstance', name)}">${text}</a>`;
    return i === 0 ? [link] : [language === 'zh' ? ' 且 ' : ' and ', link];
  });
}

function imposedIn(line: Imposed, { measures }: SanctionsPolicy, scene: PolicyScene): Markup {
  const items = line.others.flatMap(({ key, value }) => {
    const measure = measures.find((one) => one.key.text === key.text)?.value;
    if (measure === undefined) return [];
    const isPlain = value.form === 'plain' && value.value.syntax === 'boolean' && value.value.truth;
    const hint: Type | undefined =
      measure.type.text === 'boolean' ? undefined : { is: 'enumeration', name: measure.type.text };
    return [html`<li>${scene.say(measure.title)}${isPlain ? '' : html`: ${placeIn(value, scene, hint)}`}</li>`];
  });
  return html`<ul class="imposed">
      ${items}
    </ul>
    ${restsMark(line['rests-on'], scene)} ${citesIn(line.cites, scene)}`;
}
