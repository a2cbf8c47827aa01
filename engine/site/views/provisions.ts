import { html } from 'hono/html';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Provision, ProvisionsPolicy } from '../../kinds/provisions/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { anchor } from '../file-names.ts';
import { citesIn, gapMark, linesIn, listed, personIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** Principles, duties and prohibitions: who, what, when. */
export const provisionsView = viewOf<ProvisionsPolicy>((policy, scene): readonly Section[] => [
  {
    id: 'provisions',
    title: scene.say(viewLabels.provisions),
    body: policy.provisions.map((one) => provisionIn(one, scene)),
  },
]);

function provisionIn(one: Provision, scene: PolicyScene): Markup {
  const { say } = scene;
  const bearers = (one.who ?? []).map((who) => {
    if (who.form === 'unstated') return gapMark(who.value.unstated.text, scene);
    return who.form === 'en' ? html`${say(who.value)}` : personIn(who.value.text, scene);
  });
  const acts = [
    [viewLabels.must, one.must],
    [viewLabels.mustNot, one['must-not']],
    [viewLabels.may, one.may],
    [viewLabels.strivesFor, one['strives-for']],
  ] as const;
  const who = bearers.length === 0 ? undefined : html`<p class="who">${listed(bearers, scene)}</p>`;
  return html`<article class="item provision" id="${anchor('provision', one.id.text)}">
    ${who ?? ''}${detailsIn([
      [say(viewLabels.situation), one.situation === undefined ? undefined : say(one.situation)],
      ...acts.map(([label, lines]) => [say(label), lines === undefined ? undefined : linesIn(lines, scene)] as const),
      [say(viewLabels.deadline), textIn(one.deadline, scene)],
      [say(viewLabels.consequence), textIn(one.consequence, scene)],
    ])}${restsMark(one['rests-on'], scene)}
    ${citesIn(one.cites, scene)}
  </article>`;
}

function textIn(written: Provision['deadline'], scene: PolicyScene): Content | undefined {
  if (written === undefined) return undefined;
  return written.form === 'unstated'
    ? gapMark(written.value.unstated.text, scene)
    : scene.say(written.value satisfies Texts);
}
