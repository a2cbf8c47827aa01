import { html } from 'hono/html';
import type { ControlsPolicy, GateEntry, RuleEntry } from '../../kinds/controls/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { decisionAnchor } from '../file-names.ts';
import { citesIn, expressionIn, gapMark, listed, restsMark, whoIn } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { conditionIn, detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** When what is raised and whom it is told to; what may be done once a gate is open. */
export const controlsView = viewOf<ControlsPolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const { rules = [], gates = [] } = policy;
  return [
    ...(rules.length === 0
      ? []
      : [{ id: 'rules', title: say(viewLabels.rules), body: rules.map((rule) => ruleIn(rule, scene)) }]),
    ...(gates.length === 0
      ? []
      : [
          {
            id: 'gates',
            title: say(viewLabels.gates),
            body: html`<p class="intro">${say(viewLabels.gateShut)}</p>
              ${gates.map((gate) => gateIn(gate, scene))}`,
          },
        ]),
  ];
});

function ruleIn(
  { id, title, when, tell, deadline, action = [], cites, ...rest }: RuleEntry,
  scene: PolicyScene,
): Markup {
  const { say, policy } = scene;
  const limit =
    deadline === undefined
      ? undefined
      : deadline.form === 'unstated'
        ? gapMark(deadline.value.unstated.text, scene)
        : expressionIn(deadline.value, scene);
  return html`<article class="item" id="${decisionAnchor(`${policy.policy.text}.${id.text}`)}">
    <h3>${say(title)}${restsMark(rest['rests-on'], scene)}</h3>
    ${citesIn(cites, scene)}${detailsIn([
      [say(viewLabels.when), conditionIn(when, scene)],
      [
        say(viewLabels.tell),
        html`${listed(
          tell.map((one) => whoIn(one, scene)),
          scene,
        )}`,
      ],
      [say(viewLabels.deadline), limit],
      [say(viewLabels.action), action.length === 0 ? undefined : action.map((one) => actionIn(one, scene))],
    ])}
  </article>`;
}

/** What is demanded of a thing; a gate of this policy by its title. */
function actionIn({ key, value }: NonNullable<RuleEntry['action']>[number], { policy, say }: PolicyScene): Markup {
  const gate = 'gates' in policy ? (policy as ControlsPolicy).gates?.find(({ id }) => id.text === key.text) : undefined;
  if (gate === undefined || value.text !== 'shut') return html`<code class="tag">${key.text}: ${value.text}</code> `;
  const link = html`<a href="#${encodeURIComponent(decisionAnchor(`${policy.policy.text}.${key.text}`))}"
    >${say(gate.title)}</a
  >`;
  return html`<span class="tag">${say(viewLabels.staysShut)}: ${link}</span> `;
}

function gateIn(gate: GateEntry, scene: PolicyScene): Markup {
  const { say, policy } = scene;
  return html`<article class="item" id="${decisionAnchor(`${policy.policy.text}.${gate.id.text}`)}">
    <h3>${say(gate.title)}${restsMark(gate['rests-on'], scene)}</h3>
    ${citesIn(gate.cites, scene)}${detailsIn([[say(viewLabels.opensWhen), conditionIn(gate['opens-when'], scene)]])}
  </article>`;
}
