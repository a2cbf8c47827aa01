import { weighted, type Random } from '../../test/random/random.ts';
import { numbers, snippets } from './hostile.ts';

type Change = (text: string, chance: Random, others: readonly string[]) => string;

// A text that doubles a few times must not become one that is only large.
const mostCharacters = 60_000;

/** The text after a few random changes; `others` are texts that pieces are taken from. */
export function mutate(text: string, chance: Random, others: readonly string[]): string {
  let result = text;
  // Few changes mostly: what is broken at once in many places is refused at the first.
  const times = chance.chance(0.6) ? 1 : chance.between(2, 6);
  for (let i = 0; i < times; i += 1) result = weighted(changes, chance)(result, chance, others);
  return result.slice(0, mostCharacters);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

const token = /[\p{L}_][\p{L}\p{N}_.-]*|\d+(?:\.\d+)?|\s+|./gsu;

function tokens(text: string): readonly Piece[] {
  return Array.from(text.matchAll(token), ({ 0: image, index }) => ({ start: index, end: index + image.length }));
}

function lines(text: string): readonly Piece[] {
  return Array.from(text.matchAll(/[^\n]*\n|[^\n]+$/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

function put(text: string, { start, end }: Piece, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function one(pieces: readonly Piece[], chance: Random): Piece {
  return pieces.length === 0 ? { start: 0, end: 0 } : chance.pick(pieces);
}

const of = (text: string, { start, end }: Piece): string => text.slice(start, end);
const isWord = (text: string) => (piece: Piece) => /\S/.test(of(text, piece));
const words = (text: string): readonly Piece[] => tokens(text).filter(isWord(text));

function replaceToken(text: string, chance: Random, others: readonly string[]): string {
  const from = chance.chance(0.5) ? text : chance.pick(others);
  return put(text, one(words(text), chance), of(from, one(words(from), chance)));
}

/** A name for a name, a number for a number, a sign for a sign: what comes out often reads, and means something else. */
function replaceAlike(text: string, chance: Random, others: readonly string[]): string {
  const piece = one(words(text), chance);
  const from = chance.chance(0.7) ? text : chance.pick(others);
  const wanted = sortOf(of(text, piece));
  const alike = words(from).filter((other) => sortOf(of(from, other)) === wanted);
  return put(text, piece, of(from, one(alike, chance)));
}

function sortOf(word: string): string {
  return /^\p{L}/u.test(word) ? 'name' : /^\d/.test(word) ? 'number' : /^[()[\]{}]/.test(word) ? word : 'sign';
}

/** The value of one key for that of another. */
function replaceValue(text: string, chance: Random, others: readonly string[]): string {
  const from = chance.chance(0.6) ? text : chance.pick(others);
  return put(text, one(values(text), chance), of(from, one(values(from), chance)));
}

/** What stands behind a colon, to the end of the line or to what closes it. */
function values(text: string): readonly Piece[] {
  const found = text.matchAll(/: +("[^"\n]*"|\{[^\n]*\}|\[[^\n]*\]|[^,"{}[\]\n]+)/g);
  return Array.from(found, ({ 0: all, 1: value = '', index }) => ({
    start: index + all.length - value.length,
    end: index + all.length,
  }));
}

function insertSnippet(text: string, chance: Random): string {
  const at = chance.chance(0.3) ? chance.below(text.length + 1) : one(tokens(text), chance).start;
  return put(text, { start: at, end: at }, chance.pick(snippets));
}

function replaceNumber(text: string, chance: Random): string {
  const found = words(text).filter((piece) => /^\d/.test(of(text, piece)));
  return put(text, one(found, chance), chance.pick(numbers));
}

const deleteToken: Change = (text, chance) => put(text, one(tokens(text), chance), '');
const deleteLine: Change = (text, chance) => put(text, one(lines(text), chance), '');

function duplicateToken(text: string, chance: Random): string {
  const piece = one(tokens(text), chance);
  return put(text, { start: piece.end, end: piece.end }, of(text, piece));
}

function duplicateLine(text: string, chance: Random): string {
  const all = lines(text);
  const { start } = one(all, chance);
  return put(text, { start, end: start }, of(text, one(all, chance)));
}

const swapTokens: Change = (text, chance) => swap(text, words(text), chance);
const swapLines: Change = (text, chance) => swap(text, lines(text), chance);

function swap(text: string, pieces: readonly Piece[], chance: Random): string {
  const [a, b] = [one(pieces, chance), one(pieces, chance)].sort((x, y) => x.start - y.start);
  if (a === undefined || b === undefined || a.end > b.start) return text;
  return text.slice(0, a.start) + of(text, b) + text.slice(a.end, b.start) + of(text, a) + text.slice(b.end);
}

function indentLine(text: string, chance: Random): string {
  const { start } = one(lines(text), chance);
  return chance.chance(0.5)
    ? put(text, { start, end: start }, ' '.repeat(chance.between(1, 4)))
    : put(text, { start, end: start + Math.min(2, text.slice(start).search(/\S|$/)) }, '');
}

function insertLineOf(text: string, chance: Random, others: readonly string[]): string {
  const other = chance.pick(others);
  const { start } = one(lines(text), chance);
  return put(text, { start, end: start }, of(other, one(lines(other), chance)));
}

function changeCharacter(text: string, chance: Random): string {
  const at = chance.below(text.length + 1);
  const code = chance.chance(0.7) ? chance.between(0, 0x7f) : chance.between(0, 0xffff);
  return put(text, { start: at, end: Math.min(text.length, at + 1) }, String.fromCharCode(code));
}

function stretch(text: string, chance: Random, most: number): Piece {
  const start = chance.below(text.length + 1);
  return { start, end: Math.min(text.length, start + chance.between(1, most)) };
}

const deleteStretch: Change = (text, chance) => put(text, stretch(text, chance, 60), '');

function repeatStretch(text: string, chance: Random): string {
  const piece = stretch(text, chance, 40);
  return put(text, piece, of(text, piece).repeat(chance.pick([2, 3, 20, 200])));
}

function splice(text: string, chance: Random, others: readonly string[]): string {
  const other = chance.pick(others);
  return text.slice(0, one(lines(text), chance).start) + other.slice(one(lines(other), chance).start);
}

const cut: Change = (text, chance) => text.slice(0, chance.below(text.length + 1));

/** Puts a word deep into brackets or signs. */
function deepen(text: string, chance: Random): string {
  const piece = one(words(text), chance);
  const [open, close] = chance.pick([
    ['(', ')'],
    ['[', ']'],
    ['{a: ', '}'],
    ['{', '}'],
    ['not ', ''],
    ['-', ''],
    ['if a then b else ', ''],
    ['- ', ''],
    ['"', '"'],
  ] as const);
  const depth = chance.pick([2, 20, 60, 70, 120, 2_000]);
  return put(text, piece, open.repeat(depth) + of(text, piece) + close.repeat(depth));
}

const changes: readonly (readonly [weight: number, change: Change])[] = [
  [8, replaceAlike],
  [6, replaceValue],
  [4, replaceToken],
  [5, insertSnippet],
  [3, replaceNumber],
  [3, deleteToken],
  [2, swapTokens],
  [2, duplicateToken],
  [2, deleteLine],
  [2, duplicateLine],
  [2, swapLines],
  [2, indentLine],
  [2, insertLineOf],
  [2, changeCharacter],
  [2, deleteStretch],
  [1, repeatStretch],
  [1, splice],
  [1, cut],
  [1, deepen],
];
