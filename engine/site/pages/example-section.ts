import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';
import { printType } from '../../ir/type.ts';
import { readableIn } from '../../slips/readable.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { totalOf, type Example } from '../examples.ts';
import { address } from '../file-names.ts';
import { labels } from '../labels.ts';
import { citesIn, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import { tableIn, type Section } from '../sections.ts';
import { detailsIn } from '../views/arms.ts';
import { fileOf } from './policy-file.ts';

/** Of a long table the first rows; the others stand in the file. */
const mostRows = 30;
/** What tests need and readers do not. */
const unshown: ReadonlySet<string> = new Set(['flags', 'source-only', 'recorded', 'version', 'set', 'known']);

/** The worked examples of a policy; those that stand with another policy are linked. */
export function exampleSection(scene: PolicyScene): readonly Section[] {
  const { book, say, version } = scene;
  const all = book.examples.ofPolicy.get(version.head.policy) ?? [];
  if (all.length === 0) return [];
  const own = all.filter(({ policy }) => policy === version.head.policy);
  const elsewhere = new Set(all.filter((one) => !own.includes(one)).map(({ policy }) => policy));
  const links = [...elsewhere].flatMap((policy) => {
    const page = book.byName.get(policy);
    const href = page === undefined ? '' : `${address(fileOf(page.main, book), 'examples')}`;
    return page === undefined ? [] : [html`<li><a href="${href}">${say(page.main.head.title)}</a></li>`];
  });
  const body = html`<details>
    <summary>${totalOf(all)} ${say(labels.casesHold)}</summary>
    ${own.map((example) => exampleIn(example, scene))}${
      links.length === 0
        ? ''
        : html`<p class="small">${say(labels.casesElsewhere)}</p>
            <ul class="inline">
              ${links}
            </ul>`
    }
  </details>`;
  return [{ id: 'examples', title: say(labels.cases), body }];
}

function exampleIn({ one, place, count }: Example, scene: PolicyScene): Markup {
  const { say } = scene;
  const title = one.title === undefined ? html`<code>${one.id.text}</code>` : html`${say(one.title)}`;
  const head = html`<h3>${title} <span class="small">${count === 1 ? '' : String(count)}</span></h3>
    ${citesIn(one.cites, scene)}`;
  return html`<article class="item" id="${place}">
    ${head}${one.columns !== undefined ? rowsIn(one, scene) : one.matrix !== undefined ? matrixIn(one, scene) : singleIn(one, scene)}
  </article>`;
}

/** One case: what is given, and what comes out of it. */
function singleIn({ given = [], expect = [] }: Example['one'], scene: PolicyScene): Content {
  return [...given, ...expect].length === 0
    ? ''
    : html`${detailsIn(given.map(({ key, value }) => [titleOf(key.text, scene), valueIn(key.text, value, scene)] as const))}
        <p class="small">→</p>
        ${detailsIn(
          expect.map(
            ({ key, value }) => [titleOf(key.text, scene), valueIn(key.text, outcomeOf(value), scene)] as const,
          ),
        )}`;
}

function rowsIn({ columns = [], rows = [], id }: Example['one'], scene: PolicyScene): Content {
  const shown = columns.map(({ text }, at) => ({ text, at })).filter(({ text }) => !unshown.has(text));
  const lines = rows.slice(0, mostRows).map((row) => {
    const cells = row.yaml === 'list' ? row.items : [];
    return html`<tr>
      ${shown.map(({ text, at }) => html`<td>${valueIn(text, cells[at], scene)}</td>`)}
    </tr>`;
  });
  const more = rows.length - mostRows;
  return html`${tableIn(
    id.text,
    shown.map(({ text }) => titleOf(text, scene)),
    lines,
  )}${more <= 0 ? '' : html`<p class="small">+ ${more}</p>`}`;
}

/** One decision over two facts. */
function matrixIn({ matrix, across = [], down = [], id }: Example['one'], scene: PolicyScene): Content {
  const [top, side, name] = [across[0], down[0], matrix?.text ?? ''];
  if (top?.value.yaml !== 'list' || side?.value.yaml !== 'map') return '';
  const heads = top.value.items.map((value) => valueIn(top.key.text, value, scene));
  const rows = side.value.entries.map(({ key, value }) => {
    const cells = value.yaml === 'list' ? value.items : [];
    return html`<tr>
      <th scope="row">${valueIn(side.key.text, key, scene)}</th>
      ${cells.map((cell) => html`<td>${valueIn(name, cell, scene)}</td>`)}
    </tr>`;
  });
  const corner = `${titleOf(side.key.text, scene)} ↓ · ${titleOf(top.key.text, scene)} →`;
  return html`<p class="small">${titleOf(name, scene)}</p>
    ${tableIn(id.text, [corner, ...heads], rows)}`;
}

/** A fact, a decision, or what a column of a table of cases says of the question. */
function titleOf(written: string, { book, say, version }: PolicyScene): string {
  const word = questionWords[written];
  if (word !== undefined) return say(word);
  const [name = '', on] = written.split(' on ');
  const title = book.names.get(fullName(name, version.head.policy))?.title;
  return `${title === undefined ? name : say(title)}${on === undefined ? '' : ` (${on})`}`;
}

const questionWords: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  on: { en: 'Asked about', zh: '所问' },
  at: { en: 'In force on', zh: '适用日期' },
};

const fullName = (name: string, policy: string): string => (name.startsWith('.') ? `${policy}${name}` : name);

function valueIn(written: string, node: YamlNode | undefined, { book, language, version }: PolicyScene): string {
  if (node === undefined) return '';
  const text = plain(node);
  const status = statuses[text];
  if (status !== undefined) return status[language];
  const type = book.names.get(fullName(written.split(' on ')[0] ?? '', version.head.policy))?.type;
  return readableIn(book.program, language).value(text, type === undefined ? '' : printType(type));
}

const statuses: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  absent: { en: '(not given)', zh: '（未提供）' },
  undetermined: { en: '(undetermined)', zh: '（未定）' },
  'not-applicable': { en: '(not applicable)', zh: '（不适用）' },
  error: { en: '(error)', zh: '（错误）' },
};

/** Of an expected outcome its value, else its status. */
function outcomeOf(node: YamlNode): YamlNode {
  if (node.yaml !== 'map') return node;
  const at = (key: string): YamlNode | undefined => node.entries.find((entry) => entry.key.text === key)?.value;
  return at('value') ?? at('status') ?? node;
}

function plain(node: YamlNode): string {
  switch (node.yaml) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(plain).join(', ')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${key.text}: ${plain(value)}`).join(', ')}}`;
  }
}
