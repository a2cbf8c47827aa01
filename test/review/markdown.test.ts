import { parsers } from 'prettier/plugins/markdown';
import { expect, test } from 'vitest';
import { amend } from '../../engine/review/amend.ts';
import { cell, code, plain, prose } from '../../engine/review/markdown.ts';
import { changeLines } from '../../engine/review/render.ts';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What a reader of Markdown makes of it, by a parser that is not ours. */
function parsed(markdown: string): Node {
  const { remark } = parsers;
  return remark.parse(markdown, {} as Parameters<typeof remark.parse>[1]) as Node;
}

function* within(node: Node): Generator<Node, void> {
  yield node;
  for (const child of node.children ?? []) yield* within(child);
}

const kinds = (markdown: string): readonly string[] => [...within(parsed(markdown))].map(({ type }) => type);
/** What the reader sees, without the signs that nobody sees. */
const shown = (markdown: string): string =>
  [...within(parsed(markdown))]
    .map(({ value = '' }) => value)
    .join('')
    .replaceAll('\u2060', '');

const nasty = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden',
  '&lt;b&gt;',
  '[a link](https://example.org)',
  '![a picture](https://example.org/x.png)',
  '[a][b]',
  '[a]: https://example.org',
  '[^1]',
  '<https://example.org>',
  '**bold** and _leaning_ and ~~gone~~',
  '`code` and ` one',
  '``` three',
  '``<b>`` two ` <i>',
  '# heading',
  '- item',
  '1. item',
  '> quoted',
  '[!NOTE] alert',
  '[ ] box',
  '---',
  '===',
  '\\[a\\](b)',
  '\\',
  '\\`<b>`',
];

test.each(nasty)('%s is shown as it was written, and nothing else', (text) => {
  const line = `- ${plain(text)}`;
  expect(kinds(line)).toEqual(
    expect.not.arrayContaining([
      'html',
      'link',
      'image',
      'linkReference',
      'imageReference',
      'definition',
      'emphasis',
      'strong',
      'delete',
      'inlineCode',
      'heading',
      'blockquote',
      'footnoteReference',
      'thematicBreak',
      'code',
    ]),
  );
  expect(kinds(line).filter((kind) => kind === 'list')).toHaveLength(1);
  expect(shown(line)).toBe(text);
});

test.each(nasty)('%s in a sentence of ours is at most code', (text) => {
  const line = `- ${prose(`“${text}” is told by \`bylaw diff\`.`)}`;
  expect(kinds(line)).toEqual(
    expect.not.arrayContaining([
      'html',
      'link',
      'image',
      'linkReference',
      'imageReference',
      'definition',
      'emphasis',
      'strong',
      'delete',
    ]),
  );
});

test.each(nasty)('%s as a name is code', (text) => {
  expect([...within(parsed(`- ${code(text)}`))].find(({ type }) => type === 'inlineCode')?.value?.trim()).toBe(text);
});

test('nobody is called and nothing is linked by bare text', () => {
  const text = plain('@owner, #12, GH-12, https://example.org, www.example.org, a@example.org');
  expect(text.replaceAll('\u2060', '')).toBe('@owner, #12, GH-12, https://example.org, www.example.org, a@example.org');
  expect(text).not.toMatch(/@owner|#12|GH-12|https:|www\.|@example/u);
});

test('what policies say stays readable', () => {
  const usual = [
    '[0 CNY .. 100 CNY)',
    '0.3 * score + 1.5%',
    'sales < 5 CNY',
    'a_b_c',
    '-750.00 CNY',
    'pay#fractions',
    '`amend` it',
  ];
  expect(usual.map(prose)).toEqual(usual);
  expect(prose('>= 120% → 5%')).toBe('\\>= 120% → 5%');
});

test('a text of several lines is one line, and signs that nobody sees are told', () => {
  expect(plain('a\n\n# b\r\n<i>')).toBe('a # b &lt;i>');
  expect(plain('pay\u202e001')).toBe('pay&lt;U+202E>001');
});

test('a cell of a table keeps its bars', () => {
  const table = `| a |\n| --- |\n| ${cell(`${plain('x|y \\| z')} ${code('p|q')}`)} |`;
  const cells = [...within(parsed(table))].filter(({ type }) => type === 'tableCell');
  expect(cells).toHaveLength(2);
});

test('titles, reasons and answers of a policy bring no markup into a review', () => {
  const head = 'pay/commission.head.yaml';
  const because = { en: 'See [this](https://example.org) <b>now</b> @owner\n# no heading', zh: '因 `<b>`' };
  const made = amend(sourceFile(head, policyTexts[head] ?? ''), {
    from: '2027-01-01',
    published: '2026-12-10',
    because,
  });
  if ('code' in made) throw new Error(made.message.en);
  const title = '{ en: "<script>|`x @me", zh: "[甲](乙)" }';
  const changed = made.newText
    .replace(/^title: .*$/mu, () => `title: ${title}`)
    .replace('rate: 5% }', () => 'rate: 5.5% }');
  const after = handbookOf({ ...policyTexts, [made.historyPath]: made.historyText, [head]: changed });
  const review = reviewHandbooks(handbookOf(policyTexts), after, '2026-11-21');
  for (const language of ['en', 'zh'] as const) {
    const markdown = changeLines(review, language).join('\n');
    expect(kinds(markdown)).toEqual(expect.not.arrayContaining(['html', 'link', 'emphasis', 'code']));
    expect(kinds(markdown).filter((kind) => kind === 'heading')).toHaveLength(1);
  }
  expect(changeLines(review, 'en').join('\n')).toContain('## &lt;script>|\\`x @\u2060me (`commission.head`)');
});
