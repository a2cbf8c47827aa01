import { compile } from '../../../engine/compile/compile.ts';
import { emitModule } from '../../../engine/emit/module/module.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { printValue } from '../../../engine/value/print.ts';
import { readFacts, type RawFact } from '../../../engine/value/facts.ts';
import { edgesOf, randomFacts } from '../../random/facts.ts';
import { outcomeOf } from './by-units.ts';
import { insideOf, type Door } from './emitted.ts';

interface Compared {
  readonly wrong: readonly string[];
  readonly counts: {
    /** Decisions of which cases can be plain. */
    readonly decisions: number;
    readonly rows: number;
    /** Rows that were answered by whole units. */
    readonly byUnits: number;
    /** Of them those with flags. */
    readonly flagged: number;
  };
}

/**
 * Asks a module for all decisions that have a door for whole units, in random rows of which a quarter lies on edges: by units, and
 * by texts from outside. Both must say to the word what the engine says; by texts also where a row is not plain.
 */
export function compareByTexts(
  program: Program,
  { rows, seed }: { readonly rows: number; readonly seed: number },
): Compared {
  const at = program.at;
  const { text } = emitModule(program, Object.keys(program.decisions), { from: at });
  const { evaluate, units, prepare } = insideOf(text);
  const engine = compile(program);
  const edges = edgesOf(program);
  const wrong: string[] = [];
  const counts = { decisions: 0, rows: 0, byUnits: 0, flagged: 0 };
  for (const [name, door] of Object.entries(units)) {
    counts.decisions += 1;
    const names = door.facts.map((fact) => fact.name);
    const rowsOf = prepare([name], names);
    for (let i = 0; i < rows; i += 1) {
      const given = textsOf(program, edges, door, seed + counts.decisions * rows + i);
      const facts = readFacts(program, given);
      const expected = engine.evaluate(name, facts);
      const found = evaluate(name, given, { at });
      const byUnits = outcomeOf(door, name, facts.values, program);
      counts.rows += 1;
      if (byUnits !== undefined) counts.byUnits += 1;
      if (byUnits !== undefined && byUnits.flags.length > 0) counts.flagged += 1;
      const [value] = rowsOf.run(names.map((fact) => cellOf(given[fact])));
      // In a row of texts nothing is the same as an empty text.
      const byRow =
        Object.values(given).includes('') || value === undefined
          ? expected
          : { ...expected, value, flags: rowsOf.flags(0) };
      for (const one of [found, byUnits ?? expected, byRow])
        if (JSON.stringify(one) !== JSON.stringify(expected))
          wrong.push(`${name} ${JSON.stringify(given)}\n${JSON.stringify(expected)}\n${JSON.stringify(one)}`);
    }
  }
  return { wrong, counts };
}

const cellOf = (given: RawFact | undefined): string | undefined =>
  typeof given === 'string' || typeof given === 'boolean' ? String(given) : undefined;

/** Random facts that the decision reads, as a caller writes them; what is no text is left out, or wrong. */
function textsOf(
  program: Program,
  edges: ReturnType<typeof edgesOf>,
  { facts }: Door,
  seed: number,
): Readonly<Record<string, RawFact>> {
  const named = Object.fromEntries(
    facts.flatMap(({ name }) => (program.facts[name] ? [[name, program.facts[name]]] : [])),
  );
  const values = randomFacts({ ...program, facts: named }, edges, seed);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, RawFact] => {
      if (value.is === 'boolean') return [name, value.truth];
      return [name, value.is === 'invalid' ? 'not usable' : printValue(value, program)];
    }),
  );
}
