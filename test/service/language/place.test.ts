/** What a name at a place is, where it is declared and named, and calling it otherwise. */
import { describe, expect, test } from 'vitest';
import { applyEdits, updateFiles, type Span, type Workspace } from '../../../engine/service/index.ts';
import {
  colours,
  definition,
  fileParts,
  fixes,
  formatting,
  hover,
  inlays,
  references,
  renamable,
  rename,
  signature,
} from '../../../engine/service/language/index.ts';
import { changed, head, textOf, workspace } from '../handbook.ts';
import { inFile, marked } from './cursor.ts';

const textAt = ({ file, start, end }: Span, of: Workspace = workspace): string =>
  of.readings.get(file)?.file.text.slice(start, end) ?? '';
const places = (spans: readonly Span[]): readonly string[] => spans.map((span) => `${span.file}: ${textAt(span)}`);

interface Named {
  readonly of: string;
  readonly file: string;
  readonly text: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Where it is declared. */
  readonly declared?: string;
}

const named: readonly Named[] = [
  {
    of: 'a fact',
    file: head,
    text: 'sales.completion',
    zh: ['**销售目标完成率**', '事实 · 百分比，>= 0%'],
    en: ['fact · percent, >= 0%'],
    declared: 'vocabulary/pay.yaml: sales.completion',
  },
  {
    of: 'a decision of another policy',
    file: head,
    text: 'sales.net',
    zh: ['**净销售额**', '决定 · 金额（CNY）', 'O-1.3.3a'],
    en: ['decision · money(CNY)'],
    declared: 'pay/sales.yaml: net',
  },
  {
    of: 'a clause',
    file: head,
    text: 'O-1.3.3.3',
    zh: ['**部门主管按部门目标完成率提成**', '数值：up-to-30'],
    en: ['**Commission of the department head'],
    declared: 'sources/O.yaml: O-1.3.3.3',
  },
  {
    of: 'an interpretation',
    file: head,
    text: 'fractions }',
    zh: ['**一档延续到下一档开始为止。**', '疑问：', '待定'],
    en: ['Question: No tier', 'proposed'],
    declared: `${head}: fractions`,
  },
  {
    of: 'a scope',
    file: head,
    text: 'pay\n',
    zh: ['**薪酬与提成**', '规则体系'],
    en: ['scope'],
    declared: 'handbook.yaml: pay',
  },
  {
    of: 'a post',
    file: head,
    text: 'head\nperiod',
    zh: ['**部门主管**', '岗位'],
    en: ['post'],
    declared: 'organization/pay.yaml: head',
  },
  {
    of: 'a key',
    file: head,
    text: 'base:',
    zh: ['**base**', '比率的计算基数', '应填：表达式'],
    en: ['What the rate is taken of', 'Expected: an expression'],
  },
  {
    of: 'a policy',
    file: head,
    text: 'commission.head',
    zh: ['**部门主管提成**', '第1版'],
    en: ['Version 1, from 2023-01-01'],
  },
];

describe('a name', () => {
  test.each(named)('$of is explained and leads to its declaration', ({ file, text, zh, en, declared }) => {
    const { path, offset } = inFile(file, text);
    const found = hover(workspace, path, offset);
    for (const words of zh) expect(found?.text.zh).toContain(words);
    for (const words of en) expect(found?.text.en).toContain(words);
    expect(places(definition(workspace, path, offset))).toEqual(declared === undefined ? [] : [declared]);
  });

  test('blanks and free text are explained by nothing', () => {
    const { path, offset } = inFile(head, 'the rate of the tier');
    expect(hover(workspace, path, offset)).toBeUndefined();
    expect(definition(workspace, path, offset)).toEqual([]);
  });

  test('a file that cannot be read is explained all the same', () => {
    const {
      workspace: broken,
      path,
      offset,
    } = marked('policy: x.y\nkind: tiers\nby: sales.comp█letion\nmode slab\n  base: [\n');
    expect(hover(broken, path, offset)?.text.zh).toContain('销售目标完成率');
  });

  test('a parameter says its value and who sets it', () => {
    const {
      workspace: own,
      path,
      offset,
    } = marked(
      'policy: x.y\nkind: formula\nscope: pay\ndecisions:\n  a: { title: { en: a, zh: b }, value: limit.█days }',
    );
    expect(hover(own, path, offset)).toBeUndefined();
    const set = updateFiles(own, [
      {
        path: 'parameters.yaml',
        text: 'policy: limits\nkind: parameters\nversion: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: Limits, zh: 限额 }\nparameters:\n  limit.days: { type: duration, unit: day, title: { en: Days, zh: 天数 }, scope: pay, owner: head, value: 7 days }\n',
      },
    ]);
    expect(hover(set, path, offset)?.text).toMatchObject({
      en: expect.stringContaining('Value: `7 days`, set by head') as string,
    });
  });

  test('an element of a list is explained by its type, and its fields are', () => {
    const text = 'policy: x.y\nkind: formula\nscope: pay\ndefine:\n  n: count of e for e█ in deal.evidence\n';
    const { workspace: own, path, offset } = marked(text);
    expect(references(own, path, offset, true)).toHaveLength(2);
  });
});

describe('references', () => {
  test('of a decision stand in all files, in whatever form', () => {
    const { path, offset } = inFile('pay/sales.yaml', 'net:');
    const found = places(references(workspace, path, offset, false));
    expect(found).toContain('pay/commission.head.yaml: sales.net');
    expect(found).toContain('pay/commission.customer-service.cases.yaml: sales.net');
    expect(found).toContain('pay/sales.cases.yaml: .net');
    expect(found).not.toContain('pay/sales.yaml: net');
  });

  test('of an interpretation stand in registers and cases too', () => {
    const { path, offset } = inFile(head, 'fractions }');
    expect([...new Set(places(references(workspace, path, offset, true)))]).toEqual([
      'pay/commission.head.cases.yaml: fractions',
      `${head}: fractions`,
      'sources/O.yaml: commission.head#fractions',
    ]);
  });
});

describe('a new name', () => {
  const renamed = (file: string, text: string, name: string): Workspace | string => {
    const { path, offset } = inFile(file, text);
    const done = rename(workspace, path, offset, name);
    if ('refused' in done) return done.refused.en;
    const byFile = Map.groupBy(done.edits, ({ span }) => span.file);
    const files = [...byFile].map(([one, edits]) => ({ path: one, text: applyEdits(textOf(one), edits) }));
    return updateFiles(workspace, files);
  };
  const codes = ({ handbook }: Workspace): readonly string[] => handbook.diagnostics.map(({ code }) => code).sort();

  test.each([
    ['a fact', head, 'sales.completion', 'sales.reached'],
    ['a decision', 'pay/sales.yaml', 'net:', 'after-returns'],
    ['an interpretation', head, 'fractions }', 'between-tiers'],
    ['a member', 'vocabulary/common.yaml', 'unpaid', 'not-paid'],
    ['a post', 'organization/pay.yaml', 'promoter:', 'online-promoter'],
  ])('of %s holds in all files, and the handbook says the same as before', (_what, file, text, name) => {
    const after = renamed(file, text, name);
    if (typeof after === 'string') throw new Error(after);
    expect(codes(after)).toEqual(codes(workspace));
    const { path, offset } = inFile(file, text);
    const { span } = renamable(workspace, path, offset) as { readonly span: Span };
    expect(after.readings.get(file)?.file.text.slice(span.start, span.start + name.length)).toBe(name);
    // Called as before again, every file is as it was.
    const back = rename(after, path, span.start, textAt(span));
    if ('refused' in back) throw new Error(back.refused.en);
    for (const [one, edits] of Map.groupBy(back.edits, (edit) => edit.span.file)) {
      expect(applyEdits(after.readings.get(one)?.file.text ?? '', edits)).toBe(textOf(one));
    }
  });

  test.each([
    ['that is taken', head, 'sales.completion', 'sales.net', '“sales.net” is taken: decision.'],
    ['that is taken by an interpretation', head, 'fractions }', 'row-labels', '“row-labels” is taken: interpretation.'],
    ['that is none', head, 'sales.completion', '5%', '“5%” is no name.'],
    [
      'of what its kind names',
      'pay/pay.head.yaml',
      'commission.head.amount',
      'x',
      '“commission.head.amount” is named by its kind of policy and cannot be called otherwise.',
    ],
    [
      'of a clause',
      head,
      'O-1.3.3.3',
      'O-1',
      'A clause keeps its number: it is the source’s own, and whoever looks it up there finds it by that.',
    ],
    ['where there is none', head, 'the rate of the tier', 'x', 'There is no name here.'],
  ])('%s is refused', (_why, file, text, name, says) => {
    expect(renamed(file, text, name)).toBe(says);
  });
});

test('the parts of a file go by their names and titles', () => {
  const parts = fileParts(workspace, head);
  expect(parts.map(({ name }) => name).slice(0, 3)).toEqual(['policy', 'kind', 'version']);
  expect(parts.find(({ name }) => name === 'title')?.title?.zh).toBe('部门主管提成');
  expect(parts.find(({ name }) => name === 'interpretations')?.parts.map(({ name }) => name)).toEqual([
    'fractions',
    'between-100-and-120',
    'row-labels',
  ]);
});

test('words are coloured by what they are, in order, none over another', () => {
  const text = textOf(head);
  const found = colours(workspace, head);
  const shown = found.map(({ start, end, colour }) => `${text.slice(start, end)} ${colour}`);
  expect(shown).toEqual(
    expect.arrayContaining([
      'sales.completion fact',
      'sales.net decision',
      'O-1.3.3.3 reference',
      '30 number',
      'head person',
    ]),
  );
  for (const [index, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
});

test('titles stand behind names, once a line', () => {
  const found = inlays(workspace, head, 0, textOf(head).length).map(
    ({ offset, title }) => `${textOf(head).slice(0, offset).split(/\s/).at(-1) ?? ''} ${title.zh}`,
  );
  expect(found).toEqual(expect.arrayContaining(['sales.completion 销售目标完成率', 'sales.net 净销售额']));
});

test('a function tells what it takes', () => {
  const at = (text: string): unknown => {
    const { workspace: own, path, offset } = marked(`policy: a\nkind: tiers\nbase: ${text}`);
    const found = signature(own, path, offset);
    return found && `${found.label} ${found.active}`;
  };
  expect(at('floor(█')).toBe('floor(value, step) 0');
  expect(at('floor(sales.net, █')).toBe('floor(value, step) 1');
  expect(at('min(1, max(2, 3), █')).toBe('min(value, value, …) 2');
  expect(at('round(a, b, █)')).toBe('round(value, step, mode) 2');
  expect(at('sales.net █')).toBeUndefined();
  expect(at('floor(a, b) █')).toBeUndefined();
});

test('what is wrong at a place can be mended', () => {
  const broken = changed(head, 'sales.completion', 'sales.complete');
  const [first] = fixes(broken, head, textOf(head).indexOf('sales.comp'), textOf(head).indexOf('sales.comp'));
  expect(first).toMatchObject({ code: 'expression/unknown-name', isPreferred: true });
  expect(applyEdits(broken.readings.get(head)?.file.text ?? '', first?.change.edits ?? [])).toBe(textOf(head));
  expect(fixes(broken, head, 0, 1)).toEqual([]);
});

test('the usual form changes only lines that have another', () => {
  const path = 'pay/commission.promoter.yaml';
  expect(formatting(workspace, path)).toEqual([]);
  const loose = changed(path, 'by: sales.completion', 'by:   sales.completion');
  const [edit, ...more] = formatting(loose, path);
  expect(more).toEqual([]);
  expect(edit && applyEdits(loose.readings.get(path)?.file.text ?? '', [edit])).toBe(textOf(path));
});
