import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { typesFile } from '../../../engine/emit/types/declarations.ts';
import { moduleTypes } from '../../../engine/emit/types/module-types.ts';
import { link } from '../../../engine/program/link.ts';
import { rulesAt } from '../../../engine/embed/rules.ts';
import { ask, typed } from '../../../engine/typed.ts';
import { handbookOf, policyTexts } from '../../support/policies.ts';

interface Case {
  readonly says: string;
  readonly code: string;
}
const cases = parse(readFileSync('test/emit/types/programs.yaml', 'utf8')) as readonly Case[];
const handbook = handbookOf(policyTexts);
const program = link(handbook, { at: '2026-10-31' });
const names = Object.keys(program.decisions);

const folder = resolve('test/emit/types');
const head = `import { ask, typed } from '../../../engine/typed.ts';
import type { Decisions, Facts } from './handbook.js';
import { evaluate } from './rules.mjs';
declare const rules: Parameters<typeof typed>[0];
const handbook = typed<Decisions>(rules);
export type Used = [Facts, typeof handbook, typeof evaluate, typeof ask];
`;
const made = new Map([
  [resolve(folder, 'handbook.d.ts'), typesFile(program, names, 'en')],
  [resolve(folder, 'rules.d.mts'), moduleTypes(program, ['sales.net'], 'en')],
  ...cases.map(({ code }, i) => [resolve(folder, `case-${String(i)}.ts`), head + code] as const),
]);

/** TypeScript's own words for each of the files, read from memory. */
function compiled(): (file: string) => string {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts', 'lib.esnext.collection.d.ts'],
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const [read, exists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  const textOf = (file: string): string | undefined => made.get(resolve(file));
  host.fileExists = (file) => textOf(file) !== undefined || exists(file);
  host.getSourceFile = (file, target) => {
    const text = textOf(file);
    return text === undefined ? read(file, target) : ts.createSourceFile(file, text, target);
  };
  const checked = ts.createProgram([...made.keys()], options, host);
  return (file) => {
    const source = checked.getSourceFile(file);
    const found = [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n') || 'fine';
  };
}

const said = compiled();

test.each(cases.map(({ says, code }, i) => ({ says, code, file: resolve(folder, `case-${String(i)}.ts`) })))(
  '$code: $says',
  ({ says, file }) => {
    if (says === 'fine') expect(said(file)).toBe('fine');
    else expect(said(file)).toContain(says);
  },
);

test('the written files themselves are right', () => {
  expect(said(resolve(folder, 'handbook.d.ts'))).toBe('fine');
  expect(said(resolve(folder, 'rules.d.mts'))).toBe('fine');
});

test('the same handbook gives the same text, with comments in either language', () => {
  expect(typesFile(program, names.toReversed(), 'en')).toBe(typesFile(program, names, 'en'));
  expect(typesFile(program, names, 'zh')).toContain('/** 销售目标完成率 */');
});

test('what is checked is also asked', () => {
  interface Decisions {
    readonly 'sales.net': { readonly facts: object; readonly value: string; readonly on: never };
  }
  const rules = typed<Decisions>(rulesAt(handbook, { at: '2026-10-31' }));
  const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };
  expect(ask(rules, 'sales.net', facts)).toMatchObject({ status: 'determined', value: '80000.00 CNY' });
  expect(ask(rules, 'sales.net', { 'sales.orderd': '1 CNY' })).toMatchObject({ error: { code: 'fact/unknown' } });
});
