import type { Ir } from '../../ir/ir.ts';
import { partsOf } from '../../ir/parts.ts';
import { nodes } from '../../ir/walk.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';

/** A place where the policy says both how it is read and how else it could be. */
export interface OtherReading {
  readonly span: Span;
  readonly taken: Span;
  readonly otherwise: Span;
  /** As they are written. */
  readonly takenText: string;
  readonly otherwiseText: string;
}

/** What rests on an interpretation in the file in which it stands. */
interface Resting {
  readonly readings: readonly OtherReading[];
  /** Rows, tiers, values and roundings that rest on it as a whole: the policy says no other reading of them. */
  readonly marks: readonly Span[];
  /** The other reading can be taken by changing places in the text. */
  readonly canSwap: boolean;
}

/** The places of the newest versions that rest on an interpretation; `id` is `policy#id`. */
export function restingOn({ handbook, readings }: Workspace, id: string): Resting {
  const found = new Map<string, OtherReading>();
  const marks = new Map<string, Span>();
  let isPlain = true;
  for (const ir of allOf(handbook)) {
    for (const node of nodes(ir)) {
      const key = `${node.origin.file} ${String(node.origin.start)}`;
      if (node.op === 'reading' && node.interpretation === id) {
        const text = readings.get(node.origin.file)?.file.text ?? '';
        const reading = readingAt(text, node.origin, node.taken.origin, node.otherwise.origin);
        if (reading === undefined) isPlain = false;
        else found.set(key, reading);
      } else if (
        (node.op === 'mark' && node.interpretations.includes(id)) ||
        (node.op === 'round' && node.marks.includes(id))
      ) {
        marks.set(key, node.origin);
      }
    }
  }
  return {
    readings: [...found.values()],
    marks: [...marks.values()],
    canSwap: isPlain && found.size > 0 && marks.size === 0 && areApart([...found.values()]),
  };
}

function areApart(readings: readonly OtherReading[]): boolean {
  return readings.every((a) =>
    readings.every(
      (b) => a === b || a.span.file !== b.span.file || a.span.end <= b.span.start || b.span.end <= a.span.start,
    ),
  );
}

function* allOf({ versions, facts }: Handbook): Generator<Ir, void> {
  for (const [newest] of versions.values()) for (const one of newest?.decisions ?? []) yield* partsOf(one);
  for (const { orFrom } of Object.values(facts)) if (orFrom !== undefined) yield orFrom;
}

/** Both readings where they stand as `reading(id, taken, otherwise)`; undefined where a kind writes them in a way of its own. */
function readingAt(text: string, span: Span, taken: Span, otherwise: Span): OtherReading | undefined {
  const isInside = span.start <= taken.start && taken.end <= otherwise.start && otherwise.end <= span.end;
  if (!isInside || !text.startsWith('reading', span.start)) return undefined;
  if (!/^[\s)]*[,，][\s(]*$/.test(text.slice(taken.end, otherwise.start))) return undefined;
  const words = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ');
  return { span, taken, otherwise, takenText: words(taken), otherwiseText: words(otherwise) };
}
