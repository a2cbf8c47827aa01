import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { layers, outside } from '../scripts/layers.ts';

test('every folder of the engine has its place in the order', () => {
  const folders = new Set(globSync('engine/*/**/*.{ts,js}').map((path) => path.split(/[/\\]/)[1]));
  const known = layers.flat();
  expect([...folders].filter((name) => name === undefined || !known.includes(name))).toEqual([]);
});

test('only the outer folders touch files, clock, network, console and process', () => {
  const inner = globSync('{engine,editor,server}/**/*.ts', { exclude: ['**/node_modules/**', '**/dist/**'] }).filter(
    (path) => !path.startsWith('editor/web/') && !outside.some((folder) => path.startsWith(folder)),
  );
  expect(inner.flatMap((path) => touches(path, readFileSync(path, 'utf8')))).toEqual([]);
});

test('the search for outside access finds it', () => {
  const code = `import { readFileSync } from 'node:fs'; console.log(process.cwd()); new Date(); Date.now(); Math.random();
    eval('1'); new Function('1'); fetch('x'); setTimeout(f, 1); const m = await import('node:net'); import 'fs';`;
  expect(touches('x.ts', code).map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
    'node:fs', 'console', 'process', 'new Date()', 'Date.now', 'Math.random', 'eval', 'Function', 'fetch', 'setTimeout', 'node:net', 'fs',
  ]); // prettier-ignore
  expect(
    touches('x.ts', `step.process; const o = { console: 1 }; new Date(2026, 1, 1); Math.round(1); // console`),
  ).toEqual([]);
});

const globals = [
  'console',
  'process',
  'fetch',
  'eval',
  'Function',
  'performance',
  'setTimeout',
  'setInterval',
  'globalThis',
];
const members = ['Date.now', 'Math.random', 'crypto.randomUUID'];
const builtins = /^(?:node:.*|fs|fs\/promises|path|os|net|http|https|process|child_process|worker_threads|crypto)$/;

/** Where a file reaches outside, as `path:line what`. */
function touches(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = touched(node);
    if (what !== undefined)
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function touched(node: ts.Node): string | undefined {
  const { parent } = node;
  if (ts.isStringLiteral(node) && builtins.test(node.text) && isImport(parent)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return members.find((name) => name === node.getText());
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (!ts.isIdentifier(node) || !globals.includes(node.text)) return undefined;
  const isUse =
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node);
  return isUse ? node.text : undefined;
}

function isImport(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** One small mistake for each rule of `.dependency-cruiser.js`: importing file → what it imports. */
const mistakes: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'order-source': ['engine/source/a.ts', 'engine/diagnostic/a.ts'],
  'order-kinds': ['engine/kinds/tiers/a.ts', 'engine/evaluate/a.ts'],
  siblings: ['engine/evaluate/b.ts', 'engine/compile/a.ts'],
  'backends-see-the-program-only': ['engine/emit/a.ts', 'engine/expression/a.ts'],
  'runtime-stays-small': ['engine/program/a.ts', 'chevrotain'],
  'kinds-are-apart': ['engine/kinds/tiers/b.ts', 'engine/kinds/table/a.ts'],
  'index-is-the-way-in': ['engine/ir/a.ts', 'engine/index.ts'],
  'doors-only': ['editor/server/a.ts', 'engine/ir/b.ts'],
  'engine-stands-alone': ['engine/host/a.ts', 'editor/server/b.ts'],
  'nothing-from-the-tools': ['engine/shape/a.ts', 'scripts/a.ts'],
  'no-node-inside': ['engine/yaml/a.ts', 'node:fs'],
  'no-cycle-at-run-time': ['engine/source/c.ts', 'engine/source/d.ts'],
  'resolves-and-is-declared': ['engine/source/e.ts', 'no-such-package'],
  'ships-what-it-needs': ['engine/review/a.ts', 'prettier'],
};

test('each rule about imports finds its mistake', () => {
  const root = mkdtempSync(join(tmpdir(), 'bylaw-imports-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'a' });
  };
  const load = (from: string, to: string): void => {
    const isFile = to.endsWith('.ts');
    if (isFile) write(to, '');
    write(from, `import '${isFile ? join('../'.repeat(from.split('/').length - 1), to) : to}';\n`);
  };
  for (const [from, to] of Object.values(mistakes)) load(from, to);
  load('engine/evaluate/c.ts', 'engine/program/a.ts');
  load('engine/source/d.ts', 'engine/source/c.ts');
  for (const name of ['package.json', 'tsconfig.json']) cpSync(name, join(root, name));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');

  const depcruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = resolve('.dependency-cruiser.js');
  const args = [depcruise, '--config', config, '--output-type', 'json', '{engine,editor,server}/**/*.ts'];
  const report = JSON.parse(runAnyway(args, root)) as Report;
  rmSync(root, { recursive: true });
  const found = report.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  const expected = Object.entries(mistakes).map(([rule, [from]]) => `${rule} ${from}`);
  expect(
    expected.filter((line) => line !== 'runtime-stays-small engine/program/a.ts' && !found.includes(line)),
  ).toEqual([]);
  expect(found).toContain('runtime-stays-small engine/evaluate/c.ts');
});

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

/** What a command prints, also when it reports mistakes by its exit code. */
function runAnyway(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('every exported name is read by another file', () => {
  const paths = globSync('{engine,editor,server,scripts,bench,test,schemas}/**/*.{ts,tsx,js}', {
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  const texts = new Map(paths.map((path) => [path, new Set(readFileSync(path, 'utf8').match(/[\w$]+/g) ?? [])]));
  const exported = /^export (?:async )?(?:function\*?|const|interface|type) (\w+)/gm;
  const unread = paths
    .filter((path) => /^(?:engine|editor|server)\//.test(path))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(exported)].flatMap(([, name = '']) =>
        [...texts].some(([other, words]) => other !== path && words.has(name)) ? [] : [`${path} ${name}`],
      ),
    );
  expect(unread).toEqual([]);
});
