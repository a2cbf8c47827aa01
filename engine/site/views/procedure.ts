import { html } from 'hono/html';
import type { ProcedurePolicy } from '../../kinds/procedure/index.ts';
import { stepsOf, type Step } from '../../kinds/procedure/steps.ts';
import type { Markup } from '../../slips/markup.ts';
import { flowChart } from '../charts/flow.ts';
import { anchor } from '../file-names.ts';
import { citesIn, expressionIn, gapMark, linesIn, listed, personIn, restsMark } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** The steps as a flow, and each of them in words. */
export const procedureView = viewOf<ProcedurePolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const steps = stepsOf(policy);
  const known = new Set(steps.map(({ id }) => id.text));
  const nodes = steps.map((step, i) => ({
    id: step.id.text,
    title: `${i + 1} ${say(step.title)}`,
    under: rolesOf(step, scene),
    optional: step.when !== undefined,
    href: `#${encodeURIComponent(anchor('step', step.id.text))}`,
  }));
  const edges = steps.flatMap((step) => [
    ...step.before.filter((id) => known.has(id)).map((id) => ({ from: id, to: step.id.text, back: false })),
    ...(step['back-to'] !== undefined && known.has(step['back-to'].text)
      ? [{ from: step.id.text, to: step['back-to'].text, back: true }]
      : []),
  ]);
  const title = `${say(viewLabels.flow)}: ${say(policy.title)}`;
  return [
    {
      id: 'flow',
      title: say(viewLabels.flow),
      body: html`${detailsIn([
        [say(viewLabels.starts), policy.starts === undefined ? undefined : expressionIn(policy.starts, scene)],
      ])}${flowChart(nodes, edges, { title, rejected: say(viewLabels.rejected) }, scene.layered)}${nodes.some(({ optional }) => optional) ? html`<p class="small">${say(viewLabels.optionalSteps)}</p>` : ''}`,
    },
    {
      id: 'steps',
      title: say(viewLabels.steps),
      body: html`<ol class="steps">
        ${steps.map((step) => stepIn(step, steps, scene))}
      </ol>`,
    },
  ];
});

function rolesOf({ role }: Step, { book, say, version }: PolicyScene): string {
  if (role === undefined || role.form === 'unstated') return '';
  return role.value
    .map(({ text }) => {
      const person = book.people(version.head.scope, text);
      return person === undefined ? text : say(person.title);
    })
    .join(' / ');
}

function stepIn(step: Step, steps: readonly Step[], scene: PolicyScene): Markup {
  const { say } = scene;
  const { role, evidence, deadline, when, informs = [], cites } = step;
  const early = step['not-before'];
  const back = steps.find(({ id }) => id.text === step['back-to']?.text);
  return html`<li id="${anchor('step', step.id.text)}">
    <h3>${say(step.title)}${restsMark(step['rests-on'], scene)}</h3>
    ${citesIn(cites, scene)}${detailsIn([
      [say(viewLabels.stepIf), when === undefined ? undefined : expressionIn(when, scene)],
      [
        say(viewLabels.role),
        role === undefined
          ? undefined
          : role.form === 'unstated'
            ? gapMark(role.value.unstated.text, scene)
            : listed(
                role.value.map(({ text }) => personIn(text, scene)),
                scene,
              ),
      ],
      [say(viewLabels.tasks), step.tasks === undefined ? undefined : linesIn(step.tasks, scene)],
      [
        say(viewLabels.evidence),
        evidence === undefined
          ? undefined
          : evidence.form === 'unstated'
            ? gapMark(evidence.value.unstated.text, scene)
            : evidence.value.map(({ text }) => html`<code class="tag">${text}</code> `),
      ],
      [say(viewLabels.notBefore), early === undefined ? undefined : expressionIn(early, scene)],
      [
        say(viewLabels.deadline),
        deadline === undefined
          ? undefined
          : deadline.form === 'unstated'
            ? gapMark(deadline.value.unstated.text, scene)
            : expressionIn(deadline.value, scene),
      ],
      [
        say(viewLabels.informs),
        informs.length === 0
          ? undefined
          : listed(
              informs.map(({ text }) => personIn(text, scene)),
              scene,
            ),
      ],
      [
        say(viewLabels.backTo),
        back === undefined
          ? undefined
          : html`<a href="#${encodeURIComponent(anchor('step', back.id.text))}">${say(back.title)}</a>`,
      ],
    ])}
  </li>`;
}
