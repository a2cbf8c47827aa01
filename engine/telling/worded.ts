import type { Texts } from '../diagnostic/diagnostic.ts';
import { knownOf } from '../evaluate/known.ts';
import { filled, wordsOf, type Words } from '../evaluate/words.ts';
import { isExpression } from '../evaluate/wording.ts';
import type { Worded } from '../evaluate/explanation.ts';
import type { Ir } from '../ir/ir.ts';
import { isNumeric } from '../ir/type.ts';
import { printer } from './amounts.ts';
import { arithmetic, type Part } from './arithmetic.ts';
import { formOf, newCell, type Told, type Unit } from './told.ts';

/** A node with its words, for whoever tells it in words of its own. */
export interface InWords {
  readonly told: Told;
  readonly text: string;
  readonly titled: Texts;
  readonly isCondition: boolean;
  /** The words with the values that were just found. */
  readonly filled: () => string;
}

export function inWords(ir: Ir, unit: Unit): InWords | undefined {
  const words = wordsOf(ir, { program: unit.program, known: knownOf(unit.program) }, unit.output);
  const shown = isExpression(ir) ? computed(ir, words, unit) : asItself(unit.told(ir));
  const { text, titled } = words;
  return shown && { ...shown, text, titled, isCondition: ir.type.is === 'boolean' };
}

export function worded({ text, titled, isCondition, filled: shown, told: { cell } }: InWords): Worded {
  return { text, titled, filled: shown(), isCondition, value: cell.text };
}

type Shown = Pick<InWords, 'told' | 'filled'>;

function asItself(told: Told | undefined): Shown | undefined {
  return told && { told, filled: () => told.cell.text };
}

/** An expression, worked out by plain arithmetic between the nodes that it reads. */
function computed(ir: Ir, words: Words, unit: Unit): Shown | undefined {
  const between = arithmetic(unit);
  const plain = between.lower(ir);
  const printing = between.print(plain);
  if (printing === undefined || plain.is === 'never') return undefined;
  const form = formOf(plain);
  const { asked, program } = unit;
  const cell = newCell();
  const shown = (work: () => void): Shown => ({
    told: { form, cell, work },
    filled: filledBy(ir, words, between.parts, unit),
  });
  switch (plain.is) {
    case 'number': {
      if (!isNumeric(ir.type)) return undefined;
      const value = printing.number(plain);
      const text = printer(ir.type, plain.scale, program);
      return shown(() => {
        cell.units = value(asked);
        cell.denominator = asked.denominator;
        cell.text = text(cell.units, cell.denominator);
      });
    }
    case 'truth': {
      const value = printing.truth(plain);
      return shown(() => {
        const holds = value(asked);
        cell.units = holds ? 1 : 0;
        cell.text = holds ? 'true' : 'false';
      });
    }
    default:
      return undefined;
  }
}

function filledBy(ir: Ir, words: Words, parts: ReadonlyMap<Ir, Part>, { program, output, asked }: Unit): () => string {
  const valueOf = (part: Ir): string | undefined => {
    const one = parts.get(part);
    return one?.question === asked.question ? one.told.cell.text : undefined;
  };
  const all = (): string => filled(ir, words, program, output, valueOf);
  const { filling } = words;
  const places = filling?.parts.map((part) => parts.get(part));
  if (filling === undefined || !places?.every((part) => part !== undefined)) return all;
  const { between } = filling;
  const first = between[0] ?? '';
  const after = between.slice(1);
  const inOrder = places as readonly Part[];
  return () => {
    let text = first;
    for (let i = 0; i < inOrder.length; i += 1) {
      const part = inOrder[i];
      // One that was not looked at stands in words.
      if (part?.question !== asked.question) return all();
      text += part.told.cell.text + (after[i] ?? '');
    }
    return text;
  };
}
