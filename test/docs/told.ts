import { runCases } from '../../engine/cases/run.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { endingSoon } from '../../engine/findings/ending.ts';
import { proofsOf } from '../../engine/findings/proofs.ts';
import { assemble, type Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { readFile, type FileReading } from '../../engine/program/read.ts';
import { amend } from '../../engine/review/amend.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseFactsJson } from '../../engine/value/facts-json.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { formOf, type Cause, type Sample } from '../../scripts/docs/causes.ts';

type Files = Readonly<Record<string, string>>;
/** Files that were read once: each example stands among the same ones. */
export type World = ReadonlyMap<string, FileReading>;

export function worldOf(files: Files): World {
  return new Map(Object.entries(files).map(([path, text]) => [path, readFile(sourceFile(path, text))]));
}

const among = (world: World, files: Files): Handbook => assemble([...new Map([...world, ...worldOf(files)]).values()]);

const at = '2026-10-31';
const head = `policy: t
version: 1
effective: { from: 2026-01-01 }
published: 2025-12-20
title: { en: T, zh: 制度 }
scope: shop
`;

/** Codes that the sample of a cause brings about in the handbook; its own where it makes a file. */
export function toldBy(cause: Cause, sample: Sample, world: World): readonly string[] {
  const form = formOf(cause);
  const text = typeof sample === 'string' ? sample.repeat(Number(cause.times ?? '1')) : '';
  switch (form) {
    case 'expression':
      return ofFile(formulaOf(text), cause, world);
    case 'cell':
      return ofFile(tableOf(text), cause, world);
    case 'policy':
      return ofFile(text.includes('version:') ? head.replace('version: 1\n', '') + text : head + text, cause, world);
    case 'file':
      return ofFile(text, cause, world);
    case 'files':
      return checked(among(world, sample as Files), cause);
    case 'cases':
      return checked(among(world, { 't.cases.yaml': text }), cause);
    case 'facts': {
      const parsed = parseFactsJson(text);
      return 'diagnostic' in parsed ? [parsed.diagnostic.code] : [];
    }
    case 'given':
      return asked(cause.expression ?? '', sample as RawFacts, world);
    case 'shown':
      return [];
  }
}

const formulaOf = (expression: string): string =>
  `${head}kind: formula\ndecisions:\n  x: { value: ${JSON.stringify(expression)} }\n`;

const tableOf = (cell: string): string =>
  `${head}kind: table
columns: { c: sales.completion }
outputs: { n: { title: { en: N, zh: 数 } } }
rows:
  - { c: ${JSON.stringify(cell)}, n: 1 }
`;

function ofFile(text: string, cause: Cause, world: World): readonly string[] {
  if (cause.amend !== undefined) {
    const amended = amend(sourceFile('t.yaml', text), { from: cause.amend, published: at });
    return 'code' in amended ? [amended.code] : [];
  }
  return checked(among(world, { 't.yaml': text }), cause);
}

function checked(handbook: Handbook, { period, cases, proved }: Cause): readonly string[] {
  const ofCases = cases === undefined ? [] : runCases(handbook, evaluate).diagnostics;
  const ofProofs =
    proved === undefined ? [] : [...proofsOf(handbook, { parts: 3000 }).findings, ...endingSoon(handbook, proved)];
  const found = [...handbook.diagnostics, ...ofCases, ...ofProofs];
  const program = period === undefined ? undefined : linkPeriod(handbook, period);
  const ofPeriod = program === undefined ? [] : [evaluate(program, 't.x', readFacts(program, {})).error?.code ?? ''];
  return [...found.map(({ code }) => code), ...ofPeriod];
}

function asked(expression: string, given: RawFacts, world: World): readonly string[] {
  const handbook = among(world, { 't.yaml': formulaOf(expression) });
  const program = link(handbook, { at });
  const facts = readFacts(program, given);
  const { error } = evaluate(program, 't.x', facts);
  return [...facts.unknown.map(({ code }) => code), error?.code ?? ''];
}
