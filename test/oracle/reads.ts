import type { DecisionRead, FactRead, Field, Known, LeftTo, ParameterRead } from '../../engine/ir/ir.ts';
import type { Fact } from '../../engine/ir/program.ts';
import { answer } from './decision.ts';
import type { Place } from './place.ts';
import { printInterval, printSet, printThing } from './print.ts';
import { determined, failed, flagsOf, isTrue, strict, undetermined, withFlags, type Result } from './result.ts';
import { same, toThing, truth, type Thing } from './value.ts';
import { boundsOf, inInterval, within } from './within.ts';

export function fact(node: FactRead, place: Place): Result {
  const declared = place.question.program.facts[node.name]!;
  const given = givenFact(node.name, place);
  if (given?.is === 'invalid') return failed(given.code);
  if (declared.orFrom === undefined) {
    if (given !== undefined) return determined(given);
    return declared.closed ? determined(truth(false)) : undetermined({ code: 'missing-fact', fact: node.name });
  }
  const computed = place.evaluate(declared.orFrom, { ...place, locals: new Map() });
  if (given !== undefined) {
    const contradicts = computed.status === 'determined' && !same(computed.value, given);
    return contradicts ? failed('fact/contradiction') : determined(given);
  }
  return declared.closed ? determined(truth(false)) : follows(declared, computed, place);
}

/** What a fact that was not given comes to by `or-from`. */
function follows(declared: Fact, computed: Result, place: Place): Result {
  if (computed.status === 'undetermined') {
    const unset = computed.reasons.filter((reason) => reason.code === 'unset-parameter');
    return unset.length > 0 ? undetermined(...unset) : undetermined({ code: 'missing-fact', fact: declared.name });
  }
  if (computed.status !== 'determined' || declared.range === undefined) return computed;
  // A range speaks of lengths: none passes any.
  if (computed.value.is === 'no-duration') return computed;
  const fits = within(() => computed, declared.range, place);
  return isTrue(fits) ? computed : failed('fact/out-of-range');
}

function givenFact(name: string, place: Place): Thing | undefined {
  const value = place.question.facts[name];
  if (value === undefined) return undefined;
  const thing = toThing(value);
  if (thing.is !== 'list') return thing;
  return {
    is: 'list',
    items: thing.items.map((item, i) =>
      item.is === 'record' ? { ...item, element: { fact: name, position: i + 1 } } : item,
    ),
  };
}

export function field(node: Field, place: Place): Result {
  return strict([place.evaluate(node.of, place)], ([record]) => {
    const { fields, element } = recordOf(record!);
    const value = fields.get(node.name);
    if (value?.is === 'invalid') return failed(value.code);
    if (value !== undefined) return determined(value);
    if (element === undefined) return undetermined({ code: 'missing-fact', fact: node.name });
    const rule = place.question.program.facts[element.fact]!.fields?.[node.name];
    if (rule?.closed === true) return determined(truth(false));
    return undetermined({ code: 'missing-fact', fact: `${element.fact}[${element.position}].${node.name}` });
  });
}

export function known(node: Known, place: Place): Result {
  const { of } = node;
  if (of.op === 'fact') return determined(truth((givenFact(of.name, place) !== undefined) !== node.negated));
  return strict([place.evaluate(of.of, place)], ([record]) =>
    determined(truth(recordOf(record!).fields.has(of.name) !== node.negated)),
  );
}

export function parameter(node: ParameterRead, place: Place): Result {
  const { program, sourceOnly } = place.question;
  const declared = program.parameters[node.name]!;
  return strict(
    node.keys.map((key) => place.evaluate(key, place)),
    (keys) => {
      const texts = keys.map((key) => printThing(key, program));
      const entry = declared.entries?.find((each) => each.keys.join('\n') === texts.join('\n'));
      const value = declared.value ?? entry?.value;
      if (declared.value === undefined && declared.entries === undefined) {
        return undetermined({ code: 'unset-parameter', parameter: node.name });
      }
      if (value === undefined) {
        return undetermined({ code: 'missing-key', parameter: `${node.name}(${texts.join(', ')})` });
      }
      if (sourceOnly) return undetermined({ code: 'own-figure', parameter: node.name });
      return determined(toThing(value));
    },
  );
}

export function decision(node: DecisionRead, place: Place): Result {
  const read = place.question.program.decisions[node.name]!;
  return strict(
    node.args.map((arg) => place.evaluate(arg, place)),
    (args) => {
      const outcome = answer(read, args, place);
      if (outcome.status !== 'not-applicable') return outcome;
      return node.otherwise === undefined
        ? failed('expression/not-applicable')
        : withFlags(flagsOf([outcome]), place.evaluate(node.otherwise, place));
    },
  );
}

export function leftTo(node: LeftTo, place: Place): Result {
  const { allowed, proposed } = node;
  const person = 'post' in node.by ? node.by.post : node.by.gap;
  const values =
    allowed.range === 'set' ? allowed.items.map((item) => place.evaluate(item, place)) : boundsOf(allowed, place);
  return strict(values, (things) => {
    const names = { person, allowed: allowedText(allowed, things, place) };
    if (proposed === undefined || givenFact(proposed.name, place) === undefined) {
      return undetermined({ code: 'left-to-person', ...names });
    }
    return strict([fact(proposed, place)], ([thing]) => {
      const inside =
        allowed.range === 'set'
          ? things.some((each) => same(each, thing!)) !== allowed.none
          : isTrue(inInterval(thing!, allowed, things));
      return inside ? determined(thing!) : undetermined({ code: 'outside-allowed', ...names });
    });
  });
}

export function local(id: string, place: Place): Result {
  const thing = place.locals.get(id);
  if (thing === undefined) throw new Error(`nothing is bound to ${id}`);
  return thing.is === 'invalid' ? failed(thing.code) : determined(thing);
}

function recordOf(thing: Thing): Extract<Thing, { is: 'record' }> {
  if (thing.is !== 'record') throw new Error(`${thing.is} where a record belongs`);
  return thing;
}

function allowedText(allowed: LeftTo['allowed'], things: readonly Thing[], place: Place): string {
  const { program } = place.question;
  if (allowed.range === 'set') return printSet(things, allowed.none, program);
  const { low, high } = allowed;
  return printInterval(
    low === undefined ? undefined : { thing: things[0]!, open: low.open },
    high === undefined ? undefined : { thing: things.at(-1)!, open: high.open },
    program,
  );
}
