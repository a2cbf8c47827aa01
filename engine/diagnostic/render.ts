import { applyEdits } from '../source/edit.ts';
import { positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { codeFrame, printable } from './code-frame.ts';
import type { Diagnostic, Fix, Language, Severity } from './diagnostic.ts';

/** How parts are coloured; the caller knows the terminal and NO_COLOR. */
export interface Colours {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  /** Line numbers, arrows and other furniture. */
  readonly frame: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const same = (text: string): string => text;
export const noColours: Colours = {
  error: same,
  warning: same,
  info: same,
  frame: same,
  strong: same,
  added: same,
  removed: same,
};

interface RenderOptions {
  readonly language: Language;
  readonly colours: Colours;
  /** The text that a span speaks of; places without one are given without lines. */
  readonly fileOf: (name: string) => SourceFile | undefined;
}

const words = {
  en: { error: 'error', warning: 'warning', info: 'info', fix: 'fix: ', witness: 'for example: ' },
  zh: { error: '错误', warning: '警告', info: '提示', fix: '修改：', witness: '例如：' },
} as const;

const mostFixLines = 6;

/** A diagnostic for the terminal: message, the place with its lines, related places, witness and mends. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const { colours, language } = options;
  const { severity, code, message, span, related, fixes, witness } = diagnostic;
  const title = colours[severity](`${words[language][severity]}[${code}]`);
  const lines = [`${title} ${colours.strong(printable(message[language]))}`, ...placed(span, severity, options)];
  for (const { span: place, message: says } of related)
    lines.push(`  ${colours.frame('=')} ${printable(says[language])}`, ...placed(place, 'info', options));
  if (witness !== undefined) {
    const facts = Object.entries(witness).map(([name, value]) => `${name} = ${value}`);
    lines.push(`  ${colours.frame('=')} ${words[language].witness}${printable(facts.join(', '))}`);
  }
  for (const fix of fixes) lines.push(...mend(fix, options));
  return lines.join('\n');
}

function placed(span: Span, severity: Severity, options: RenderOptions): readonly string[] {
  const { colours } = options;
  const file = options.fileOf(span.file);
  if (file === undefined) return [`  ${colours.frame('-->')} ${printable(span.file)}`];
  const { line, column } = positionAt(file, span.start);
  const frame = codeFrame(file, span);
  const width = Math.max(...frame.map(({ number }) => number.length));
  const bar = (number: string): string => colours.frame(`${number.padStart(width + 1)} |`);
  const lines = [`  ${colours.frame('-->')} ${printable(span.file)}:${line}:${column}`];
  for (const { number, text, marks } of frame) {
    lines.push(`${bar(number)} ${text}`.trimEnd());
    if (marks !== '') lines.push(`${bar('')} ${markedIn(marks, colours[severity])}`);
  }
  return lines;
}

/** Colours the marks only, so that a terminal's background shows no stripe. */
function markedIn(marks: string, colour: (text: string) => string): string {
  const blanks = marks.search(/\^/);
  return marks.slice(0, blanks) + colour(marks.slice(blanks));
}

/** What a mend is called and, where it is short, the lines before and after. */
function mend(fix: Fix, { colours, language, fileOf }: RenderOptions): readonly string[] {
  const title = `  ${colours.frame('=')} ${words[language].fix}${printable(fix.title[language])}`;
  const [first] = fix.edits;
  const file = first === undefined ? undefined : fileOf(first.span.file);
  if (file === undefined || fix.edits.some(({ span }) => span.file !== file.name)) return [title];
  const { before, after } = changedLines(file, fix.edits);
  if (before.length > mostFixLines || after.length > mostFixLines) return [title];
  return [
    title,
    ...before.map((line) => `      ${colours.removed(`- ${printable(line)}`.trimEnd())}`),
    ...after.map((line) => `      ${colours.added(`+ ${printable(line)}`.trimEnd())}`),
  ];
}

interface Change {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function changedLines(file: SourceFile, edits: readonly TextEdit[]): Change {
  const before = linesOf(file.text);
  const after = linesOf(applyEdits(file.text, edits));
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
