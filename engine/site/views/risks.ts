import { html } from 'hono/html';
import type { RiskEntry, RisksPolicy } from '../../kinds/risks/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { decisionAnchor } from '../file-names.ts';
import { citesIn, expressionIn, gapMark, linesIn, whoIn, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { detailsIn } from './arms.ts';
import { heatMap } from './heat-map.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** The register, and the matrix that its levels come from. */
export const risksView = viewOf<RisksPolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const heads = [viewLabels.risk, viewLabels.treatment, viewLabels.controls];
  const rows = policy.risks.map((risk) => riskRow(risk, scene));
  const looked = policy.identification;
  return [
    ...(policy.level === undefined
      ? []
      : [{ id: 'heat', title: say(viewLabels.heat), body: heatMap(policy.level, scene) }]),
    { id: 'risks', title: say(viewLabels.risks), body: tableIn(say(viewLabels.risks), heads.map(say), rows) },
    ...(looked === undefined
      ? []
      : [
          {
            id: 'identification',
            title: say(viewLabels.identification),
            body: html`${detailsIn([
              [say(viewLabels.who), whoIn(looked.who, scene)],
              [
                say(viewLabels.every),
                looked.every.form === 'unstated'
                  ? gapMark(looked.every.value.unstated.text, scene)
                  : expressionIn(looked.every.value, scene),
              ],
              [say(viewLabels.organisedBy), whoIn(looked['organised-by'], scene)],
            ])}${citesIn(looked.cites, scene)}`,
          },
        ]),
  ];
});

function riskRow(
  { id, title, owner, treatment, controls, triggers = [], cites }: RiskEntry,
  scene: PolicyScene,
): Markup {
  const { say, policy } = scene;
  const who = owner === undefined ? '' : html`<br /><span class="small">${whoIn(owner, scene)}</span>`;
  const treated =
    treatment.form === 'unstated' ? gapMark(treatment.value.unstated.text, scene) : linesIn(treatment.value, scene);
  const raised = triggers.map(
    (one) => html`<p class="small">${say(viewLabels.triggers)}: ${expressionIn(one, scene)}</p>`,
  );
  return html`<tr id="${decisionAnchor(`${policy.policy.text}.${id.text}`)}">
    <th scope="row">${say(title)}${who}<br />${citesIn(cites, scene)}</th>
    <td>${treated}</td>
    <td>${controlsIn(controls, scene)}${raised}</td>
  </tr>`;
}

function controlsIn(controls: RiskEntry['controls'], scene: PolicyScene): Content {
  if (controls === undefined) return '';
  if (controls.form === 'unstated') return gapMark(controls.value.unstated.text, scene);
  return html`<ul>
    ${controls.value.map(({ text }) => {
      const named = scene.book.names.get(text);
      return named?.title === undefined
        ? html`<li><span class="raw">${text}</span></li>`
        : html`<li><a class="term" href="${named.href ?? ''}">${scene.say(named.title)}</a></li>`;
    })}
  </ul>`;
}
