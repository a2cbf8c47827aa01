import { html } from 'hono/html';
import type { Parameter } from '../../ir/program.ts';
import type { ParametersPolicy } from '../../kinds/parameters/index.ts';
import { readableIn } from '../../slips/readable.ts';
import type { Markup } from '../../slips/markup.ts';
import { printType } from '../../ir/type.ts';
import { printValue } from '../../value/print.ts';
import { anchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import { cellIn, citesIn, memberIn, whoIn, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** What the company sets, by rule set; and what it has not set. */
export const parametersView = viewOf<ParametersPolicy>((policy, scene): readonly Section[] => {
  const { say, book, version } = scene;
  const values = new Map(version.parameters.map((one) => [one.name, one]));
  const groups = Map.groupBy(policy.parameters, ({ value }) => value.scope.text);
  return [...groups].map(([scope, entries]): Section => {
    const title = book.handbook.manifest?.scopes.find(({ key }) => key.text === scope)?.value.title;
    const there: PolicyScene = { ...scene, version: { ...version, head: { ...version.head, scope } } };
    const name = title === undefined ? scope : say(title);
    const heads = [say(viewLabels.parameter), say(viewLabels.value), say(labels.range), say(labels.owner)];
    const rows = entries.map(({ key, value }) => {
      const range = value.range === undefined ? '' : cellIn(value.range, there, values.get(key.text)?.type);
      return html`<tr id="${anchor('parameter', key.text)}">
        <th scope="row">${say(value.title)}<br />${citesIn(value.cites, scene)}</th>
        <td>${valueIn(values.get(key.text), there)}${decidedIn(value.decided, there)}</td>
        <td>${range}</td>
        <td>${whoIn(value.owner, there)}</td>
      </tr>`;
    });
    return { id: anchor('scope', scope), title: name, body: tableIn(name, heads, rows) };
  });
});

function valueIn(parameter: Parameter | undefined, scene: PolicyScene): Content {
  const { book, language, say } = scene;
  const unset = html`<span class="unset">${say(labels.notSet)}</span>`;
  if (parameter === undefined) return unset;
  const readable = readableIn(book.program, language);
  const text = (value: NonNullable<Parameter['value']>): string =>
    readable.value(printValue(value, book.program), printType(parameter.type));
  if (parameter.value !== undefined) return text(parameter.value);
  if (parameter.entries === undefined) return unset;
  return html`<ul class="inline">
    ${parameter.entries.map(({ keys, value }) => html`<li>${keys.map((key, i) => memberIn(parameter.keys[i], key, scene)).join(' · ')}: ${text(value)}</li>`)}
  </ul>`;
}

function decidedIn(
  decided: ParametersPolicy['parameters'][number]['value']['decided'],
  { book, say, version }: PolicyScene,
): Markup | '' {
  if (decided === undefined) return '';
  const by = book.people(version.head.scope, decided.by.text)?.title;
  return html`<br /><span class="small"
      >${say(viewLabels.decidedBy)} ${by === undefined ? decided.by.text : say(by)}, ${decided.date.iso}</span
    >`;
}
