import type { Texts } from '../diagnostic/diagnostic.ts';
import { checkerFor, checkExpression } from '../expression/check.ts';
import { checkMessages } from '../expression/check-messages.ts';
import { typed } from '../expression/check-cells.ts';
import { broken, isBroken } from '../expression/check-names.ts';
import type { Binding } from '../expression/environment.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { boolean, isOpen, unknown, type Type } from '../ir/type.ts';
import { nodes } from '../ir/walk.ts';
import type { Lowering, Output } from '../kinds/kind.ts';
import { marked } from '../kinds/place.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { environmentOf, type Locals, type Names } from './environment.ts';
import { handbookMessages } from './messages.ts';
import { promisesOf } from './promises.ts';
import type { ReadPolicy } from './read.ts';
import { areOfOneSubject } from './one-subject.ts';
import { rounded, type MoneyRounding } from './rounding.ts';
import { ask } from './notes.ts';
import { ownerOf } from './symbols.ts';
import { typeNamed, type TypeWords } from './types.ts';

/** A decision about one element of a policy with `each` has a name of its own. */
const elementSuffix = '/each';

interface LoweredOutput {
  readonly type: Type;
  readonly ir: Ir;
}

/** What a version's `each` runs through. */
export interface Each {
  readonly variable: Word;
  readonly over: Ir;
  readonly element: Type;
}

/** Lowers outputs when they are first asked for, so that types follow from each other whatever the order of files. */
interface Lowerer {
  readonly own: (version: ReadPolicy, name: string, locals: Locals) => Binding | undefined;
  readonly foreign: (version: ReadPolicy, output: string) => Binding | undefined;
  decisions(version: ReadPolicy): readonly Decision[];
  /** What has been lowered of a version. */
  outputs(version: ReadPolicy): Outputs;
}

/** What has been lowered of a version, so that others may read it. */
export interface Outputs {
  readonly each: Each | undefined;
  readonly byName: ReadonlyMap<string, LoweredOutput>;
}

/** `known` is what was lowered before, of versions that would be lowered to the same again. */
export function makeLowerer(
  names: Omit<Names, 'own' | 'foreign'>,
  money: MoneyRounding | undefined,
  known: (version: ReadPolicy) => Outputs | undefined,
): Lowerer {
  const done = new Map<ReadPolicy, Map<string, LoweredOutput | 'open'>>();
  const eachs = new Map<ReadPolicy, Each | undefined>();
  const all: Names = { ...names, own, foreign };

  function wordsOf(version: ReadPolicy): TypeWords {
    const { found } = names.notes(version);
    return { ...names.symbols, report: (diagnostic) => void found.push(diagnostic) };
  }

  function eachOf(version: ReadPolicy): Each | undefined {
    if (!eachs.has(version)) {
      const before = known(version);
      eachs.set(version, before === undefined ? lowerEach(version) : before.each);
    }
    return eachs.get(version);
  }

  function lowerEach(version: ReadPolicy): Each | undefined {
    const written = version.policy.each;
    if (written === undefined) return undefined;
    if (written.syntax !== 'in' || written.value.syntax !== 'name' || written.cell.cell !== 'value') {
      names.notes(version).found.push(handbookMessages['not-each']({}, written.span));
      return undefined;
    }
    const env = environmentOf(version, { ...all, own: () => undefined });
    const over = checkExpression(written.cell.value, env);
    const element = over.type.is === 'list' ? over.type.of : unknown;
    return { variable: { text: written.value.name, span: written.value.span }, over, element };
  }

  function localsOf(version: ReadPolicy, output: Output): Locals {
    const each = eachOf(version);
    const taken = (output.takes ?? []).map(
      ({ name, type }) => [name, typeNamed(type, wordsOf(version), version.policy.scope?.text)] as const,
    );
    const bound = each === undefined ? taken : [[each.variable, each.element] as const, ...taken];
    return new Map(
      bound.map(([{ text, span }, type]) => [
        text,
        { id: text, type, read: { op: 'local', type, origin: span, id: text, name: text } },
      ]),
    );
  }

  function output(version: ReadPolicy, name: string): LoweredOutput | undefined {
    const found = outputsOf(version).byName.get(name);
    if (found === undefined || !isThere(version, found)) return undefined;
    const memo = done.get(version) ?? new Map<string, LoweredOutput | 'open'>(known(version)?.byName);
    done.set(version, memo);
    const before = memo.get(name);
    if (before === 'open') {
      const path = [...memo].filter(([, state]) => state === 'open').map(([open]) => open);
      names
        .notes(version)
        .found.push(
          handbookMessages.cycle({ path: [...path.slice(path.indexOf(name)), name].join(' → ') }, found.name.span),
        );
      return { type: unknown, ir: broken(found.name) };
    }
    if (before !== undefined) return before;
    memo.set(name, 'open');
    const lowered = lowerOutput(version, found);
    memo.set(name, lowered);
    return lowered;
  }

  function isThere(version: ReadPolicy, { together }: Output): boolean {
    const parts = (together ?? []).flatMap((name) => output(version, name)?.ir ?? []);
    if (together === undefined) return true;
    const { symbols } = names;
    const notes = names.notes(version);
    const subjectOf = (fact: string): string | undefined => {
      ask(notes, fact);
      return symbols.facts.get(fact)?.value.subject?.text;
    };
    const bodyAsked = (decision: string): Ir | undefined => {
      ask(notes, decision);
      return bodyOf(decision);
    };
    return areOfOneSubject(parts, symbols.subjects, subjectOf, bodyAsked);
  }

  /** Of another policy, or a definition of this one. */
  function bodyOf(decision: string): Ir | undefined {
    const name = decision.endsWith(elementSuffix) ? decision.slice(0, -elementSuffix.length) : decision;
    const policy = name.slice(0, name.lastIndexOf('.'));
    const owner = ownerOf(name, names.symbols)?.version ?? names.symbols.policies.get(policy)?.[0];
    return owner && output(owner, name.slice(owner.policy.policy.text.length + 1))?.ir;
  }

  function lowerOutput(version: ReadPolicy, found: Output): LoweredOutput {
    const lowering = loweringOf(version, found);
    const { checker, expected } = lowering;
    const body = found.lower(lowering);
    const type = found.typesItems === true ? body.type : (expected ?? body.type);
    if (found.hidden) return { type, ir: body };
    if (found.type === undefined && leavesTypeOpen(body))
      checker.env.report(checkMessages['type-open']({ name: found.name.text }, found.name.span));
    const policyRound = version.policy.round;
    const ir = rounded({ ...body, type }, found.round, policyRound, money, checker);
    const declared =
      ir.op !== 'round'
        ? undefined
        : ir.declaredBy === 'decision'
          ? found.round
          : ir.declaredBy === 'policy'
            ? policyRound
            : undefined;
    const rests = declared?.['rests-on'];
    if (ir.op !== 'round' || rests === undefined) return { type, ir };
    const marks = marked(rests, ir.value, checker);
    return { type, ir: { ...ir, marks: marks.op === 'mark' ? marks.interpretations : [] } };
  }

  function loweringOf(version: ReadPolicy, found: Output): Lowering {
    const env = environmentOf(version, all, localsOf(version, found));
    const checker = checkerFor(env);
    const expected = found.type === undefined ? undefined : typeNamed(found.type, wordsOf(version), env.scope);
    const read = (name: string, place: Word): Ir => checker.check({ syntax: 'name', name, span: place.span });
    return { checker, expected, read };
  }

  function own(version: ReadPolicy, name: string, locals: Locals): Binding | undefined {
    const found = outputsOf(version).byName.get(name);
    const lowered = output(version, name);
    if (found === undefined || lowered === undefined) return undefined;
    const needs = [...localsOf(version, found)];
    const full = `${version.policy.policy.text}.${name}`;
    return {
      binds: 'decision',
      name: eachOf(version) === undefined ? full : full + elementSuffix,
      type: lowered.type,
      takes: needs.map(([, { type }]) => type),
      passes: needs.flatMap(([local]) => locals.get(local)?.read ?? []),
      conditional: found.appliesWhen !== undefined,
    };
  }

  function foreign(version: ReadPolicy, name: string): Binding | undefined {
    const found = outputsOf(version).byName.get(name);
    const lowered = output(version, name);
    if (found === undefined || lowered === undefined) return undefined;
    const each = eachOf(version);
    const full = `${version.policy.policy.text}.${name}`;
    const takes = [...localsOf(version, found)].slice(each === undefined ? 0 : 1).map(([, { type }]) => type);
    return {
      binds: 'decision',
      name: full,
      type: each === undefined ? lowered.type : { is: 'list', of: lowered.type },
      takes,
      passes: [],
      conditional: found.appliesWhen !== undefined || version.policy['applies-when'] !== undefined,
      ...(each === undefined ? {} : { each: { over: each.over, element: full + elementSuffix } }),
    };
  }

  function decisions(version: ReadPolicy): readonly Decision[] {
    const each = eachOf(version);
    return outputsOf(version).all.flatMap((found) => {
      const lowered = output(version, found.name.text);
      return lowered === undefined ? [] : decisionsOf(version, found, lowered, each);
    });
  }

  function decisionsOf(
    version: ReadPolicy,
    found: Output,
    { ir, type }: LoweredOutput,
    each: Each | undefined,
  ): readonly Decision[] {
    const { policy } = version;
    const locals = localsOf(version, found);
    const lowering = loweringOf(version, found);
    const { checker } = lowering;
    const name = `${policy.policy.text}.${found.name.text}`;
    const conditions = [policy['applies-when'], found.appliesWhen].filter((expr) => expr !== undefined);
    const requires = (policy.requires ?? []).map(({ that, says }) => ({ that: typed(that, checker, boolean), says }));
    const ofKind = (found.requires?.(lowering) ?? []).map((one) => ({ ...one, byKind: true as const }));
    const cites = found.cites.length > 0 ? found.cites : (policy.cites ?? []);
    const appliesWhen = conditions.map((expr) => typed(expr, checker, boolean));
    if (each !== undefined) {
      conditions.forEach((expr, i) => {
        const condition = appliesWhen[i];
        if (condition !== undefined && readsLocal(condition, each.variable.text)) {
          checker.env.report(handbookMessages['applies-by-element']({ variable: each.variable.text }, expr.span));
        }
      });
    }
    const decision: Decision = {
      name,
      policy: policy.policy.text,
      version: policy.version,
      title: found.title ?? named(found.name.text),
      cites: cites.map(({ text }) => text),
      type,
      hidden: found.hidden,
      takes: [...locals.values()].map(({ id, type: taken }) => ({ id, name: id, type: taken })),
      appliesWhen: found.hidden ? [] : appliesWhen,
      requires: found.hidden ? [] : [...requires, ...ofKind],
      body: { is: 'ir', ir },
      ...promisesOf(found, type, checker),
      origin: found.name.span,
    };
    if (each === undefined) return [decision];
    const element: Decision = { ...decision, name: name + elementSuffix, hidden: true };
    if (found.hidden) return [element];
    const listType: Type = { is: 'list', of: type };
    const read: Ir = {
      op: 'local',
      type: each.element,
      origin: each.variable.span,
      id: each.variable.text,
      name: each.variable.text,
    };
    const list: Ir = {
      op: 'aggregate',
      type: listType,
      origin: found.name.span,
      operator: 'list',
      over: each.over,
      local: each.variable.text,
      name: each.variable.text,
      body: { op: 'decision', type, origin: found.name.span, name: element.name, args: [read] },
    };
    // What speaks of no element must hold for the empty list as well, which asks about none.
    const ofAll = decision.requires.filter(({ that }) => !readsLocal(that, each.variable.text));
    const { range: _range, monotone: _monotone, limits: _limits, ...whole } = decision;
    return [element, { ...whole, type: listType, takes: [], requires: ofAll, body: { is: 'ir', ir: list } }];
  }

  function outputs(version: ReadPolicy): Outputs {
    const lowered = [...(done.get(version) ?? [])].flatMap(([name, one]) =>
      one === 'open' ? [] : [[name, one] as const],
    );
    return { each: eachOf(version), byName: new Map(lowered) };
  }

  return { own, foreign, decisions, outputs };
}

/** Is nothing wrong with the body, and still no word in it says of which type it is? */
function leavesTypeOpen(body: Ir): boolean {
  if (!isOpen(body.type)) return false;
  return ![...nodes(body)].some((node) => isBroken(node) || (readsElsewhere(node) && isOpen(node.type)));
}

const readsElsewhere = ({ op }: Ir): boolean =>
  op === 'fact' || op === 'parameter' || op === 'decision' || op === 'local';

/** Does the condition read a name that the policy binds? A list can neither apply to nor require one element alone. */
function readsLocal(condition: Ir, id: string): boolean {
  return [...nodes(condition)].some((node) => node.op === 'local' && node.id === id);
}

const named = (name: string): Texts => ({ en: name, zh: name });

/** All outputs of a version, its definitions first; of two with one name the first counts. */
const outputsOf = remembered((version: ReadPolicy) => {
  const defined = (version.policy.define ?? []).map(({ key, value }): Output => ({
    name: key,
    ...(value.form === 'plain' ? {} : { title: value.value.title }),
    cites: [],
    hidden: true,
    lower: ({ checker }) => checker.check(value.form === 'plain' ? value.value : value.value.value),
  }));
  const all: readonly Output[] = [...defined, ...version.declaration.outputs];
  return { all, byName: new Map(all.toReversed().map((output) => [output.name.text, output])) };
});
