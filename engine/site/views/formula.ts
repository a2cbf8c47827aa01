import { html } from 'hono/html';
import type { FormulaPolicy } from '../../kinds/formula/index.ts';
import type { Rounding } from '../../kinds/head.ts';
import type { Markup } from '../../slips/markup.ts';
import { decisionAnchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import { citesIn, expressionIn, leftToIn, placeIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { armsIn, bodyIn, conditionIn } from './arms.ts';
import { viewOf } from './view.ts';

/** Each decision as a formula, or as cases. */
export const formulaView = viewOf<FormulaPolicy>((policy, scene): readonly Section[] => [
  {
    id: 'decisions',
    title: scene.say(labels.decisions),
    body: policy.decisions.map(({ key, value: entry }) => {
      const { value } = entry;
      const applies = value['applies-when'];
      return html`<article class="item" id="${decisionAnchor(`${policy.policy.text}.${key.text}`)}">
        <h3>
          ${value.title === undefined ? html`<span class="raw">${key.text}</span>` : scene.say(value.title)}${restsMark(value['rests-on'], scene)}
        </h3>
        ${citesIn(value.cites, scene)}${
          applies === undefined
            ? ''
            : html`<p class="small">${scene.say(labels.appliesWhen)}</p>
                ${conditionIn(applies, scene)}`
        }${bodyOf(entry, scene, hintOf(key.text, scene))}${roundingIn(value.round, scene)}
      </article> `;
    }),
  },
]);

type Entry = FormulaPolicy['decisions'][number]['value'];

function hintOf(name: string, { version, policy }: PolicyScene) {
  return version.decisions.find((one) => one.name.replace(/\/each$/, '') === `${policy.policy.text}.${name}`)?.type;
}

function bodyOf(entry: Entry, scene: PolicyScene, hint: ReturnType<typeof hintOf>): Content {
  switch (entry.form) {
    case 'plain':
      return bodyIn(entry.value.value, scene, hint);
    case 'left-to':
      return leftToIn(entry.value['left-to'], scene);
    case 'choose':
      return armsIn(
        entry.value.choose.map((arm) => {
          const marks = html`${restsMark(arm.value['rests-on'], scene)} ${citesIn(arm.value.cites, scene)}`;
          switch (arm.form) {
            case 'otherwise':
              return { then: html`${placeIn(arm.value.otherwise, scene, hint)}${marks}` };
            case 'left-to':
              return {
                when: expressionIn(arm.value.when, scene),
                then: html`${leftToIn(arm.value['left-to'], scene)}${marks}`,
              };
            case 'plain':
              return {
                when: expressionIn(arm.value.when, scene),
                then: html`${expressionIn(arm.value.value, scene, hint)}${marks}`,
              };
          }
        }),
        scene,
      );
  }
}

const modes = {
  'half-up': { en: 'halves up', zh: '四舍五入' },
  'half-even': { en: 'halves to even', zh: '四舍六入五成双' },
  up: { en: 'always up', zh: '进位' },
  down: { en: 'always down', zh: '舍去尾数' },
} as const;

/** How a value is rounded. */
export function roundingIn(round: Rounding | undefined, scene: PolicyScene): Markup | '' {
  if (round === undefined) return '';
  return html`<p class="small">
    ${scene.say(labels.rounding)} ${expressionIn(round.to, scene)}
    (${scene.say(modes[round.mode])})${restsMark(round['rests-on'], scene)}
  </p>`;
}
