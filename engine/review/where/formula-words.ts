import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import { isLine, valueAt, type LineType } from '../../proof/line.ts';
import type { Atom } from '../../symbolic/atom.ts';
import { inverse, termsOf, type Form } from '../../symbolic/form.ts';
import { constantOf, type Quotient } from '../../symbolic/quotient.ts';
import type { Symbol } from '../../symbolic/symbol.ts';
import { compareExact, exactDigits, timesExact, type Exact } from '../../value/exact.ts';
import { printValue } from '../../value/print.ts';
import { clockTerms, isOfClock, type Summand } from './clock-terms.ts';
import { nothingWords } from './reason-words.ts';
import { nameWords, titleOf, valueWords } from './titles.ts';

/** What a symbol comes to, in words: a value, a formula over titles, or why there is none. */
export function symbolWords(symbol: Symbol, program: Program): Texts {
  switch (symbol.is) {
    case 'value':
      return valueWords(symbol.value, program);
    case 'amount': {
      const known = constantOf(symbol.of);
      return known === undefined
        ? quotientWords(symbol.of, symbol.type, program)
        : same(printValue(valueAt(symbol.type, known), program));
    }
    case 'open':
      return atomWords(symbol.atom, program);
    case 'list':
      return joined(
        symbol.items.map((item) => symbolWords(item, program)),
        '[',
        ', ',
        ']',
      );
    case 'record':
      return joined(
        Object.entries(symbol.fields).map(([name, field]) => {
          const { en, zh } = symbolWords(field, program);
          return { en: `${name}: ${en}`, zh: `${name}：${zh}` };
        }),
        '{',
        ', ',
        '}',
      );
    case 'nothing':
      return nothingWords(symbol, program);
  }
}

/** A number that is put together from facts: `5% × (ordered − returned) + 300.00 CNY`. */
export function quotientWords({ top, bottom }: Quotient, type: Type, program: Program): Texts {
  const under = constantOf({ top: bottom, bottom: one });
  if (under !== undefined) return formWords(scaledBy(top, inverse(under)), type, program);
  const [over, below] = [formWords(top, { is: 'number' }, program), formWords(bottom, { is: 'number' }, program)];
  return { en: `(${over.en}) ÷ (${below.en})`, zh: `(${over.zh}) ÷ (${below.zh})` };
}

const one: Form = new Map([['', { coefficient: { top: 1n, bottom: 1n }, atoms: [] }]]);

function scaledBy(form: Form, factor: Exact): Form {
  return new Map(
    [...form].map(([key, term]) => [key, { ...term, coefficient: timesExact(term.coefficient, factor) }] as const),
  );
}

function formWords(form: Form, type: Type, program: Program): Texts {
  const written = termsOf(form).map(([, term]) => term);
  if (isOfClock(type)) return sum(clockTerms(written, type), type, program);
  const terms = written.toSorted(
    (a, b) => Number(b.coefficient.top > 0n) - Number(a.coefficient.top > 0n) || b.atoms.length - a.atoms.length,
  );
  const [first] = terms;
  if (first === undefined)
    return same(isLine(type) ? printValue(valueAt(type, { top: 0n, bottom: 1n }), program) : '0');
  const factor = positive(first.coefficient);
  const isCommon =
    terms.length > 1 &&
    terms.every(({ coefficient, atoms }) => atoms.length > 0 && compareExact(positive(coefficient), factor) === 0);
  if (isCommon && compareExact(factor, unit) !== 0) {
    const inside = sum(
      terms.map((term) => ({ ...term, coefficient: { top: term.coefficient.top < 0n ? -1n : 1n, bottom: 1n } })),
      type,
      program,
    );
    const by = factorWords(factor, first.atoms, type);
    return { en: `${by} × (${inside.en})`, zh: `${by} × (${inside.zh})` };
  }
  return sum(terms, type, program);
}

function sum(terms: readonly Summand[], type: Type, program: Program): Texts {
  const word = wordsFor(
    terms.flatMap(({ atoms }) => atoms),
    program,
  );
  const texts = terms.map((term) => termWords(term, type, program, word));
  const write = (language: keyof Texts): string =>
    texts
      .map((text, i) => {
        const isNegative = (terms[i]?.coefficient.top ?? 0n) < 0n;
        return i === 0 ? `${isNegative ? '−' : ''}${text[language]}` : `${isNegative ? ' − ' : ' + '}${text[language]}`;
      })
      .join('');
  return { en: write('en'), zh: write('zh') };
}

/** Titles, with the names behind them where two of the parts have one title: a rate times another rate. */
function wordsFor(atoms: readonly Atom[], program: Program): (atom: Atom) => Texts {
  const names = new Map<string, Set<string>>();
  for (const atom of atoms) {
    const { en } = atomWords(atom, program);
    names.set(en, (names.get(en) ?? new Set()).add(nameOf(atom)));
  }
  return (atom) => {
    const { en, zh } = atomWords(atom, program);
    const name = nameOf(atom);
    const isOne = (names.get(en)?.size ?? 0) < 2 || name === '' || name === en;
    return isOne ? { en, zh } : { en: `${en} (${name})`, zh: `${zh}（${name}）` };
  };
}

const nameOf = ({ fact, name }: Atom): string => fact ?? name ?? '';

/** A term without its sign. */
function termWords(
  { coefficient, atoms, value }: Summand,
  type: Type,
  program: Program,
  word: (atom: Atom) => Texts,
): Texts {
  if (value !== undefined) return same(printValue(value, program));
  const size = positive(coefficient);
  if (atoms.length === 0) return same(isLine(type) ? amountText(type, size, program) : exactDigits(size));
  const product = joined(atoms.map(word), '', ' × ', '');
  if (compareExact(size, unit) === 0) return product;
  const by = factorWords(size, atoms, type);
  return { en: `${by} × ${product.en}`, zh: `${by} × ${product.zh}` };
}

const amountText = (type: LineType, size: Exact, program: Program): string => printValue(valueAt(type, size), program);

/** A share of an amount is a percentage; anything else a number. */
function factorWords(factor: Exact, [atom]: readonly Atom[], type: Type): string {
  // A weight of a score is written as a percentage too; a third is no plain one.
  const isPlain = type.is !== 'number' || /^0\.\d{1,4}$/u.test(exactDigits(factor));
  const isShare = atom?.type.is === type.is && isPlain && factor.top < factor.bottom;
  return isShare ? printValue({ is: 'percent', digits: exactDigits(factor) }, noWords) : exactDigits(factor);
}

const noWords = { moneyDecimals: 2, units: {} };

function atomWords(atom: Atom, program: Program): Texts {
  if (atom.fact !== undefined) return titleOf(atom.fact, program);
  if (atom.name !== undefined) return nameWords(atom.name, program);
  if (atom.rounded !== undefined) {
    const { of, step } = atom.rounded;
    const inner = quotientWords(of, atom.type, program);
    const to = isLine(atom.type) ? printValue(valueAt(atom.type, step), program) : exactDigits(step);
    return { en: `(${inner.en}, rounded to ${to})`, zh: `（${inner.zh}，取整至 ${to}）` };
  }
  if (atom.call !== undefined) {
    const { fn } = atom.call.ir;
    return joined(
      atom.call.args.map((arg) => symbolWords(arg, program)),
      `${fn}(`,
      ', ',
      ')',
    );
  }
  const names = [...new Set(atom.reads)].map((name) => titleOf(name, program));
  const from = joined(names, '', ', ', '');
  const zh = names.map((name) => name.zh).join('、');
  return names.length === 0
    ? { en: 'what is asked about', zh: '所询问的对象' }
    : { en: `what follows from ${from.en}`, zh: `由${zh}得出的值` };
}

const unit: Exact = { top: 1n, bottom: 1n };
const positive = ({ top, bottom }: Exact): Exact => ({ top: top < 0n ? -top : top, bottom });
const same = (text: string): Texts => ({ en: text, zh: text });

function joined(texts: readonly Texts[], start: string, between: string, end: string): Texts {
  const write = (language: keyof Texts): string => `${start}${texts.map((text) => text[language]).join(between)}${end}`;
  return { en: write('en'), zh: write('zh') };
}
