import { runCases, type Evaluator } from '../../engine/cases/run.ts';
import { compile } from '../../engine/compile/compile.ts';
import { languages } from '../../engine/diagnostic/diagnostic.ts';
import { evaluate, explain } from '../../engine/evaluate/evaluate.ts';
import { renderExplanation } from '../../engine/evaluate/render.ts';
import { spellingOf } from '../../engine/format/spelling.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import type { Program } from '../../engine/ir/program.ts';
import { assemble, type Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFile, type FileReading } from '../../engine/program/read.ts';
import { amend } from '../../engine/review/amend.ts';
import { sameMeaning } from '../../engine/review/meaning.ts';
import { changeLines } from '../../engine/review/render.ts';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { overview, tryPolicy } from '../../engine/service/index.ts';
import { layered } from '../../engine/site/charts/layered.ts';
import { pageOfFile } from '../../engine/site/page-of.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { parseFactsJson } from '../../engine/value/facts-json.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { checkFormat } from './check-format.ts';
import { corpusOf, type Corpus } from './corpus.ts';
import { fail, failureOf, type Failure } from './failure.ts';
import type { Input } from './input.ts';

/** Does all that the engine can do with an input, and says what went wrong; undefined when nothing did. */
export function examine(input: Input): Failure | undefined {
  try {
    const base = baseOf(input.corpus);
    if (input.isShort) examineFiles(input, base);
    else examineHandbook(input, base);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

interface Base {
  readonly corpus: Corpus;
  readonly readings: ReadonlyMap<string, FileReading>;
  readonly handbook: Handbook;
}

const bases = new Map<number, Base>();

/** What is not changed is read once. */
function baseOf(index: number): Base {
  const known = bases.get(index);
  if (known !== undefined) return known;
  const corpus = corpusOf(index);
  const readings = new Map(
    Object.entries(corpus.texts).map(([path, text]) => [path, readFile(sourceFile(path, text))]),
  );
  const base = { corpus, readings, handbook: assemble([...readings.values()]) };
  bases.set(index, base);
  return base;
}

function examineFiles({ changed }: Input, { handbook }: Base): void {
  for (const [path, text] of Object.entries(changed)) {
    checkDiagnostics(readFile(sourceFile(path, text)).diagnostics, new Map([[path, text]]));
    checkFormat(path, text, spellingOf(handbook));
  }
}

function examineHandbook({ changed, facts: json, date }: Input, base: Base): void {
  const { handbook, readings } = handbookWith(changed, base);
  const texts = new Map([...readings].map(([path, { file }]) => [path, file.text]));
  checkDiagnostics(handbook.diagnostics, texts);
  const program = link(handbook, { at: date });
  checkOutcomes(program, factsOf(json, base));
  checkCases(handbook, texts);
  const review = reviewHandbooks(base.handbook, handbook, date);
  for (const language of languages) changeLines(review, language);
  for (const path of Object.keys(changed)) askService(path, date, handbook, readings);
  checkMeaning(changed, handbook, program, base);
}

function handbookWith(
  changed: Readonly<Record<string, string>>,
  base: Base,
): { readonly handbook: Handbook; readonly readings: ReadonlyMap<string, FileReading> } {
  const readings = new Map(base.readings);
  for (const [path, text] of Object.entries(changed)) readings.set(path, readFile(sourceFile(path, text)));
  return { handbook: assemble([...readings.values()]), readings };
}

function factsOf(json: string, { corpus }: Base): RawFacts {
  const parsed = parseFactsJson(json);
  if ('raw' in parsed) return parsed.raw;
  checkDiagnostics([parsed.diagnostic], new Map([['<facts>', json]]));
  const whole = parseFactsJson(corpus.facts[0] ?? '{}');
  return 'raw' in whole ? whole.raw : {};
}

function checkOutcomes(program: Program, raw: RawFacts): void {
  const facts = readFacts(program, raw);
  checkDiagnostics(facts.unknown, new Map());
  const compiled = compile(program);
  const asked = Object.values(program.decisions).filter(({ hidden, takes }) => !hidden && takes.length === 0);
  for (const { name } of asked) {
    for (const sourceOnly of [false, true]) {
      const { outcome, explanation } = explain(program, name, facts, { sourceOnly });
      if (!sourceOnly) for (const language of languages) renderExplanation(explanation, language);
      const others = [evaluate(program, name, facts, { sourceOnly }), compiled.evaluate(name, facts, { sourceOnly })];
      for (const other of others) {
        if (JSON.stringify(comparable(outcome)) !== JSON.stringify(comparable(other)))
          fail('evaluators disagree', { name, sourceOnly, outcome, other });
      }
    }
  }
}

/** Texts for people aside. */
function comparable({ status, value, flags, reasons, error }: Outcome): unknown {
  return { status, value, flags, reasons: reasons.map(({ text: _, ...reason }) => reason), error: error?.code };
}

function checkCases(handbook: Handbook, texts: ReadonlyMap<string, string>): void {
  const compiledBy = new Map<Program, ReturnType<typeof compile>>();
  const both: Evaluator = (program, decision, facts, options) => {
    const compiled = compiledBy.get(program) ?? compile(program);
    compiledBy.set(program, compiled);
    const [a, b] = [evaluate(program, decision, facts, options), compiled.evaluate(decision, facts, options)];
    if (JSON.stringify(comparable(a)) !== JSON.stringify(comparable(b))) fail('evaluators disagree on cases', { a, b });
    return a;
  };
  checkDiagnostics(runCases(handbook, both).diagnostics, texts);
}

function askService(path: string, at: string, handbook: Handbook, readings: ReadonlyMap<string, FileReading>): void {
  const workspace = { handbook, readings };
  JSON.stringify(overview(workspace, at));
  for (const language of languages) pageOfFile(handbook, path, at, language, layered);
  JSON.stringify(tryPolicy(workspace, { path, at, facts: { 'sold.amount': '5' }, sourceOnly: false }));
  const file = readings.get(path)?.file;
  if (file !== undefined) {
    const amended = amend(file, { from: '2027-01-01', published: '2026-12-01', because: { en: 'a', zh: '乙' } });
    if ('code' in amended) checkDiagnostics([amended], new Map([[path, file.text]]));
  }
}

/** The usual form of all changed files means the same as what was written. */
function checkMeaning(
  changed: Readonly<Record<string, string>>,
  handbook: Handbook,
  program: Program,
  base: Base,
): void {
  const spelling = spellingOf(handbook);
  const formatted = Object.fromEntries(
    Object.entries(changed).map(([path, text]) => [path, checkFormat(path, text, spelling)]),
  );
  if (Object.entries(changed).every(([path, text]) => formatted[path] === text)) return;
  const again = handbookWith(formatted, base).handbook;
  // Full-width signs are told, and gone when formatted.
  const codes = ({ diagnostics }: Handbook): string =>
    diagnostics.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code])).join(' ');
  if (codes(again) !== codes(handbook)) fail('formatting changes what is found', [codes(handbook), codes(again)]);
  const after = link(again, { at: program.at });
  if (!sameMeaning(meaningOf(program), meaningOf(after))) fail('formatting changes the meaning', formatted);
}

/** Diagnostics of what is blocked quote the text, which may be written otherwise. */
function meaningOf({ decisions, facts, parameters }: Program): unknown {
  const bodies = Object.values(decisions).map(({ name, body, requires, appliesWhen }) =>
    body.is === 'blocked' ? name : { name, body, requires, appliesWhen },
  );
  return { bodies, facts, parameters };
}
