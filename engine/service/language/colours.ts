import type { Workspace } from '../workspace.ts';
import type { ColourName } from './colour-names.ts';
import { contextOf } from './context.ts';
import { readingOf } from './file-sketch.ts';
import { mentionsOf } from './mentions.ts';
import type { Sort } from './things.ts';
import { wordsIn, type ExpressionWord } from './token-words.ts';
import type { Written } from './written.ts';

/** A coloured word; in the order of the text, none over another. */
export interface Colour {
  readonly start: number;
  readonly end: number;
  readonly colour: ColourName;
}

const ofSort: Readonly<Record<Sort, ColourName>> = {
  fact: 'fact',
  decision: 'decision',
  definition: 'definition',
  parameter: 'parameter',
  function: 'function',
  member: 'member',
  enumeration: 'member',
  unit: 'unit',
  element: 'element',
  policy: 'reference',
  interpretation: 'reference',
  gap: 'reference',
  clause: 'reference',
  scope: 'reference',
  source: 'reference',
  subject: 'reference',
  step: 'reference',
  case: 'reference',
  post: 'person',
  department: 'person',
};
const ofWord: Readonly<Partial<Record<ExpressionWord['is'], ColourName>>> = {
  keyword: 'keyword',
  number: 'number',
  date: 'number',
  unit: 'unit',
  text: 'text',
  operator: 'operator',
  call: 'function',
};

/** The words of a file that mean something to the handbook; YAML's own colours lie below. */
export function colours(workspace: Workspace, path: string): readonly Colour[] {
  const reading = readingOf(workspace, path);
  if (reading === undefined) return [];
  const context = contextOf(workspace, path, reading.root);
  return reading.written.flatMap((written) => {
    const named = mentionsOf(written, reading, context);
    const found = new Map(
      named.map(({ span, thing }) => [span.start, { start: span.start, end: span.end, colour: ofSort[thing.sort] }]),
    );
    for (const { is, span } of isExpression(written) ? wordsIn(written.scalar, path) : []) {
      const colour = ofWord[is];
      if (colour !== undefined && !found.has(span.start))
        found.set(span.start, { start: span.start, end: span.end, colour });
    }
    return [...found.values()].toSorted((a, b) => a.start - b.start);
  });
}

function isExpression({ schema, role }: Written): boolean {
  const is = schema?.['x-bylaw'];
  return role === 'value' && (is === 'expression' || is === 'cell' || is === 'scalar' || is === 'structured');
}
