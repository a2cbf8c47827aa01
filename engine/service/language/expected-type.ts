import { functionNamed } from '../../ir/functions.ts';
import { weekday } from '../../ir/weekday.ts';
import type { Type } from '../../ir/type.ts';
import { nameMeans, type Context } from './context.ts';
import { nodesAlong, textUnder } from './cursor.ts';
import type { Sketch } from './sketch.ts';
import type { Thing } from './things.ts';
import type { ExpressionWord } from './token-words.ts';
import type { Written } from './written.ts';

const nowhere = { start: -1, end: -1 };

/** The type of what a name stands for; undefined where it has none. */
export function typeOfThing(thing: Thing | undefined): Type | undefined {
  switch (thing?.sort) {
    case 'fact':
      return thing.fact.type;
    case 'parameter':
      return thing.parameter.type;
    case 'decision':
    case 'definition':
      return thing.decision.type;
    case 'element':
      return thing.type;
    case 'member':
      return { is: 'enumeration', name: thing.enumeration };
    default:
      return undefined;
  }
}

export function typeOfName(name: string, context: Context): Type | undefined {
  return typeOfThing(nameMeans(name, nowhere, context));
}

/** The type that a value has to have where it stands, as far as its neighbours tell. */
export function typeOfPlace(written: Written, root: Sketch | undefined, context: Context): Type | undefined {
  const { path } = written;
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return undefined;
  if (key === 'rows' && path[0] === 'cases') return ofText(columnOf(written, root), context);
  const around = nodesAlong(root, path.slice(0, path.lastIndexOf(key)));
  const beside = around.at(-1);
  if (key === 'in') return ofText(textUnder(root, 'by')?.text, context);
  const column = textUnder(nodesAlong(root, ['columns'])[1], key)?.text;
  if (column !== undefined && path[0] === 'rows') return ofText(column, context);
  const output = nodesAlong(root, ['outputs', key])[2] ?? nodesAlong(root, ['measures', key])[2];
  const named = textUnder(output, 'type')?.text ?? (isDeclaration(key) ? textUnder(beside, 'type')?.text : undefined);
  if (named !== undefined) return namedType(named, context);
  return typeOfName(key, context);
}

/** The name at the head of the column of a case's row. */
export function columnOf({ path }: Written, root: Sketch | undefined): string | undefined {
  const at = path.lastIndexOf('rows');
  if (at === -1) return undefined;
  const column = path[at + 2];
  const columns = nodesAlong(root, [...path.slice(0, at), 'columns']).at(-1);
  const name = columns?.yaml === 'list' && typeof column === 'number' ? columns.items[column] : undefined;
  return name?.yaml === 'scalar' ? name.text : undefined;
}

const isDeclaration = (key: string): boolean => key === 'range' || key === 'value';

/** Only of a bare name the type is known without checking the rest. */
function ofText(text: string | undefined, context: Context): Type | undefined {
  return text === undefined ? undefined : typeOfName(text.trim(), context);
}

function namedType(word: string, { handbook }: Context): Type | undefined {
  if (word === 'boolean' || word === 'percent' || word === 'number' || word === 'date') return { is: word };
  if (word === 'money') return { is: 'money', currency: handbook.currency };
  if (word === 'weekday') return weekday;
  return handbook.enumerations[word] === undefined ? undefined : { is: 'enumeration', name: word };
}

/** The type that a value at the end of these words has to have: of what it is compared with, or of the argument. */
export function typeBehind(words: readonly ExpressionWord[], of: Type | undefined, context: Context): Type | undefined {
  const last = words.at(-1);
  if (last === undefined) return of;
  const within =
    last.within ??
    (last.is === 'bracket' && words.at(-2)?.is === 'call'
      ? { call: words.at(-2)?.text ?? '', argument: 0 }
      : undefined);
  const compared = comparedWith(words);
  if (compared !== undefined) return typeOfName(compared, context) ?? of;
  if (within === undefined) return last.is === 'bracket' || last.text === ',' || last.text === '..' ? of : undefined;
  const argument = last.text === ',' ? within.argument + 1 : within.argument;
  return functionNamed(within.call)?.expects?.(argument, context.scope);
}

/** `status = |`, `status in {paid, |`: the name at the left. */
function comparedWith(words: readonly ExpressionWord[]): string | undefined {
  let at = words.length - 1;
  // Over the items of a set or the ends of an interval.
  while (at >= 0 && !isComparison(words[at])) {
    const word = words[at];
    if (word?.is === 'keyword' || word?.is === 'call') return undefined;
    at--;
  }
  const sign = words[at];
  const closes = words.slice(at + 1).some(({ is, text }) => is === 'bracket' && /[)\]}]/.test(text));
  if (closes || (at < words.length - 1 && sign?.is !== 'keyword')) return undefined;
  const left = words[at - 1];
  return left?.is === 'name' ? left.text : undefined;
}

const isComparison = (word: ExpressionWord | undefined): boolean =>
  (word?.is === 'operator' && /^(?:[=<>]|[!<>]=|≥|≤|≠)$/.test(word.text)) ||
  (word?.is === 'keyword' && /(?:^|\s)in$/.test(word.text));
