import { expect, test } from 'vitest';
import { alignTable } from '../../engine/cli/table.ts';
import { displayWidth } from '../../engine/source/width.ts';
import { verbs } from '../../engine/cli/verbs.ts';
import { bylaw } from './terminal.ts';

test.each([
  [['chek'], 'There is no verb “chek”. Did you mean “check”?', '没有命令“chek”。是不是“check”？'],
  [['eval', 'x', '--fact', 'y'], 'There is no option “--fact” here. Did you mean “--facts”', '没有选项“--fact”'],
  [['eval', 'x', '--sourceonly'], 'Did you mean “--source-only”', '是不是“--source-only”'],
  [['eval'], 'Something is missing: decisions', '缺少参数 decisions'],
  [['eval', 'sales.net', '--facts'], '“--facts <file>” needs a value', '“--facts <file>”缺少取值'],
  [['explain', 'a', 'b'], 'Nothing more is taken here: a, b', '不接受更多参数：a, b'],
  [['eval', 'sales.net', '--at', '2026-02-30'], '“2026-02-30” is no date', '“2026-02-30”不是日期'],
  [['eval', 'sales.net', '--known', 'now'], '--known takes a day', '--known 须为'],
  [['run', 'sales.net'], 'Name the table', '请用 --in 指明'],
  [['review'], '--base is missing: name a revision', '缺少 --base：请写明版本'],
  [['amend', 'sales'], '--from is missing: name the first day', '缺少 --from：请写明首日'],
  [['build', 'sales.net', '--out', 'x'], 'add --module --at DATE', '请加 --module --at 日期'],
  [['build', '--out', 'x', '--at', '2026-10-31'], '--at says nothing here', '--at 在此不起作用'],
  [['serve', '--bundle', 'x', '--source-only'], '--source-only says nothing here', '--source-only 在此不起作用'],
  [['edit', '--port', '99999'], '“99999” is no port', '“99999”不是端口'],
  [['edit', '--host', '0.0.0.0'], 'Add --remote if that is meant', '请加 --remote'],
  [['edit', '--host', 'http://x/'], '“http://x/” is no address', '不是监听地址'],
  [['eval', 'sales.net', '--engine', 'constructor'], 'There is no evaluator', '没有求值器'],
])('wrong use is exit code 2 and told in both languages: %j', async (argv, english, chinese) => {
  for (const [lang, says] of [
    ['en', english],
    ['zh', chinese],
  ] as const) {
    const ran = await bylaw([...argv, '--lang', lang].toSorted(langFirst));
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) as string });
  }
});

/** Before the verb, so that a missing value is missing. */
function langFirst(a: string, b: string): number {
  const isLang = (word: string): number => (['--lang', 'en', 'zh'].includes(word) ? 0 : 1);
  return isLang(a) - isLang(b);
}

test('the language is that of --lang, else of the system, else English', async () => {
  const language = async (argv: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
    (await bylaw(['chek', ...argv], { env })).err.includes('没有') ? 'zh' : 'en';
  expect(await language([], {})).toBe('en');
  expect(await language([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(await language([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(await language([], { LANG: 'en_US.UTF-8', LC_ALL: '' })).toBe('en');
  expect(await language(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(await language(['--lang=zh'], {})).toBe('zh');
  expect(await bylaw(['check', '--lang', 'fr'])).toMatchObject({
    code: 2,
    err: 'bylaw: “fr” is no language of this program: --lang en or --lang zh.\n',
  });
});

test('the help of a verb lists no option that says nothing to it', async () => {
  const { out } = await bylaw(['serve', '--help']);
  expect(out).toContain('--lang <language>');
  expect(out).not.toMatch(/--at |--handbook|--source-only/);
  expect((await bylaw(['eval', '--help'])).out).toMatch(/--at <date>/);
});

test('without a verb the help is shown, as wrong use', async () => {
  const ran = await bylaw([]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(verbs.filter(({ name }) => !ran.err.includes(`  ${name} `))).toEqual([]);
  expect(await bylaw(['--help'])).toMatchObject({ code: 0, err: '', out: ran.err });
  expect((await bylaw(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each(verbs)('$name has a help with an example in both languages', async ({ name }) => {
  const english = await bylaw([name, '--help']);
  expect(english).toMatchObject({ code: 0, err: '' });
  expect(english.out).toMatch(/Examples:\n {2}\S/);
  const chinese = await bylaw([name, '--help', '--lang', 'zh']);
  expect(chinese.out).toMatch(/示例：\n {2}\S/);
  expect(chinese.out).toContain('用法：');
});

test('columns stand under each other, also behind wide characters', () => {
  const bold = (text: string): string => `<${text}>`;
  const lines = alignTable([
    [{ text: '' }, { text: 'a long heading', spills: true }, { text: '' }, { text: 'next', spills: true }],
    [{ text: '客服一组' }, { text: '1.5%', align: 'right' }, { text: '[1]' }, { text: '９' }],
    [{ text: 'b' }, { text: '10%', align: 'right', paint: bold }, { text: '' }, { text: 'x\u001b[2J' }],
  ]);
  expect(lines).toEqual([
    '          a long heading  next',
    '客服一组  1.5%  [1]  ９',
    'b          <10%>       x<U+001B>[2J',
  ]);
  expect(displayWidth(lines[1]!.slice(0, lines[1]!.indexOf('９')))).toBe(21);
});

test('a folder that is no handbook is not read, whatever lies below it', async () => {
  const ran = await bylaw(['check', '--handbook', '..', '--lang', 'zh']);
  expect(ran).toMatchObject({ code: 3, out: '', err: expect.stringContaining('没有 handbook.yaml') as string });
});
