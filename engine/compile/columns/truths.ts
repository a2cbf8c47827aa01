import type { PlainTruth } from '../../plain/tree.ts';
import { compared, comparedWords } from './compared.ts';
import { among, between } from './ranges.ts';
import { picked } from './picks.ts';
import { blockLength, joinFlags, left, type Building, type Kernel, type TruthVector, type Vector } from './vectors.ts';

/** A column of truth: 1, 0, or 2 for what is not plain. */
export function truths(node: PlainTruth, to: Building): TruthVector {
  const { does } = node;
  const held = new Uint8Array(blockLength);
  const flags = to.flagsFor(node);
  const result = (kernel: Kernel, ...parts: readonly Vector[]): TruthVector => {
    to.then(kernel);
    joinFlags(flags, parts, to.then);
    return { is: 'truth', held, flags };
  };
  switch (does.op) {
    case 'truth':
    case 'leave':
      held.fill(does.op === 'leave' ? left : does.truth ? 1 : 0);
      return { is: 'truth', held, flags: undefined };
    case 'fact': {
      const numbers = to.slot(does.slot).given();
      return result((length) => {
        for (let i = 0; i < length; i += 1) held[i] = numbers[i] === 1 ? 1 : numbers[i] === 0 ? 0 : left;
      });
    }
    case 'known': {
      const { given: numbersOf, codes, slot } = to.slot(does.slot);
      const numbers = numbersOf();
      const given = does.negated ? 0 : 1;
      return result((length) => {
        for (let i = 0; i < length; i += 1) {
          const isGiven = slot.form === 'word' ? (codes[i] ?? -1) >= 0 : !Number.isNaN(numbers[i] ?? NaN);
          held[i] = isGiven ? given : 1 - given;
        }
      });
    }
    case 'not': {
      const of = to.truth(does.of);
      const answers = Uint8Array.of(1, 0, left);
      return result((length) => {
        for (let i = 0; i < length; i += 1) held[i] = answers[of.held[i] ?? left] ?? left;
      }, of);
    }
    case 'and':
    case 'or': {
      const [a, b] = [to.truth(does.left), to.truth(does.right)];
      to.then(ofBoth(a, b, shortened(does.op), held));
      if (flags !== undefined) to.then(shortenedFlags(a, b, does.op === 'and' ? 1 : 0, flags));
      return { is: 'truth', held, flags };
    }
    case 'both':
    case 'either':
    case 'same': {
      const [a, b] = [to.truth(does.left), to.truth(does.right)];
      return result(
        ofBoth(a, b, (one, other) => (one === left || other === left ? left : together(does, one, other)), held),
        a,
        b,
      );
    }
    case 'compare': {
      const [a, b] = [to.number(does.left), to.number(does.right)];
      return result(compared(a, b, does.sign, held), a, b);
    }
    case 'words': {
      const [a, b] = [to.word(does.left), to.word(does.right)];
      return result(comparedWords(a, b, does.sign, to.wordOf, held), a, b);
    }
    case 'between': {
      const of = to.number(does.of);
      return result(between(of, does.span, does.widest, held), of);
    }
    case 'among': {
      const of = to.word(does.of);
      return result(among(of, does.words.map(to.codeOf), does.none, held), of);
    }
    default:
      return picked<PlainTruth, TruthVector>(node, does, to, to.truth);
  }
}

/** What two truths come to; each may be what is not plain. */
type Joins = (one: number, other: number) => number;

/** The right side counts only where the left one does not decide. */
function shortened(op: 'and' | 'or'): Joins {
  const goesOn = op === 'and' ? 1 : 0;
  return (one, other) => (one === goesOn ? other : one);
}

function together(
  does: Extract<PlainTruth['does'], { op: 'both' | 'either' | 'same' }>,
  one: number,
  other: number,
): number {
  switch (does.op) {
    case 'both':
      return one & other;
    case 'either':
      return one | other;
    case 'same':
      return Number((one === other) === does.equal);
  }
}

function ofBoth(a: TruthVector, b: TruthVector, joins: Joins, held: Uint8Array): Kernel {
  const answers = Uint8Array.from({ length: 9 }, (_none, i) => joins(Math.floor(i / 3), i % 3));
  const [one, other] = [a.held, b.held];
  return (length) => {
    for (let i = 0; i < length; i += 1) held[i] = answers[(one[i] ?? left) * 3 + (other[i] ?? left)] ?? left;
  };
}

function shortenedFlags(a: TruthVector, b: TruthVector, goesOn: number, flags: Int32Array): Kernel {
  return (length) => {
    for (let i = 0; i < length; i += 1)
      flags[i] = (a.flags?.[i] ?? 0) | (a.held[i] === goesOn ? (b.flags?.[i] ?? 0) : 0);
  };
}
