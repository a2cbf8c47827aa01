import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision, Fact } from '../ir/program.ts';
import { isNumeric } from '../ir/type.ts';
import { nodes } from '../ir/walk.ts';
import { compareExact, parseExact } from '../value/exact.ts';
import { readsOf } from './cycles.ts';
import type { Version } from './handbook.ts';
import { handbookMessages } from './messages.ts';

/** Warnings about decisions of any kind: quotients that nobody rounds, amounts that are rounded twice, reasons not given. */
export function checkDecisions(versions: readonly Version[]): readonly Diagnostic[] {
  const all = new Map(
    versions.flatMap(({ decisions }) => decisions.map((decision) => [decision.name, decision] as const)),
  );
  return versions.flatMap(({ head, decisions, read }) => [
    ...decisions.flatMap((decision) => [...neverEnding(decision), ...roundedTwice(decision, all)]),
    ...(head.version > 1 && head.because === undefined
      ? [handbookMessages['no-reason']({ policy: head.policy, version: String(head.version) }, read.policy.policy.span)]
      : []),
  ]);
}

/** Facts that no policy reads, directly or through another fact. */
export function unusedFacts(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const decisions = versions.flatMap((version) => version.decisions);
  const parts = decisions.flatMap(({ appliesWhen, requires, body }) => [
    ...appliesWhen,
    ...requires.map(({ that }) => that),
    ...(body.is === 'ir' ? [body.ir] : []),
  ]);
  const computed = Object.values(facts).flatMap(({ orFrom }) => orFrom ?? []);
  const read = new Set(readsOf([...parts, ...computed]).flatMap(({ is, name }) => (is === 'fact' ? [name] : [])));
  return Object.values(facts)
    .filter(({ name, type }) => !read.has(name) && type.is !== 'unknown')
    .map(({ name, origin }) => handbookMessages['unused-fact']({ name }, origin));
}

function neverEnding({ name, type, hidden, body, origin }: Decision): readonly Diagnostic[] {
  if (hidden || body.is !== 'ir' || !isNumeric(type) || !mayNeverEnd(body.ir)) return [];
  return [handbookMessages['needs-rounding']({ name }, origin)];
}

/** May the value be a quotient without end? Looks at what becomes the value, not at conditions. */
function mayNeverEnd(ir: Ir): boolean {
  switch (ir.op) {
    case 'call':
      if (ir.fn === 'divide' && !endsAlways(ir.args[1])) return true;
      return isNumeric(ir.type) && ir.fn !== 'floor' && ir.fn !== 'ceil' && ir.args.some(mayNeverEnd);
    case 'choose':
      return [...ir.arms.map(({ value }) => value), ir.otherwise].some(mayNeverEnd);
    case 'bands':
      return ir.mode === 'interpolated' || ir.bands.some(({ value }) => mayNeverEnd(value));
    case 'table':
      return ir.rows.some(({ value }) => mayNeverEnd(value));
    case 'aggregate':
      return ir.operator === 'average' || mayNeverEnd(ir.body);
    case 'mark':
      return mayNeverEnd(ir.value);
    case 'reading':
      return mayNeverEnd(ir.taken) || mayNeverEnd(ir.otherwise);
    default:
      return false;
  }
}

/** A written divisor made of twos and fives only gives quotients that end. */
function endsAlways(divisor: Ir | undefined): boolean {
  if (divisor?.op !== 'literal' || !('digits' in divisor.value)) return false;
  let rest = parseExact(divisor.value.digits).top;
  for (const prime of [2n, 5n]) while (rest !== 0n && rest % prime === 0n) rest /= prime;
  return rest === 1n || rest === -1n;
}

function roundedTwice({ name, body, origin }: Decision, all: ReadonlyMap<string, Decision>): readonly Diagnostic[] {
  if (body.is !== 'ir') return [];
  for (const node of nodes(body.ir)) {
    const read = node.op === 'round' && node.value.op === 'decision' ? all.get(node.value.name)?.body : undefined;
    if (node.op !== 'round' || read?.is !== 'ir' || read.ir.op !== 'round') continue;
    if (compareExact(parseExact(read.ir.to), parseExact(node.to)) < 0) {
      return [handbookMessages['rounded-twice']({ name, first: read.ir.to, second: node.to }, origin)];
    }
  }
  return [];
}
