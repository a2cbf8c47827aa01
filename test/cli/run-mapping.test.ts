import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallRun } from './small-run.ts';
import { bylaw, folder, home } from './terminal.ts';

const mapping = (columns: string, more = ''): string => `mapping: sales of a month\n${more}columns:\n${columns}`;

describe('a mapping', () => {
  test('gives columns of another program facts and units; a value with its own unit keeps it', async () => {
    const map = mapping(
      [
        '  "净销售额(元)": { fact: sales.net, unit: CNY }',
        '  完成率: { fact: reached, unit: percent }',
        '  net: keep',
        '  备注: ignore',
        '  库存: { fact: stock, unit: 罐 }',
      ].join('\n'),
    );
    const table = [
      '姓名,净销售额（元）,完成率,net,备注,库存',
      '王,１２３４.５,35,a,x,40',
      '李,1.5万元,35.5%,b,y,40 cans',
      '张,-1,35,c,z,40',
      '赵,1 can,35,d,,40',
      '钱,"1,234.50",35,e,,',
    ].join('\n');
    const ran = await smallRun({ 'in.csv': table, 'm.yaml': map }, ['pay.bonus', 'pay.left', '--map', 'm.yaml']);
    expect(ran.out.trimEnd().split('\n')).toEqual([
      '姓名,净销售额（元）,完成率,net,库存,pay.bonus,pay.bonus.status,pay.bonus.flags,pay.left,pay.left.status,pay.left.flags',
      '王,１２３４.５,35,a,40,432.08 CNY,determined,,39 cans,determined,',
      '李,1.5万元,35.5%,b,40 cans,5325.00 CNY,determined,,39 cans,determined,',
      '张,-1,35,c,40,,error,,39 cans,determined,',
      '赵,1 can,35,d,40,,error,,39 cans,determined,',
      '钱,"1,234.50",35,e,,,error,,,undetermined,',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('in.csv:4: column “净销售额（元）”: ');
    expect(ran.err).toContain('in.csv:5: column “净销售额（元）”: ');
    expect(ran.err).toContain('“1,234.50” has thousand separators');
  });

  test('35 % is 0.35 as a ratio, and 35 as percent, to the last digit', async () => {
    for (const [unit, written] of [
      ['ratio', '0.3500000000000000001'],
      ['percent', '35.00000000000000001'],
    ] as const) {
      const map = mapping(`  r: { fact: reached, unit: ${unit} }`);
      const files = { 'in.csv': `sales.net,r\n100000000000000000000 CNY,${written}\n`, 'm.yaml': map };
      const { out } = await smallRun(files, ['pay.bonus', '--map', 'm.yaml']);
      expect(out).toContain(',35000000000000000010.00 CNY,determined,');
    }
  });

  test('numbers of JSON get the unit too; rows above the header are passed over', async () => {
    const map = mapping('  net: { fact: sales.net, unit: CNY }');
    const lines = await smallRun({ 'in.jsonl': '{"net": 12.345}', 'm.yaml': map }, [
      'pay.amount',
      '--in',
      'in.jsonl',
      '--map',
      'm.yaml',
    ]);
    expect(lines.out).toContain('"pay.amount":"1.23 CNY"');
    const below = mapping('  net: { fact: sales.net, unit: CNY }', 'header-row: 3\n');
    const titled = await smallRun({ 'in.csv': 'Sales,\n,\nnet,x\n5,\n', 'm.yaml': below }, [
      'pay.amount',
      '--map',
      'm.yaml',
    ]);
    expect(titled.out).toContain('\n5,,0.50 CNY,determined,\n');
    expect(titled.code).toBe(0);
  });

  test.each<readonly [string, string, string]>([
    ['mapping/unknown-fact', mapping('  a: sales.nett'), 'Did you mean “sales.net”'],
    ['mapping/unknown-column', mapping('  sales.met: sales.net'), 'Did you mean “sales.net”'],
    ['mapping/unit', mapping('  a: { fact: sales.net, unit: can }'), 'expected is an amount such as 500 CNY'],
    ['mapping/unit', mapping('  a: { fact: sales.net, unit: percent }'), '“percent” is no unit of “sales.net”'],
    ['mapping/unit', mapping('  a: { fact: joined, unit: days }'), '“days” is no unit of “joined”'],
    ['mapping/fact-twice', mapping('  a: sales.net\n  b: sales.net'), 'here and from “a”'],
    ['shape/unknown-key', mapping('  a: { fact: sales.net, units: CNY }'), 'units'],
    ['shape/unknown-key', mapping('  a: keep', 'kee: a\n'), 'key'],
    ['mapping/no-mapping', '- a\n', 'must begin with mapping: and columns:'],
    [
      'mapping/no-key',
      mapping('  a: keep', 'tables: [{ file: b.csv, key: k, as: team, without-rows: empty, columns: {} }]\n'),
      'Add key:',
    ],
    [
      'mapping/no-list',
      mapping('  a: keep', 'key: a\ntables: [{ file: b.csv, key: k, as: teem, without-rows: empty, columns: {} }]\n'),
      'Did you mean “team”?',
    ],
    [
      'mapping/unknown-field',
      mapping(
        '  a: keep',
        'key: a\ntables: [{ file: b.csv, key: k, as: team, without-rows: empty, columns: { x: dune } }]\n',
      ),
      'Did you mean “done”?',
    ],
    [
      'mapping/without-rows',
      mapping(
        '  a: keep',
        'key: a\ntables: [{ file: b.csv, key: k, as: columns, without-rows: empty, columns: {} }]\n',
      ),
      'write absent',
    ],
    ['shape/not-one-of', mapping('  a: keep', 'other-columns: drop\n'), 'ignore'],
  ])('with a mistake is refused with its place: %s', async (code, map, says) => {
    const ran = await smallRun({ 'in.csv': 'a,b,sales.net\n1,2,3 CNY\n', 'm.yaml': map }, [
      'pay.amount',
      '--map',
      'm.yaml',
    ]);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toContain(code);
    expect(ran.err).toMatch(/m\.yaml/);
    expect(ran.err).toContain(says);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['the table', { 'in.csv': 'a,a \n1,2\n' }, 'in.csv has more than one column “a”'],
    ['a joined table', { 'in.csv': 'k,b\nx,1\n', 'b.csv': 'k,ａ,a\nx,1,2\n' }, 'b.csv has more than one column “a”'],
  ])('is refused where two columns of %s have the name', async (_, tables, says) => {
    const columns = '{ a: { fact: sales.net, unit: CNY } }';
    const join = `key: k\ntables: [{ file: b.csv, key: k, as: columns, without-rows: absent, columns: ${columns} }]\n`;
    const map = 'b.csv' in tables ? mapping('  b: keep', join) : `mapping: m\ncolumns: ${columns}\n`;
    const ran = await smallRun({ ...tables, 'm.yaml': map }, ['pay.amount', '--map', 'm.yaml']);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toContain('mapping/column-twice');
    expect(ran.err).toContain(says);
  });

  test('may refuse columns that nobody mentioned, or leave them out', async () => {
    const files = (others: string) => ({
      'in.csv': 'sales.net,x\n5 CNY,1\n',
      'm.yaml': mapping('  sales.net: sales.net', `other-columns: ${others}\n`),
    });
    const refused = await smallRun(files('refuse'), ['pay.amount', '--map', 'm.yaml']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('The column “x” of in.csv is neither in the mapping nor a fact');
    const { out } = await smallRun(files('ignore'), ['pay.amount', '--map', 'm.yaml']);
    expect(out).toBe('sales.net,pay.amount,pay.amount.status,pay.amount.flags\n5 CNY,0.50 CNY,determined,\n');
  });
});

describe('joined tables', () => {
  const map = (without: readonly [sales: string, team: string]): string => `mapping: people
key: 工号
columns: { 姓名: keep }
tables:
  - file: data/sales.csv
    key: 工号
    as: columns
    without-rows: ${without[0]}
    columns: { 净额: { fact: sales.net, unit: CNY } }
  - file: data/team.csv
    key: 组长
    as: team
    without-rows: ${without[1]}
    columns: { 组员: name, 完成率: { fact: done, unit: percent } }
`;
  const people = '工号,姓名\nA1,王\nA2,李\nA3,张\nA1,又王\n,无名\n';
  const sales = '工号,净额\nA1,100\nA2,200\nA2,300\nB9,1\n';
  const team = '组长,组员,完成率\nA1,甲,100\nA1,乙,99.9\nA2,丙,oops\nC3,丁,100\n,戊,100\n';
  const files = (without: readonly [string, string]) => ({
    'in.csv': people,
    'maps/m.yaml': map(without),
    'maps/data/sales.csv': sales,
    'maps/data/team.csv': team,
  });
  const args = ['pay.amount', 'pay.good', '--map', 'maps/m.yaml'];

  test('bring facts and lists; what does not fit is told with file and line', async () => {
    const { code, out, err } = await smallRun(files(['absent', 'empty']), args);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').slice(1)).toEqual([
      'A1,王,,error,,,error,',
      'A2,李,,error,,,error,',
      'A3,张,,undetermined,,0,determined,',
      'A1,又王,,error,,,error,',
      ',无名,,error,,,error,',
    ]);
    const told = err.split('\n');
    for (const [place, says] of [
      ['data/team.csv:4: column “完成率”: ', 'oops'],
      ['in.csv:3: pay.amount: data/sales.csv:4: column “净额”: ', 'row 3 already'],
      ['in.csv:2: pay.amount: ', 'The key “A1” stands in row 5 too'],
      ['in.csv:5: pay.amount: ', 'The key “A1” stands in row 2 too'],
      ['in.csv:6: pay.amount: ', 'The row has no key'],
      ['data/sales.csv: ', 'no row of in.csv has its key: “B9” (row 5)'],
      ['data/team.csv: ', 'no row of in.csv has its key: “C3” (row 5)'],
      ['data/team.csv:6: ', 'The row has no key'.toLowerCase()],
    ] as const) {
      expect(
        told.filter((line) => line.startsWith(place) && line.toLowerCase().includes(says.toLowerCase())),
        place,
      ).toHaveLength(1);
    }
  });

  test('whoever has no rows may be an error, or unknown', async () => {
    const strict = await smallRun(files(['error', 'absent']), args);
    expect(strict.out).toContain('\nA3,张,,error,,,undetermined,\n');
    expect(strict.err).toContain('in.csv:4: pay.amount: data/sales.csv has no row for “A3”.');
  });

  test.each<readonly [string, string, string]>([
    ['data/team.csv', '组长,组员,完成率\nA1,甲\n', 'data/team.csv:2: The row has 2 cells for 3 columns'],
    ['data/team.csv', '', 'data/team.csv is empty'],
    ['data/team.csv', '组长,完成\nA1,1\n', 'data/team.csv has no column “组员”'],
  ])('a table in which nobody can be sure of a row is refused: %s', async (name, content, says) => {
    const { code, err } = await smallRun({ ...files(['absent', 'empty']), [`maps/${name}`]: content }, args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

test.each(['README.md', 'README.zh-CN.md'])('the example of %s fits the handbook', async (page) => {
  const [, map = ''] = /```yaml\n(mapping:.*?)```/su.exec(readFileSync(page, 'utf8')) ?? [];
  const dir = folder();
  for (const [name, text] of [
    ['groups.yaml', map],
    ['推广员.csv', '组别,完成率\n一组,100\n'],
    ['in.csv', '组别,下单,退货,完成率,备注\n一组,88000,8000,95,x\n'],
  ] as const)
    writeFileSync(join(dir, name), text);
  const args = ['run', 'commission.head.amount', '--in', 'in.csv', '--map', 'groups.yaml', '--period', '2026-10'];
  const ran = await bylaw([...args, '--handbook', join(home, 'policies')], { cwd: dir });
  expect(ran.out).toContain('\n一组,88000,8000,95,3200.00 CNY,determined,\n');
});
