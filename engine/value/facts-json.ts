import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Span } from '../source/span.ts';
import type { RawFact, RawFacts } from './facts.ts';

const mostCharacters = 10_000_000;
const mostDepth = 32;

/** What is wrong with the JSON text of facts, before any fact is looked at. */
export const factsJsonMessages = defineDiagnostics('facts', {
  syntax: {
    severity: 'error',
    message: ({ found }: { found: string | undefined }) =>
      found === undefined
        ? {
            en: 'The facts are no JSON: the text ends too early. Close each bracket and quote.',
            zh: '事实不是有效的JSON：内容提前结束。请补全括号与引号。',
          }
        : {
            en: `The facts are no JSON: “${found}” cannot stand here. A comma, quote or value is missing or too much.`,
            zh: `事实不是有效的JSON：此处不能是“${found}”。请检查是否缺少或多出逗号、引号或值。`,
          },
  },
  'no-object': {
    severity: 'error',
    message: () => ({
      en: 'The facts must be a JSON object of names and values: { "sales.net": "500 CNY" }.',
      zh: '事实必须是由名称和值组成的JSON对象：{ "sales.net": "500 CNY" }。',
    }),
  },
  'too-large': {
    severity: 'error',
    message: () => ({
      en: `The facts are longer than ${mostCharacters} characters. Send them in parts.`,
      zh: `事实超过${mostCharacters}个字符，请分批提交。`,
    }),
  },
  'too-deep': {
    severity: 'error',
    message: () => ({
      en: `The facts are nested deeper than ${mostDepth} brackets; no fact is.`,
      zh: `事实的嵌套超过${mostDepth}层，没有这样的事实。`,
    }),
  },
  'key-twice': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `“${key}” stands twice in one object. Keep one of the two.`,
      zh: `“${key}”在同一对象中出现两次，请保留其一。`,
    }),
  },
  'forbidden-key': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `“${key}” cannot be the name of a fact or field. Take it out.`,
      zh: `“${key}”不能作为事实或字段的名称，请删除。`,
    }),
  },
});

/** Facts, or why the text holds none; wrapped, since a fact may have any name that a diagnostic's key has. */
export type ParsedFacts = { readonly raw: RawFacts } | { readonly diagnostic: Diagnostic };

/** Reads facts from JSON text. Numbers keep their source text, and no key is lost silently. */
export function parseFactsJson(text: string): ParsedFacts {
  if (text.length > mostCharacters) return { diagnostic: factsJsonMessages['too-large']({}, spanOf(0, 0)) };
  const diagnostic = guard(text);
  return diagnostic === undefined ? parse(text) : { diagnostic };
}

/** Where nothing like a number begins a value, each value need not be looked at; within texts it may look so, too. */
const mayHoldNumbers = /[:[,]\s*[-\d]/;

function parse(text: string): ParsedFacts {
  const noObject = { diagnostic: factsJsonMessages['no-object']({}, spanOf(0, text.length)) };
  if (!/^\s*\{/.test(text)) return noObject;
  try {
    const parsed: unknown = JSON.parse(text, mayHoldNumbers.test(text) ? keepSource : undefined);
    return isObject(parsed) ? { raw: parsed } : noObject;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const place = placeIn(said, text);
    const found =
      /Unexpected token '(.+?)',/su.exec(said)?.[1] ?? String.fromCodePoint(text.codePointAt(place) ?? 0x20);
    const isEnd = place >= text.trimEnd().length;
    return { diagnostic: factsJsonMessages.syntax({ found: isEnd ? undefined : found }, spanOf(place, text.length)) };
  }
}

/** Where parsing stopped, if the parser says so: its own words are in English and name no place in short texts. */
function placeIn(said: string, text: string): number {
  const [, position] = /at position (\d+)/.exec(said) ?? [];
  if (position !== undefined) return Math.min(Number(position), text.length);
  return said.startsWith('Unexpected token') ? 0 : text.trimEnd().length;
}

// Node 24 and current browsers pass the source text of primitives; the library types do not know it yet.
function keepSource(_key: string, value: unknown, ...rest: readonly unknown[]): unknown {
  if (typeof value !== 'number') return value;
  const [context] = rest as [{ readonly source: string }];
  return { source: context.source };
}

function isObject(parsed: unknown): parsed is Readonly<Record<string, RawFact>> {
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
}

/** Depth, double keys and keys that JavaScript would misread: JSON.parse itself says nothing about them. */
function guard(text: string): Diagnostic | undefined {
  const keys: Set<string>[] = [];
  for (const { 0: sign, index } of signs(text)) {
    if (sign === '{' || sign === '[') keys.push(new Set());
    else if (sign === '}' || sign === ']') keys.pop();
    else {
      const end = closingQuote(text, index) + 1;
      colon.lastIndex = end;
      const problem = colon.test(text) ? guardKey(text.slice(index, end), keys.at(-1), spanOf(index, end)) : undefined;
      if (problem !== undefined) return problem;
    }
    if (keys.length > mostDepth) return factsJsonMessages['too-deep']({}, spanOf(index, index + 1));
  }
  return undefined;
}

const colon = /\s*:/y;

/** Brackets and the opening quotes of texts, in order; what stands inside texts is passed over. */
function* signs(text: string): Generator<RegExpExecArray, void, undefined> {
  const sign = /["[\]{}]/g;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    yield found;
    if (found[0] === '"') sign.lastIndex = closingQuote(text, found.index) + 1;
  }
}

/** Searched quote by quote: one pattern over a whole text would run out of stack on a very long one. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** Names that JavaScript would misread. */
export const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

function guardKey(quoted: string, seen: Set<string> | undefined, span: Span): Diagnostic | undefined {
  const key = unescaped(quoted);
  if (key === undefined) return undefined;
  if (forbiddenKeys.includes(key)) return factsJsonMessages['forbidden-key']({ key }, span);
  if (seen?.has(key) === true) return factsJsonMessages['key-twice']({ key }, span);
  seen?.add(key);
  return undefined;
}

/** A malformed key is left to JSON.parse, which says what is wrong with it. */
function unescaped(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

function spanOf(start: number, end: number): Span {
  return { file: '<facts>', start, end };
}
