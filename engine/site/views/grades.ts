import { labels } from '../labels.ts';
import { html } from 'hono/html';
import type { Distribution, GradesPolicy } from '../../kinds/grades/index.ts';
import { shareBar } from '../charts/share-bar.ts';

import { cellIn, citesIn, expressionIn, gapMark, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { typeOf } from '../words/type-of.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** Bands over a score, and how many people each grade may have. */
export const gradesView = viewOf<GradesPolicy>((policy, scene): readonly Section[] => {
  const { say, book } = scene;
  const titles = book.program.enumerations[policy.type.text] ?? {};
  const grade = (id: string): string => {
    const title = Object.hasOwn(titles, id) ? titles[id] : undefined;
    return title === undefined ? id : say(title);
  };
  const hint = typeOf(policy.by, scene.reader);
  const rows = policy.bands.map(
    (band) =>
      html`<tr>
        <th scope="row">${grade(band.grade.text)}</th>
        <td>${cellIn(band.in, scene, hint)}${restsMark(band['rests-on'], scene)}</td>
        <td class="aside">${citesIn(band.cites, scene)}</td>
      </tr>`,
  );
  const reserved = (policy.reserved ?? []).map(
    ({ key, value }) => html`<li>${grade(key.text)}: ${say(viewLabels.reserved)} (${gapMark(value.text, scene)})</li>`,
  );
  return [
    {
      id: 'grades',
      title: say(viewLabels.bands),
      body: html`${detailsIn([[say(viewLabels.gradedBy), expressionIn(policy.by, scene)]])}${tableIn(say(viewLabels.bands), [say(viewLabels.grade), say(viewLabels.range), say(labels.clauses)], rows, 'narrow')}${
        reserved.length === 0
          ? ''
          : html`<ul>
              ${reserved}
            </ul>`
      }`,
    },
    ...(policy.distribution === undefined
      ? []
      : [
          {
            id: 'distribution',
            title: say(viewLabels.distribution),
            body: distributionIn(policy.distribution, grade, scene),
          },
        ]),
  ];
});

function distributionIn(one: Distribution, grade: (id: string) => string, scene: PolicyScene): Content {
  const { say } = scene;
  const applies = one['applies-when'];
  const whole = one['whole-people'];
  const bars = one.shares.map(({ key, value }) => {
    const expr = value.form === 'plain' ? value.value : value.value.value;
    const marks = value.form === 'plain' ? '' : restsMark(value.value['rests-on'], scene);
    return html`<li>
      <p class="bar-head">
        <strong>${grade(key.text)}</strong>${marks} <span class="weight">${expressionIn(expr, scene)}</span>
      </p>
      ${expr.syntax === 'percent' ? shareBar(expr.digits) : ''}
    </li>`;
  });
  return html`${detailsIn([
      [say(viewLabels.onlyIf), applies === undefined ? undefined : expressionIn(applies, scene)],
      [say(viewLabels.headCount), expressionIn(one['head-count'], scene)],
    ])}
    <ol class="bars">
      ${bars}
    </ol>
    <p>${say(viewLabels.wholePeople)}${restsMark(whole['rests-on'], scene)} ${citesIn(one.cites, scene)}</p>`;
}
