import { html } from 'hono/html';
import type { Criterion, ScorecardPolicy } from '../../kinds/scorecard/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { shareBar } from '../charts/share-bar.ts';
import { anchor, decisionAnchor } from '../file-names.ts';
import {
  cellIn,
  citesIn,
  expressionIn,
  gapMark,
  linesIn,
  listed,
  personIn,
  restsMark,
  type Content,
} from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** Weighted criteria as bars, who rates them, and results out of results. */
export const scorecardView = viewOf<ScorecardPolicy>((policy, scene): readonly Section[] => [
  ...criteriaSection(policy, scene),
  ...raterSection(policy, scene),
  ...rollUpSection(policy, scene),
]);

function criteriaSection({ criteria, points }: ScorecardPolicy, scene: PolicyScene): readonly Section[] {
  if (criteria === undefined) return [];
  const { say } = scene;
  const range =
    points === undefined ? '' : html`<p class="intro">${say(viewLabels.points)}: ${cellIn(points.range, scene)}</p>`;
  return [
    {
      id: 'criteria',
      title: say(viewLabels.criteria),
      body: html`${range}
        <ol class="bars">
          ${criteria.map((one) => criterionIn(one, scene))}
        </ol>`,
    },
  ];
}

function criterionIn(
  { id, title, weight, indicators = [], anchors = [], cites, ...rest }: Criterion,
  scene: PolicyScene,
): Markup {
  const { say } = scene;
  const value =
    weight.form === 'unstated' ? gapMark(weight.value.unstated.text, scene) : expressionIn(weight.value, scene);
  const bar = weight.form === 'plain' && weight.value.syntax === 'percent' ? shareBar(weight.value.digits) : '';
  return html`<li id="${anchor('criterion', id.text)}">
    <p class="bar-head">
      <strong>${say(title)}</strong>${restsMark(rest['rests-on'], scene)} <span class="weight">${value}</span>
    </p>
    ${bar}${indicators.length === 0 ? '' : linesIn(indicators, scene)}${
      anchors.length === 0
        ? ''
        : html`<dl class="anchors">
            ${anchors.map(
              ({ key, value: says }) =>
                html`<div>
                  <dt>${key.text}</dt>
                  <dd>${say(says)}</dd>
                </div>`,
            )}
          </dl>`
    }${citesIn(cites, scene)}
  </li>`;
}

function raterSection({ raters }: ScorecardPolicy, scene: PolicyScene): readonly Section[] {
  if (raters === undefined) return [];
  const { say } = scene;
  const roles = raters.roles.map(({ text }) => personIn(text, scene));
  return [
    {
      id: 'raters',
      title: say(viewLabels.raters),
      body: html`<p>${listed(roles, scene)} ${citesIn(raters.cites, scene)}</p>
        <ul>
          <li>${say(viewLabels.average)}${restsMark(raters.combine['rests-on'], scene)}</li>
          <li>${say(viewLabels.missingRater)}</li>
          <li>${say(viewLabels.twoRoles)}${restsMark(raters['one-person-in-two-roles']['rests-on'], scene)}</li>
        </ul>`,
    },
  ];
}

function rollUpSection(policy: ScorecardPolicy, scene: PolicyScene): readonly Section[] {
  const all = policy['roll-up'];
  if (all === undefined) return [];
  const { say } = scene;
  const items = all.map((one): Content => {
    const only = one['only-if'];
    return html`<article class="item" id="${decisionAnchor(`${policy.policy.text}.${one.id.text}`)}">
      <h3>${say(one.title)}${restsMark(one.combine['rests-on'], scene)}</h3>
      ${citesIn(one.cites, scene)}
      <p>${say(viewLabels.averageOf)} ${one.count} ${say(viewLabels.results)} (${expressionIn(one.from, scene)})</p>
      ${
        only === undefined
          ? ''
          : detailsIn([
              [say(viewLabels.onlyIf), expressionIn(only.is, scene)],
              [say(viewLabels.elseIs), expressionIn(only.otherwise, scene)],
            ])
      }
    </article>`;
  });
  return [{ id: 'roll-up', title: say(viewLabels.rollUp), body: items }];
}
