import { html } from 'hono/html';
import type { Expr } from '../../expression/ast.ts';
import type { Type } from '../../ir/type.ts';
import type { Markup } from '../../slips/markup.ts';
import { labels } from '../labels.ts';
import { expressionIn, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';

interface ArmShown {
  /** None: in all other cases. */
  readonly when?: Content;
  readonly then: Content;
}

/** Cases, one a line. */
export function armsIn(arms: readonly ArmShown[], { say }: PolicyScene): Markup {
  return html`<dl class="arms">
    ${arms.map(
      ({ when, then }) =>
        html`<div>
          <dt>${when === undefined ? html`<em>${say(labels.otherwise)}</em>` : when}</dt>
          <dd>${then}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A value as a formula of its own line; `if … else if …` as cases. */
export function bodyIn(expr: Expr, scene: PolicyScene, hint?: Type): Content {
  if (expr.syntax !== 'if') return html`<p class="formula">${expressionIn(expr, scene, hint)}</p>`;
  const arms: ArmShown[] = [];
  let rest: Expr = expr;
  while (rest.syntax === 'if') {
    arms.push({ when: expressionIn(rest.condition, scene), then: expressionIn(rest.consequence, scene, hint) });
    rest = rest.alternative;
  }
  return armsIn([...arms, { then: expressionIn(rest, scene, hint) }], scene);
}

/** A condition; what `and` joins stands one below the other. */
export function conditionIn(expr: Expr, scene: PolicyScene): Content {
  const parts = conjuncts(expr);
  if (parts.length < 3) return html`<p class="formula">${expressionIn(expr, scene)}</p>`;
  return html`<p class="small">${scene.language === 'zh' ? '同时满足：' : 'All of these:'}</p>
    <ul class="conditions">
      ${parts.map((part) => html`<li>${expressionIn(part, scene)}</li>`)}
    </ul>`;
}

function conjuncts(expr: Expr): readonly Expr[] {
  return expr.syntax === 'binary' && expr.operator === 'and'
    ? [...conjuncts(expr.left), ...conjuncts(expr.right)]
    : [expr];
}

/** What is named: a label and what stands under it. */
export function detailsIn(rows: readonly (readonly [label: string, value: Content | undefined])[]): Markup | '' {
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  if (shown.length === 0) return '';
  return html`<dl class="details">
    ${shown.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
