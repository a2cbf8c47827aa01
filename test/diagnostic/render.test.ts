import { expect, test } from 'vitest';
import { arrange } from '../../engine/diagnostic/arrange.ts';
import { defineDiagnostics } from '../../engine/diagnostic/define.ts';
import type { Language } from '../../engine/diagnostic/diagnostic.ts';
import { withPlaces } from '../../engine/diagnostic/places.ts';
import { noColours, renderDiagnostic } from '../../engine/diagnostic/render.ts';
import type { Colours } from '../../engine/diagnostic/render.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import type { SourceFile } from '../../engine/source/source-file.ts';
import { displayWidth } from '../../engine/source/width.ts';

const messages = defineDiagnostics('sample', {
  wrong: {
    severity: 'error',
    message: ({ what }: { what: string }) => ({ en: `Wrong: ${what}.`, zh: `错误：${what}。` }),
  },
  odd: { severity: 'warning', message: () => ({ en: 'Odd.', zh: '可疑。' }) },
});

const span = (start: number, end: number) => ({ file: 'pay/a.yaml', start, end });
const rendered = (
  text: string,
  start: number,
  end: number,
  language: Language = 'en',
  colours: Colours = noColours,
) => {
  const file = sourceFile('pay/a.yaml', text);
  return renderDiagnostic(messages.wrong({ what: 'x' }, span(start, end)), { language, colours, fileOf: () => file });
};

test('the place stands under its line', () => {
  expect(rendered('a: 1\nrate: 5%\n', 11, 13)).toBe(
    `error[sample/wrong] Wrong: x.
  --> pay/a.yaml:2:7
 2 | rate: 5%
   |       ^^`,
  );
});

test('wide characters are two cells, tabs arrows, and hidden ones are named', () => {
  expect(rendered('客服: "提成"\n', 5, 7)).toContain(' 1 | 客服: "提成"\n   |        ^^^^');
  expect(rendered('a:\tbc', 3, 5)).toContain(' 1 | a:→ bc\n   |     ^^');
  expect(rendered('a: \u001b[31mb\u202e', 8, 9)).toContain(' 1 | a: <U+001B>[31mb<U+202E>\n   |                ^');
  expect(rendered('\ufeffab', 1, 2)).toContain(' 1 | ab\n   | ^');
});

test.each([
  ['an empty place', 'a: 1', 4, 4, ' 1 | a: 1\n   |     ^'],
  ['an empty file', '', 0, 0, ' 1 |\n   | ^'],
  ['the end of the file', 'a\n', 2, 2, ' 2 |\n   | ^'],
  ['two lines', 'a: b\n  c', 3, 8, ' 1 | a: b\n   |    ^\n 2 |   c\n   |   ^'],
  ['many lines', 'a:\n  b\n  c\n  d\n', 0, 14, ' 1 | a:\n   | ^^\n   | …\n 4 |   d\n   |   ^'],
  ['CRLF', 'a\r\nbc\r\n', 3, 5, ' 2 | bc\n   | ^^'],
])('%s is shown', (_, text, start, end, frame) => {
  expect(rendered(text, start, end).split('\n').slice(2).join('\n')).toBe(frame);
});

test.each(['x', '客', '😀'])('a long line of %s is cut around the place', (filler) => {
  const text = `${filler.repeat(500)}HERE${filler.repeat(500)}`;
  const start = text.indexOf('HERE');
  const [, , line = '', marks = ''] = rendered(text, start, start + 4).split('\n');
  expect(displayWidth(line)).toBeLessThan(122);
  expect(line).toMatch(/^ 1 \| ….*HERE.*…$/);
  expect(displayWidth(marks.replace('^^^^', ''))).toBe(displayWidth(line.slice(0, line.indexOf('HERE'))));
});

test('related places, witness and mends follow, in either language', () => {
  const file = sourceFile('pay/a.yaml', 'a: 1\nb: 2\na: >= 3\n');
  const diagnostic = messages.wrong({ what: 'a' }, span(13, 17), {
    related: [{ span: span(0, 1), message: { en: 'The first one', zh: '第一处' } }],
    witness: { 'sales.net': '5 CNY', region: 'north' },
    fixes: [
      {
        title: { en: 'Put it in quotes', zh: '加引号' },
        edits: [
          { span: span(13, 13), text: '"' },
          { span: span(17, 17), text: '"' },
        ],
      },
      { title: { en: 'Elsewhere', zh: '他处' }, edits: [{ span: { file: 'other', start: 0, end: 0 }, text: 'x' }] },
    ],
  });
  const render = (language: Language) =>
    renderDiagnostic(diagnostic, {
      language,
      colours: noColours,
      fileOf: (name) => (name === file.name ? file : undefined),
    });
  expect(render('en')).toBe(`error[sample/wrong] Wrong: a.
  --> pay/a.yaml:3:4
 3 | a: >= 3
   |    ^^^^
  = The first one
  --> pay/a.yaml:1:1
 1 | a: 1
   | ^
  = for example: sales.net = 5 CNY, region = north
  = fix: Put it in quotes
      - a: >= 3
      + a: ">= 3"
  = fix: Elsewhere`);
  expect(render('zh')).toContain('错误[sample/wrong] 错误：a。\n');
  expect(render('zh')).toContain('  = 第一处\n');
  expect(render('zh')).toContain('  = 例如：sales.net = 5 CNY, region = north\n  = 修改：加引号\n');
});

test('a place in a text that is not at hand is named', () => {
  const options = { language: 'en', colours: noColours, fileOf: (): SourceFile | undefined => undefined } as const;
  expect(renderDiagnostic(messages.odd({}, span(0, 1)), options)).toBe('warning[sample/odd] Odd.\n  --> pay/a.yaml');
});

test('colours are the caller’s: the mark without its blanks, the severity, the message', () => {
  const tagged = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
  const colours: Colours = {
    error: tagged('e'),
    warning: tagged('w'),
    info: tagged('i'),
    frame: tagged('f'),
    strong: tagged('s'),
    added: tagged('a'),
    removed: tagged('r'),
  };
  expect(rendered('a: b', 3, 4, 'en', colours)).toBe(
    '<e>error[sample/wrong]</e> <s>Wrong: x.</s>\n  <f>--></f> pay/a.yaml:1:4\n<f> 1 |</f> a: b\n<f>   |</f>    <e>^</e>',
  );
});

test('places count lines and columns from 1, for every span', () => {
  const file = sourceFile('pay/a.yaml', 'a: 1\nb: 22\n');
  const diagnostic = messages.wrong({ what: 'b' }, span(8, 10), {
    related: [{ span: span(0, 4), message: { en: 'a', zh: 'a' } }],
    fixes: [{ title: { en: 'f', zh: 'f' }, edits: [{ span: span(4, 5), text: '' }] }],
  });
  const placed = withPlaces(diagnostic, () => file);
  expect(placed.place).toEqual({ line: 2, column: 4, endLine: 2, endColumn: 6 });
  expect(placed.related[0]?.place).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 5 });
  expect(placed.fixes[0]?.edits[0]?.place).toEqual({ line: 1, column: 5, endLine: 2, endColumn: 1 });
  expect(JSON.parse(JSON.stringify(withPlaces(diagnostic, () => undefined)))).toEqual(diagnostic);
});

test('diagnostics come by file and place, each once', () => {
  const at = (file: string, start: number) => messages.odd({}, { file, start, end: start });
  const arranged = arrange([at('b', 1), at('a', 5), at('b', 0), at('a', 5)]);
  expect(arranged.map(({ span: { file, start } }) => `${file}${start}`)).toEqual(['a5', 'b0', 'b1']);
});

test('of more than a hundred, errors are kept and the rest is counted', () => {
  const warnings = Array.from({ length: 150 }, (_, start) => messages.odd({}, span(start, start)));
  const errors = Array.from({ length: 30 }, (_, index) => messages.wrong({ what: 'x' }, span(1000 + index, 2000)));
  const arranged = arrange([...warnings, ...errors]);
  expect(arranged).toHaveLength(101);
  expect(arranged.filter(({ severity }) => severity === 'error')).toHaveLength(30);
  expect(arranged.at(-1)).toMatchObject({ code: 'diagnostic/more', severity: 'info', blocks: false });
  expect(arranged.at(-1)?.message.en).toMatch(/^80 further findings .* 0 of them errors/);
  expect(arrange(errors.slice(0, 100))).toHaveLength(30);
});
