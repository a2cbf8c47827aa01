import { print } from '../compile/fast/print.ts';
import type { Printing } from '../compile/fast/printing.ts';
import type { Ir } from '../ir/ir.ts';
import { isSimple, wrapped } from '../plain/branches.ts';
import { expression } from '../plain/expression.ts';
import { never, type Plain, type Shared } from '../plain/tree.ts';
import type { PlainUnit } from '../plain/unit.ts';
import { isExpression } from '../evaluate/wording.ts';
import type { Cell, Told, Unit } from './told.ts';

/** Arithmetic between nodes that tell something, as the plain layer has it: they stand in its tree like facts. */
export interface Arithmetic {
  /** An expression down to the nodes that tell something. */
  readonly lower: (ir: Ir) => Plain;
  /** A node, wherever it is read. */
  readonly read: (told: Told) => Plain;
  readonly share: PlainUnit['share'];
  /** The nodes that were read, by the IR that they stand for. */
  readonly parts: ReadonlyMap<Ir, Part>;
  /** Its functions; undefined where something is beyond plain cases. */
  readonly print: (plain: Plain) => Printing | undefined;
}
/** A node that an expression reads. */
export interface Part {
  readonly told: Told;
  /** The question that it was read for. */
  question: number;
}

export function arithmetic(unit: Unit): Arithmetic {
  const slots: (Part | string)[] = [];
  const shared: { value: Plain; uses: number }[] = [];
  const parts = new Map<Ir, Part>();
  let isPlain = true;
  const { asked, program } = unit;

  const part = (told: Told): readonly [Part, Plain] => {
    const one: Part = { told, question: 0 };
    const slot = slots.push(one) - 1;
    return [one, { ...told.form, does: { op: 'fact', slot } }];
  };
  const beyond = (): Plain => {
    isPlain = false;
    return never;
  };
  const plainUnit: PlainUnit = {
    program,
    bits: unit.bits,
    slot: (fact) => slots.push(fact) - 1,
    fact: beyond,
    decision: beyond,
    compile: (ir) => {
      if (ir.op === 'literal' || isExpression(ir)) return unit.inside(() => expression(ir, plainUnit)) ?? beyond();
      const told = unit.told(ir);
      if (told === undefined) return beyond();
      const [one, plain] = part(told);
      parts.set(ir, one);
      return plain;
    },
    share: (value) => {
      if (isSimple(value)) return () => value;
      const one: { value: Plain; uses: number } = { value, uses: 0 };
      const at = shared.push(one) - 1;
      return () => {
        one.uses += 1;
        return wrapped(value, () => ({ op: 'shared', at }));
      };
    },
  };
  /** The cell of a node, worked out. */
  const cellAt = (slot: number): (() => Cell) => {
    const one = slots[slot];
    if (one === undefined || typeof one === 'string') throw new Error(`no node at ${slot}`);
    const { cell, work } = one.told;
    return () => {
      work();
      one.question = asked.question;
      return cell;
    };
  };
  return {
    lower: plainUnit.compile,
    read: (told) => part(told)[1],
    share: plainUnit.share,
    parts,
    print: (plain) => {
      const printing = print(
        { asked: [plain], shared: shared satisfies readonly Shared[], slots: [], flags: [] },
        {
          isGiven: (slot) => () => asked.facts[slots[slot] as string] !== undefined,
          givenNumber: (slot) => {
            const cell = cellAt(slot);
            return () => {
              const { units, denominator } = cell();
              asked.denominator = denominator;
              return units;
            };
          },
          givenWord: (slot) => {
            const cell = cellAt(slot);
            return () => cell().word;
          },
          exactly: () => {
            isPlain = false;
            return () => {
              throw new Error('worked out exactly in a plain case');
            };
          },
        },
      );
      printing.any(plain);
      return isPlain ? printing : undefined;
    },
  };
}
