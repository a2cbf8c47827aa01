import type { Range } from '../../ir/ir.ts';
import type { Decision, Fact, FieldRule, Interpretation, Parameter, Program } from '../../ir/program.ts';
import { data, object, type Code } from './layout.ts';
import type { Gathered } from './gather.ts';

/** What the module says of the handbook, and only of what its decisions read. */
export function handbookData(program: Program, gathered: Gathered): Code {
  const { handbook, revision, known, currency, moneyDecimals } = program;
  const some = <T>(of: Readonly<Record<string, T>>, names: ReadonlySet<string>, trim: (entry: T) => unknown): Code =>
    object(
      [...names].toSorted().flatMap((name) => {
        const entry = Object.hasOwn(of, name) ? of[name] : undefined;
        return entry === undefined ? [] : [[name, data(trim(entry))] as const];
      }),
    );
  return object([
    ['handbook', data(handbook)],
    ['revision', data(revision)],
    ['known', data(known)],
    ['currency', data(currency)],
    ['moneyDecimals', data(moneyDecimals)],
    ['units', some(program.units, gathered.units, ({ en, zh }) => ({ en, zh }))],
    ['enumerations', some(program.enumerations, gathered.enumerations, (members) => members)],
    ['organizations', some(program.organizations, gathered.scopes, (organization) => organization)],
    ['facts', some(program.facts, gathered.facts, factData)],
    ['parameters', some(program.parameters, gathered.parameters, parameterData)],
    ['interpretations', some(program.interpretations, gathered.interpretations, interpretationData)],
    ['gaps', some(program.gaps, gathered.gaps, ({ clause, says }) => ({ clause, says }))],
    ['policies', '{}'],
    ['decisions', some(program.decisions, gathered.decisions, decisionData)],
  ]);
}

function factData({ name, type, title, alias, closed, range, scale, fields }: Fact): unknown {
  const rules =
    fields === undefined
      ? undefined
      : Object.fromEntries(Object.entries(fields).map(([field, rule]) => [field, ruleData(rule)]));
  return { name, type, title, alias, closed, ...limits(range, scale), fields: rules };
}

function ruleData({ type, range, scale, closed }: FieldRule): unknown {
  return { type, ...limits(range, scale), closed };
}

function limits(range: Range | undefined, scale: number | undefined): object {
  return { range: range === undefined ? undefined : rangeData(range), scale };
}

/** Bounds are literals; neither their types nor their places are read. */
function rangeData(range: Range): unknown {
  const bound = (at: unknown): unknown =>
    typeof at === 'object' && at !== null && 'value' in at ? { op: 'literal', value: at.value } : undefined;
  switch (range.range) {
    case 'interval': {
      const { low, high } = range;
      const end = (of: typeof low): unknown => (of === undefined ? undefined : { at: bound(of.at), open: of.open });
      return { range: 'interval', low: end(low), high: end(high) };
    }
    case 'set':
      return { range: 'set', items: range.items.map(bound), none: range.none };
    default:
      return { range: 'any' };
  }
}

function parameterData({ title, owner, keys, value, entries }: Parameter): unknown {
  return { title, owner, keys, value, entries };
}

function interpretationData({ about, clauses, question }: Interpretation): unknown {
  return { about, clauses, question };
}

function decisionData({ name, policy, version, title, cites, type, hidden, takes }: Decision): unknown {
  const asked = takes.map((take) => ({ name: take.name, type: take.type }));
  return { name, policy, version, title, cites, type, hidden, takes: asked };
}
