import type { Ir, Range } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import { rangeParts } from '../../ir/walk.ts';

type Names = ReadonlySet<string>;

/** The facts without which a decision is never determined, whatever the others are. */
export function neededFacts(program: Program): (decision: string) => Names {
  const known = new Map<string, Names>();
  const ofDecision = (name: string): Names => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const decision = program.decisions[name];
    known.set(name, nothing);
    const parts = decision?.body.is === 'ir' ? [...decision.appliesWhen, decision.body.ir] : [];
    const needed = all(parts.map(of));
    known.set(name, needed);
    return needed;
  };
  const within = (value: Ir, range: Range): Names =>
    range.range === 'any' ? nothing : all([value, ...rangeParts(range)].map(of));

  const of = (node: Ir): Names => {
    switch (node.op) {
      case 'literal':
      case 'local':
      case 'known':
      case 'undetermined':
        return nothing;
      case 'fact': {
        const fact = program.facts[node.name];
        return fact === undefined || fact.closed || fact.orFrom !== undefined ? nothing : new Set([node.name]);
      }
      case 'list':
        return all(node.items.map(of));
      case 'record':
        return all(node.fields.map(({ value }) => of(value)));
      case 'parameter':
        return all(node.keys.map(of));
      case 'decision':
        return all([...node.args.map(of), node.otherwise === undefined ? ofDecision(node.name) : nothing]);
      case 'field':
        return of(node.of);
      case 'call':
        return all(node.args.map(of));
      // The right side may decide although the left one is open.
      case 'logic':
        return common([of(node.left), of(node.right)]);
      case 'not':
        return of(node.operand);
      case 'compare':
        return all([of(node.left), of(node.right)]);
      case 'within':
        return within(node.value, node.range);
      case 'choose': {
        const first = node.arms[0];
        const values = common([...node.arms.map(({ value }) => of(value)), of(node.otherwise)]);
        return first === undefined ? values : all([of(first.when), values]);
      }
      case 'bands': {
        const bounds = node.bands.flatMap(({ range }) => rangeParts(range));
        const values = node.mode === 'slab' ? common(node.bands.map(({ value }) => of(value))) : nothing;
        return all([of(node.by), ...bounds.map(of), values]);
      }
      case 'table': {
        const rows = node.rows.map(({ cells, value }) => {
          const conditions = cells.map((cell, i) => {
            const column = node.columns[i]?.value;
            return column === undefined ? nothing : within(column, cell);
          });
          return { all: all([...conditions, of(value)]), one: common(conditions) };
        });
        if (node.hit === 'collect') return nothing;
        // Where no row holds, some cell of each row is false.
        const none = node.otherwise === undefined ? [] : [all([...rows.map(({ one }) => one), of(node.otherwise)])];
        return common([...rows.map((row) => row.all), ...none]);
      }
      case 'aggregate':
        return of(node.over);
      case 'fold':
        return all([of(node.over), of(node.initial)]);
      case 'round':
      case 'mark':
        return of(node.value);
      case 'reading':
        return of(node.taken);
      case 'left-to':
        return all([...rangeParts(node.allowed).map(of), node.proposed === undefined ? nothing : of(node.proposed)]);
    }
  };
  return ofDecision;
}

const nothing: Names = new Set();

function all(sets: readonly Names[]): Names {
  return sets.reduce<Names>(
    (found, set) => (set.size === 0 ? found : found.size === 0 ? set : found.union(set)),
    nothing,
  );
}

function common(sets: readonly Names[]): Names {
  const [first, ...rest] = sets;
  return first === undefined ? nothing : rest.reduce<Names>((found, set) => found.intersection(set), first);
}
