import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Session } from './frame.ts';
import { titledWording, wording } from './wording.ts';

/** What an expression is called, in whatever row it is met. */
export interface Words {
  /** The decision whose explanation words it: it calls its own policy's decisions by their last name. */
  readonly output: string;
  readonly text: string;
  readonly titled: Texts;
  readonly filling: Filling | undefined;
}

/** The words between values, one more than there are values. */
interface Filling {
  readonly between: readonly string[];
  readonly parts: readonly Ir[];
}

export function wordsOf(ir: Ir, { program, known }: Pick<Session, 'program' | 'known'>, output: string): Words {
  const before = known.words.get(ir);
  if (before?.output === output) return before;
  const policy = policyOf(output);
  const text = wording(ir, program, policy);
  const filling = fillingOf(ir, text, program, policy);
  const words: Words = { output, text, titled: titledWording(ir, program), filling };
  known.words.set(ir, words);
  return words;
}

/** The policy that holds the node, for wording it. */
export function policyOf(output: string): string {
  return output.slice(0, output.lastIndexOf('#'));
}

/** The expression with the values that were found; what has none stands in words. */
export function filled(
  ir: Ir,
  { filling }: Words,
  program: Program,
  output: string,
  valueOf: (part: Ir) => string | undefined,
): string {
  const text = filling === undefined ? undefined : joined(filling, valueOf);
  return text ?? wording(ir, program, policyOf(output), (part) => (part.op === 'literal' ? undefined : valueOf(part)));
}

function joined({ between, parts }: Filling, valueOf: (part: Ir) => string | undefined): string | undefined {
  let text = between[0] ?? '';
  for (const [i, part] of parts.entries()) {
    const value = valueOf(part);
    // What stands for a part without a value may itself hold values.
    if (value === undefined) return undefined;
    text += value + (between[i + 1] ?? '');
  }
  return text;
}

const mark = '\u0000';

/** The words with a mark in the place of each value, cut there; undefined where the words hold such a mark themselves. */
function fillingOf(ir: Ir, text: string, program: Program, policy: string): Filling | undefined {
  if (text.includes(mark)) return undefined;
  const asked: Ir[] = [];
  const marked = wording(ir, program, policy, (part) =>
    part.op === 'literal' ? undefined : `${mark}${asked.push(part) - 1}${mark}`,
  );
  const pieces = marked.split(mark);
  return {
    between: pieces.filter((_, i) => i % 2 === 0),
    parts: pieces.flatMap((place, i) => (i % 2 === 0 ? [] : (asked[Number(place)] ?? []))),
  };
}
