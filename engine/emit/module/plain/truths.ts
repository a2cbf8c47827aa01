import type { PlainTruth, PlainWord } from '../../../plain/tree.ts';
import { quoted } from '../layout.ts';
import { between } from './bands.ts';
import { held, inBlock, js, leave, negated, put, temporary, within, type At, type Js } from './block.ts';
import { branching } from './branches.ts';
import { crosswise } from './numbers.ts';
import { remembered, sharedName } from './shared.ts';
import { isGiven, truthRead, wordRead } from './slots.ts';

const signs = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/** A condition of plain cases. */
export function truth({ does }: PlainTruth, at: At): Js {
  switch (does.op) {
    case 'truth':
      return js(String(does.truth));
    case 'leave':
    case 'exactly':
      leave(at);
      return js('false');
    case 'fact':
      return truthRead(does.slot, at);
    case 'known': {
      const known = isGiven(does.slot, at);
      return does.negated ? negated(known) : known;
    }
    case 'not':
      return negated(truth(does.of, at));
    case 'and':
    case 'or':
      return shortened(does, at);
    case 'both':
    case 'either': {
      const left = held(truth(does.left, at), at, 'holds');
      return joined(left, does.op === 'both' ? '&&' : '||', truth(does.right, at));
    }
    case 'compare': {
      const { left, right } = crosswise(does, at);
      return js(`${within(left.units, 2)} ${signs[does.sign]} ${within(right.units, 2)}`, 3);
    }
    case 'same': {
      const [left, right] = [held(truth(does.left, at), at, 'holds'), truth(does.right, at)];
      return js(`${left.text} ${does.equal ? '===' : '!=='} ${within(right, 0)}`, 3);
    }
    case 'words': {
      const [left, right] = [word(does.left, at), word(does.right, at)];
      return js(`${within(left, 2)} ${signs[does.sign]} ${within(right, 2)}`, 3);
    }
    case 'between':
      return between(does.of, does.span, does.widest, at);
    case 'among': {
      const of = held(word(does.of, at), at, 'word');
      const tests = does.words.map((one) => `${of.text} ${does.none ? '!==' : '==='} ${quoted(one)}`);
      if (tests.length === 0) return js(String(does.none));
      return js(tests.join(does.none ? ' && ' : ' || '), tests.length === 1 ? 3 : does.none ? 4 : 5);
    }
    case 'shared': {
      const before = sharedName(does.at, at);
      const shared = at.tree.shared[does.at]?.value;
      if (before !== undefined) return js(before.name);
      return shared?.is === 'truth' ? remembered(does.at, truth(shared, at), at) : js('false');
    }
    default: {
      const [value = js('false')] = branching<PlainTruth>(
        does,
        ['holds'],
        (of, into) => {
          if (of.is !== 'never') return [truth(of, into)];
          leave(into);
          return [js('false')];
        },
        at,
      );
      return value;
    }
  }
}

/** A date, time, member, post or text of plain cases. */
export function word({ does }: PlainWord, at: At): Js {
  switch (does.op) {
    case 'word':
      return js(quoted(does.word));
    case 'fact':
      return wordRead(does.slot, at);
    case 'exactly':
      leave(at);
      return js("''");
    case 'shared': {
      const before = sharedName(does.at, at);
      const shared = at.tree.shared[does.at]?.value;
      if (before !== undefined) return js(before.name);
      return shared?.is === 'word' ? remembered(does.at, word(shared, at), at) : js("''");
    }
    default: {
      const [value = js("''")] = branching<PlainWord>(
        does,
        ['word'],
        (of, into) => {
          if (of.is !== 'never') return [word(of, into)];
          leave(into);
          return [js("''")];
        },
        at,
      );
      return value;
    }
  }
}

/** The right side only where the left one does not decide. */
function shortened({ op, left: a, right: b }: Extract<PlainTruth['does'], { op: 'and' | 'or' }>, at: At): Js {
  const left = truth(a, at);
  const into = inBlock(at);
  const right = truth(b, into);
  const sign = op === 'and' ? '&&' : '||';
  if (into.block.lines.length === 0) return joined(left, sign, right);
  const name = temporary(at, 'holds');
  put(at, `let ${name} = ${left.text};`);
  put(into, `${name} = ${right.text};`);
  put(at, `if (${op === 'and' ? name : `!${name}`}) {`, into.block.lines, '}');
  return js(name);
}

function joined(left: Js, sign: '&&' | '||', right: Js): Js {
  const rank = sign === '&&' ? 4 : 5;
  return js(`${within(left, rank)} ${sign} ${within(right, rank)}`, rank);
}
