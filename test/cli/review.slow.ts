import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { git, repository } from './repository.ts';
import { bylaw, folder } from './terminal.ts';

test('a revision that there is not is one sentence', async () => {
  const cwd = repository();
  expect(await bylaw(['review', '--base', 'nope'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'bylaw: There is no revision “nope”. Name a branch, a tag or a commit.\n',
  });
  expect((await bylaw(['review', '--base', 'nope', '--lang', 'zh'], { cwd })).err).toBe(
    'bylaw: 没有版本“nope”。请写分支、标签或提交。\n',
  );
  expect(await bylaw(['review', '--base', '--output=x'], { cwd })).toMatchObject({ code: 2, out: '' });
});

test('a shallow clone says how to get more', async () => {
  const from = repository();
  writeFileSync(join(from, 'more'), '');
  git(from, 'add', '.');
  git(from, 'commit', '-q', '-m', 'second');
  const cwd = join(folder(), 'clone');
  git(from, 'clone', '-q', '--depth', '1', `file://${from}`, cwd);
  const ran = await bylaw(['review', '--base', 'HEAD~1'], { cwd });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('git fetch --unshallow');
});

test('histories that have nothing in common are told, in both languages', async () => {
  const cwd = repository();
  git(cwd, 'checkout', '-q', '--orphan', 'other');
  git(cwd, 'commit', '-q', '-m', 'another beginning');
  const ran = await bylaw(['review', '--base', 'main'], { cwd });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('have no commit in common, so nobody can say what changed since');
  const told = await bylaw(['review', '--base', 'main', '--lang', 'zh'], { cwd });
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.err).toContain('没有共同的祖先');
});

test('a computer without git is told what to install, in both languages', async () => {
  const cwd = repository();
  const path = process.env['PATH'];
  process.env['PATH'] = folder();
  try {
    for (const [lang, says] of [
      ['en', 'The command git was not found. Install git'],
      ['zh', '找不到命令 git。请安装 git'],
    ] as const) {
      const ran = await bylaw(['review', '--base', 'main', '--lang', lang], { cwd });
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toContain(says);
    }
  } finally {
    process.env['PATH'] = path;
  }
});

test('a file that git ignores is part of the change and said to be', async () => {
  const cwd = repository();
  writeFileSync(join(cwd, '.gitignore'), 'more.yaml\n');
  git(cwd, 'add', '.gitignore');
  git(cwd, 'commit', '-q', '-m', 'ignore');
  writeFileSync(join(cwd, 'policies/more.yaml'), 'kind: vocabulary\ntitle: { en: More, zh: 更多 }\n');
  const { out } = await bylaw(['review', '--base', 'HEAD'], { cwd });
  expect(out).toContain('`policies/more.yaml` (ignored)');
});

const head = 'policies/pay/commission.head.yaml';

function change(cwd: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${from} does not stand in ${path}`);
  writeFileSync(
    join(cwd, path),
    text.replace(from, () => to),
  );
}

test('what is not committed is included and said, and what the base got since is left out and counted', async () => {
  const cwd = repository();
  git(cwd, 'checkout', '-q', '-b', 'change');
  git(cwd, 'checkout', '-q', 'main');
  change(cwd, 'policies/pay/sales.yaml', 'en: Net sales of the month', 'en: Net sales of a month');
  git(cwd, 'commit', '-q', '-a', '-m', 'title');
  git(cwd, 'checkout', '-q', 'change');
  change(cwd, head, "en: Head's commission", "en: The head's commission");
  writeFileSync(join(cwd, 'policies/more.yaml'), 'kind: vocabulary\ntitle: { en: More, zh: 更多 }\n');
  const { code, out } = await bylaw(['review', '--base', 'main'], { cwd });
  expect(out).toContain(
    'Not committed, but included here: `policies/pay/commission.head.yaml` (changed), `policies/more.yaml` (untracked).',
  );
  expect(out).toContain('`main` has 1 more, which is left out here');
  expect(out).not.toContain('sales.yaml');
  expect(code).toBe(0);
});

test('a policy that means nothing on one side is said to, and refused where it is the new one', async () => {
  const cwd = repository();
  change(cwd, head, 'tiers:\n', 'tiers: [\n');
  const broken = await bylaw(['review', '--base', 'main'], { cwd });
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('`review/unreadable` pay/commission.head.yaml: commission.head can no longer be read');
  expect(broken.out).not.toContain('review/removed-in-force');
  git(cwd, 'commit', '-q', '-a', '-m', 'broken');
  change(cwd, head, 'tiers: [\n', 'tiers:\n');
  const mended = await bylaw(['review', '--base', 'HEAD', '--lang', 'zh'], { cwd });
  expect(mended).toMatchObject({ code: 0, err: '' });
  expect(mended.out).toContain('commission.head 在基准版本中无法读取');
});

test('required approvals are looked for in the commits, and machines get the reasons as SARIF, JUnit and JSON', async () => {
  const cwd = repository();
  change(cwd, 'policies/handbook.yaml', 'conventions:\n', 'review: { approvals: required }\nconventions:\n');
  git(cwd, 'commit', '-q', '-a', '-m', 'approvals');
  change(cwd, head, "en: Head's commission", "en: The head's commission");
  git(cwd, 'commit', '-q', '-a', '-m', 'title\n\nApproved-by: somebody');
  const without = await bylaw(['review', '--base', 'HEAD~1', '--sarif', 'a.sarif', '--junit', 'a.xml', '--json'], {
    cwd,
  });
  expect(without.code).toBe(1);
  const told = JSON.parse(without.out) as { verdicts: { code: string; place: { line: number } }[] };
  expect(told.verdicts.map(({ code }) => code)).toEqual(['review/approval-required', 'review/unknown-approver']);
  expect(told.verdicts[0]?.place.line).toBe(1);
  const sarif = JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')) as unknown;
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'bylaw', rules: [{ id: 'review/approval-required' }, { id: 'review/unknown-approver' }] },
        },
        results: [
          {
            ruleId: 'review/approval-required',
            ruleIndex: 0,
            level: 'error',
            locations: [
              { physicalLocation: { artifactLocation: { uri: head, uriBaseId: 'SRCROOT' }, region: { startLine: 1 } } },
            ],
          },
          { ruleId: 'review/unknown-approver', ruleIndex: 1, level: 'warning' },
        ],
      },
    ],
  });
  expect(isSarif(sarif), JSON.stringify(isSarif.errors)).toBe(true);
  const junit = readFileSync(join(cwd, 'a.xml'), 'utf8');
  expect(junit).toContain('<testsuite name="approvals" tests="2" failures="1" errors="0">');
  git(cwd, 'commit', '-q', '--amend', '-m', 'title\n\nApproved-by: 李伟（部门主管）');
  expect(await bylaw(['review', '--base', 'HEAD~1'], { cwd })).toMatchObject({ code: 0 });
}, 60_000);

/** What of SARIF 2.1.0 these files use, as its schema has it; nothing else may stand in them. */
const text = { type: 'string' };
const line = { type: 'integer', minimum: 1 };
const closed = (properties: Record<string, object>, required: readonly string[]): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const isSarif = new Ajv({ strict: true }).compile(
  closed(
    {
      $schema: text,
      version: { const: '2.1.0' },
      runs: {
        type: 'array',
        items: closed(
          {
            tool: closed(
              {
                driver: closed(
                  {
                    name: text,
                    semanticVersion: text,
                    rules: {
                      type: 'array',
                      uniqueItems: true,
                      items: closed({ id: text, help: closed({ text, markdown: text }, ['text']), helpUri: text }, [
                        'id',
                      ]),
                    },
                  },
                  ['name'],
                ),
              },
              ['driver'],
            ),
            columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
            originalUriBaseIds: {
              type: 'object',
              additionalProperties: closed({ uri: text, description: closed({ text }, ['text']) }, []),
            },
            results: {
              type: 'array',
              items: closed(
                {
                  ruleId: text,
                  ruleIndex: { type: 'integer', minimum: 0 },
                  level: { enum: ['none', 'note', 'warning', 'error'] },
                  baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
                  message: closed({ text }, ['text']),
                  partialFingerprints: { type: 'object', additionalProperties: text },
                  locations: {
                    type: 'array',
                    items: closed(
                      {
                        physicalLocation: closed(
                          {
                            artifactLocation: closed({ uri: text, uriBaseId: text }, []),
                            region: closed({ startLine: line, startColumn: line, endLine: line, endColumn: line }, []),
                          },
                          ['artifactLocation'],
                        ),
                      },
                      [],
                    ),
                  },
                },
                ['message'],
              ),
            },
          },
          ['tool'],
        ),
      },
    },
    ['version', 'runs'],
  ),
);

test('the manifest names the population and the closed months that each change is tried on', async () => {
  const cwd = repository();
  const file = 'population/sales-2026-10.csv';
  const settings = `review:\n  population: { file: ${file} }\n  closed:\n    through: 2026-10\n    populations: [{ period: 2026-10, file: ${file} }]\n`;
  change(cwd, 'policies/handbook.yaml', 'conventions:\n', `${settings}conventions:\n`);
  git(cwd, 'commit', '-q', '-a', '-m', 'population');
  const argv = ['amend', 'commission.head', '--from', '2026-10-01', '--published', '2026-10-30'];
  expect(await bylaw(argv, { cwd })).toMatchObject({ code: 0 });
  change(cwd, head, 'rate: 5% }', 'rate: 5.5% }');
  const { out } = await bylaw(['review', '--base', 'HEAD'], { cwd });
  expect(out).toContain(
    "**Effect**: on policies/population/sales-2026-10.csv: Head's commission · Amount (`commission.head.amount`) +750.00 CNY (2 of 10 rows)",
  );
  expect(out).toContain('Months through 2026-10 are closed (manifest).');
  expect(out).toMatch(
    /### To pay for 2026-10, .*\n\n- Head's commission · Amount \(`commission\.head\.amount`\): \+750\.00 CNY, 2 of 10 rows\n/u,
  );
}, 60_000);

test('git diff shows the difference in words above the lines', async () => {
  const cwd = repository();
  const before = join(cwd, 'before.yaml');
  writeFileSync(before, readFileSync(join(cwd, head)));
  change(cwd, head, 'rate: 5% }', 'rate: 6% }');
  const argv = [
    'diff',
    '--git-driver',
    head,
    before,
    'a'.repeat(40),
    '100644',
    join(cwd, head),
    '0'.repeat(40),
    '100644',
  ];
  const { code, out } = await bylaw(argv, { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^# From commission\.head@v:1 to commission\.head@v:1:/u);
  expect(out).toMatch(/# .*rises from 5% to 6%/u);
  expect(out).toContain(`\ndiff --git a/${head} b/${head}\n--- a/${head}\n+++ b/${head}\n@@ `);
  expect(out).toMatch(/^-.*rate: 5% \}\n\+.*rate: 6% \}$/mu);
  const other = ['diff', '--git-driver', 'policies/x.csv', '/dev/null', '0', '0', before, '0', '100644'];
  expect((await bylaw(other, { cwd })).out).toMatch(
    /^diff --git a\/policies\/x\.csv b\/policies\/x\.csv\n--- \/dev\/null\n/u,
  );
});
