import { html } from 'hono/html';
import type { Expr } from '../../expression/ast.ts';
import type { Parameter } from '../../ir/program.ts';
import { printValue } from '../../value/print.ts';
import { labels } from '../labels.ts';
import { expressionIn, memberIn, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn } from '../sections.ts';
import { viewLabels } from './labels.ts';

/** The level of each likelihood and impact, where a parameter with two keys gives it; that it is not set, where nobody has set it. */
export function heatMap(level: Expr, scene: PolicyScene): Content {
  const { say } = scene;
  const words = html`<p class="formula">${say(viewLabels.level)} = ${expressionIn(level, scene)}</p>`;
  const parameter = level.syntax === 'call' ? parameterNamed(level.name, scene) : undefined;
  if (level.syntax !== 'call' || parameter === undefined || parameter.keys.length !== 2) return words;
  const [down, across] = level.args.map((arg) => expressionIn(arg, scene));
  if (parameter.entries === undefined) {
    return html`${words}
      <div class="heat-unset">
        <p><strong>${say(labels.notSet)}</strong></p>
        <p class="small">${say(viewLabels.heatNotSet)}</p>
      </div>`;
  }
  const entries = parameter.entries;
  const rows = [...new Set(entries.map(({ keys }) => keys[0] ?? ''))];
  const columns = [...new Set(entries.map(({ keys }) => keys[1] ?? ''))];
  const levels = levelsOf(
    parameter,
    entries.map(({ value }) => printValue(value, scene.book.program)),
    scene,
  );
  const cell = (row: string, column: string): Content => {
    const found = entries.find(({ keys }) => keys[0] === row && keys[1] === column);
    if (found === undefined) return html`<td class="open">${say(labels.notSet)}</td>`;
    const text = printValue(found.value, scene.book.program);
    return html`<td class="heat heat-${Math.min(levels.indexOf(text), 5)}">
      ${memberIn(parameter.type, text, scene)}
    </td>`;
  };
  const heads = [
    html`${down ?? ''} ↓ · ${across ?? ''} →`,
    ...columns.map((key) => memberIn(parameter.keys[1], key, scene)),
  ];
  const body = rows.map(
    (row) =>
      html`<tr>
        <th scope="row">${memberIn(parameter.keys[0], row, scene)}</th>
        ${columns.map((column) => cell(row, column))}
      </tr>`,
  );
  return html`${words}${tableIn(say(viewLabels.heat), heads, body)}`;
}

function parameterNamed(name: string, { book }: PolicyScene): Parameter | undefined {
  return book.program.parameters[name];
}

/** From mild to grave: as the enumeration has them, else in the order in which they stand in the matrix. */
function levelsOf({ type }: Parameter, occurring: readonly string[], { book }: PolicyScene): readonly string[] {
  const members = type.is === 'enumeration' ? Object.keys(book.program.enumerations[type.name] ?? {}) : [];
  return members.length > 0 ? members : [...new Set(occurring)];
}
