import { html } from 'hono/html';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Calendar, CountEntry, NextEntry, SchedulePolicy } from '../../kinds/schedule/index.ts';
import type { Markup } from '../../slips/markup.ts';
import { dayLine } from '../charts/day-line.ts';
import { monthOf } from '../charts/month.ts';
import { decisionAnchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import { cellIn, citesIn, expressionIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { plainWords } from '../words/piece.ts';
import { cellWords } from '../words/expression.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { monthDays } from './month-days.ts';
import { recurrence } from './recurrence.ts';
import { viewOf } from './view.ts';

/** Days on the weeks of a month, cut-offs on the line of a day. */
export const scheduleView = viewOf<SchedulePolicy>((policy, scene): readonly Section[] => [
  ...daysSection(policy, scene),
  ...slotsSection(policy, scene),
  ...calendarSection(policy, scene),
]);

type DayEntry = NonNullable<SchedulePolicy['days']>[number];

function daysSection(policy: SchedulePolicy, scene: PolicyScene): readonly Section[] {
  const { say } = scene;
  const { days = [], next = [], count = [], list = [] } = policy;
  const rows = [
    ...days.map((day) => dayItem(day, policy, scene)),
    ...next.map(({ key, value }) => nextItem(key.text, value, policy, scene)),
    ...[...count, ...list].map(({ key, value }) => rangeItem(key.text, value, policy, scene)),
  ];
  if (rows.length === 0) return [];
  const month = monthDays(
    days.map(({ key }) => key.text),
    scene,
  );
  const titled = month.flatMap(({ day, marks }) => ({ day, marks: marks.map((id) => titleIn(id, policy, scene)) }));
  return [
    {
      id: 'days',
      title: say(viewLabels.days),
      body: html`${month.some(({ marks }) => marks.length > 0) ? monthOf(titled, scene) : ''}${rows}`,
    },
  ];
}

function titleIn(id: string, { days = [], policy }: SchedulePolicy, { say, version }: PolicyScene): string {
  const own: Texts | undefined = days.find(({ key }) => key.text === id)?.value.value.title;
  return say(own ?? version.decisions.find(({ name }) => name === `${policy.text}.${id}`)?.title ?? { en: id, zh: id });
}

function dayItem({ key, value: { form, value } }: DayEntry, policy: SchedulePolicy, scene: PolicyScene): Markup {
  const words = form === 'every' ? recurrence(value.every.text, scene) : expressionIn(value.when, scene);
  return item(key.text, html`<p class="formula">${words}</p>`, value, policy, scene);
}

interface Said {
  readonly cites?: Parameters<typeof citesIn>[0];
  readonly 'rests-on'?: Parameters<typeof restsMark>[0];
  readonly title?: Texts;
}

function item(id: string, body: Content, said: Said, policy: SchedulePolicy, scene: PolicyScene): Markup {
  const title = said.title === undefined ? titleIn(id, policy, scene) : scene.say(said.title);
  return html`<article class="item" id="${decisionAnchor(`${policy.policy.text}.${id}`)}">
    <h3>${title}${restsMark(said['rests-on'], scene)}</h3>
    ${citesIn(said.cites, scene)}${body}
  </article>`;
}

function nextItem(id: string, value: NextEntry, policy: SchedulePolicy, scene: PolicyScene): Markup {
  const { say } = scene;
  const body = detailsIn([
    [say(viewLabels.next), titleIn(value.day.text, policy, scene)],
    [say(viewLabels.fromDay), value.from === undefined ? undefined : expressionIn(value.from, scene)],
    [say(viewLabels.withinDays), expressionIn(value.within, scene)],
  ]);
  return item(id, body, value, policy, scene);
}

function rangeItem(id: string, value: CountEntry, policy: SchedulePolicy, scene: PolicyScene): Markup {
  const { say } = scene;
  const body = detailsIn([
    [say(viewLabels.list), titleIn(value.day.text, policy, scene)],
    [say(viewLabels.fromDay), expressionIn(value.from, scene)],
    [say(viewLabels.toDay), expressionIn(value.to, scene)],
  ]);
  return item(id, body, value, policy, scene);
}

function slotsSection(policy: SchedulePolicy, scene: PolicyScene): readonly Section[] {
  const { slots } = policy;
  if (slots === undefined) return [];
  const { say } = scene;
  const hasStart = slots.some(({ from }) => from !== undefined);
  const rows = slots.map(
    (slot) =>
      html`<tr>
        <th scope="row">${cellIn(slot.slot, scene)}${restsMark(slot['rests-on'], scene)}</th>
        ${hasStart ? html`<td>${slot.from === undefined ? '' : expressionIn(slot.from, scene)}</td>` : ''}
        <td>${expressionIn(slot.before, scene)}</td>
        <td class="aside">${citesIn(slot.cites, scene)}</td>
      </tr>`,
  );
  const cuts = slots.flatMap(({ slot, before }) =>
    before.syntax === 'time' ? [{ time: before.iso, label: plainWords(cellWords(slot, scene.reader), '…') }] : [],
  );
  const only = policy['only-if'];
  const heads = [
    say(viewLabels.slot),
    ...(hasStart ? [say(viewLabels.from)] : []),
    say(viewLabels.before),
    say(labels.clauses),
  ];
  return [
    {
      id: 'slots',
      title: say(viewLabels.slots),
      body: html`${detailsIn([
        [say(viewLabels.slot), policy.by === undefined ? undefined : expressionIn(policy.by, scene)],
        [say(viewLabels.dayLine), policy.time === undefined ? undefined : expressionIn(policy.time, scene)],
        [say(viewLabels.onlyIf), only === undefined ? undefined : expressionIn(only.is, scene)],
        [say(viewLabels.elseIs), only === undefined ? undefined : expressionIn(only.otherwise, scene)],
      ])}${cuts.length === 0 ? '' : dayLine(cuts, say(viewLabels.dayLine))}${tableIn(say(viewLabels.slots), heads, rows, 'narrow')}`,
    },
  ];
}

function calendarSection({ calendar }: SchedulePolicy, scene: PolicyScene): readonly Section[] {
  if (calendar?.form !== 'covers') return [];
  const { say } = scene;
  const { covers, weekend, holidays, workdays = [], cites }: Calendar = calendar.value;
  return [
    {
      id: 'calendar',
      title: say(viewLabels.calendar),
      body: html`${detailsIn([
        [say(viewLabels.covers), `${covers.from.iso} – ${covers.to.iso}`],
        [
          say(viewLabels.weekend),
          weekend.map(({ text }) => recurrence(text, scene)).join(scene.language === 'zh' ? '、' : ', '),
        ],
        [
          say(viewLabels.holidays),
          html`<ul>
            ${holidays.map(({ title, from, to }) => html`<li>${say(title)}: ${from.iso}${to === undefined ? '' : ` – ${to.iso}`}</li>`)}
          </ul>`,
        ],
        [say(viewLabels.workdays), workdays.map(({ iso }) => iso).join(', ')],
      ])}${citesIn(cites, scene)}`,
    },
  ];
}
