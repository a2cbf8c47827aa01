import type { Type } from '../../ir/type.ts';
import type { NamedThing, Naming, Schema } from '../../shape/schema.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { contextOf, nameMeans, type Context } from './context.ts';
import { textUnder } from './cursor.ts';
import { columnOf, typeOfName, typeOfPlace } from './expected-type.ts';
import { declaredIn } from './declared.ts';
import { readingOf, type FileSketch } from './file-sketch.ts';
import type { Thing } from './things.ts';
import { wordsIn, type ExpressionWord } from './token-words.ts';
import type { Written } from './written.ts';

/** A place of a file that names something. */
export interface Mention {
  readonly span: Span;
  readonly thing: Thing;
  /** Is this where the thing gets its name? */
  readonly declares: boolean;
}

/** What is named at a place. */
export function mentionAt(workspace: Workspace, path: string, offset: number): Mention | undefined {
  const reading = readingOf(workspace, path);
  const written = reading?.written.find(({ scalar }) => scalar.start <= offset && offset <= scalar.end);
  if (reading === undefined || written === undefined) return undefined;
  const all = mentionsOf(written, reading, contextOf(workspace, path, reading.root));
  return all.findLast(({ span }) => span.start <= offset && offset <= span.end);
}

/** What one text of a file names. */
export function mentionsOf(written: Written, { file, root }: FileSketch, context: Context): readonly Mention[] {
  const { scalar, schema, role } = written;
  const whole = { file: file.name, start: scalar.textStart, end: scalar.textStart + scalar.text.length };
  const declared = declaredIn(context.handbook, file.name).get(whole.start);
  if (declared !== undefined && whole.end === declared.end)
    return [{ span: whole, thing: declared.thing, declares: true }];
  if (role === 'key') return one(keyMeans(written, whole, root, context), whole);
  switch (schema?.['x-bylaw']) {
    case 'yaml':
      return valueMentions(written, whole, root, context);
    case 'expression':
    case 'cell':
    case 'scalar':
    case 'structured':
      return inExpression(wordsIn(scalar, file.name), context);
    case 'word':
      return one(wordMeans(scalar.text, schema['x-names'] ?? standsUnder(written), context), whole);
    default:
      return [];
  }
}

const one = (thing: Thing | undefined, span: Span): readonly Mention[] =>
  thing === undefined ? [] : [{ span, thing, declares: false }];

/** Columns of cases are facts, parameters or decisions. */
const standsUnder = ({ path }: Written): NamedThing | undefined => (path.includes('columns') ? 'fact' : undefined);

/** A key that no shape knows is a name: a fact that is given, a decision that is expected, an output of a row. */
function keyMeans(written: Written, span: Span, root: FileSketch['root'], context: Context): Thing | undefined {
  const { map, allowed, scalar, path } = written;
  if (map === undefined || allowed.some((schema) => isKnownKey(schema, scalar.text))) return undefined;
  // Sanctions are listed by what the violation can be.
  const violation = path.length === 1 && path[0] === 'violations' ? textUnder(root, 'violation')?.text : undefined;
  const type = violation === undefined ? undefined : typeOfName(violation, context);
  return memberOf(type, scalar.text, context) ?? nameMeans(scalar.text, span, context);
}

/** What a case gives or expects: members of the wanted type, and ids of interpretations and gaps. */
function valueMentions(written: Written, whole: Span, root: FileSketch['root'], context: Context): readonly Mention[] {
  const { things } = context;
  const { scalar } = written;
  const key = columnOf(written, root) ?? written.path.findLast((step) => typeof step === 'string');
  if (key === 'gap') return one(idNamed(scalar.text, things.gap(), context), whole);
  if (key === 'flags' || key === 'interpretation' || scalar.text.includes('#'))
    return one(
      idNamed(scalar.text, things.interpretation(), context) ?? idNamed(scalar.text, things.gap(), context),
      whole,
    );
  const type = typeOfPlace(written, root, context);
  return inExpression(wordsIn(scalar, whole.file), context).flatMap((mention) => {
    const text = scalar.text.slice(mention.span.start - whole.start, mention.span.end - whole.start);
    const member = memberOf(type, text, context);
    return member === undefined ? [mention] : [{ ...mention, thing: member }];
  });
}

function memberOf(type: Type | undefined, name: string, { things }: Context): Thing | undefined {
  const of = type?.is === 'list' ? type.of : type;
  return of?.is === 'enumeration' ? things.member().get(`${of.name}.${name}`) : undefined;
}

export function isKnownKey(schema: Schema, key: string): boolean {
  if (schema['x-bylaw'] === 'texts') return key === 'en' || key === 'zh';
  return schema['x-bylaw'] === 'record' && Object.hasOwn(schema.properties, key);
}

function inExpression(words: readonly ExpressionWord[], context: Context): readonly Mention[] {
  const bound = new Set(words.filter(({ is }) => is === 'bound').map(({ text }) => text));
  return words.flatMap((word) => {
    const thing = expressionWordMeans(word, bound, context);
    return thing === undefined ? [] : [{ span: word.span, thing, declares: word.is === 'bound' }];
  });
}

function expressionWordMeans(word: ExpressionWord, bound: ReadonlySet<string>, context: Context): Thing | undefined {
  const { things } = context;
  const { text, span, within } = word;
  switch (word.is) {
    case 'call':
      return things.function().get(text) ?? things.parameter().get(text);
    case 'unit':
      return unitNamed(text, context);
    case 'bound':
      return { sort: 'element', name: text, type: undefined, ats: [span] };
    case 'name': {
      if (within?.argument === 0 && within.call === 'reading') return interpretationNamed(text, context);
      if (within?.argument === 0 && within.call === 'undetermined')
        return things.gap().get(`${context.policy}#${text}`);
      const [first = text] = text.split('.');
      if (bound.has(first))
        return nameMeans(text, span, context)?.sort === 'element'
          ? nameMeans(text, span, context)
          : { sort: 'element', name: text, type: undefined, ats: [] };
      return nameMeans(text, span, context);
    }
    default:
      return undefined;
  }
}

function interpretationNamed(id: string, context: Context): Thing | undefined {
  return idNamed(id, context.things.interpretation(), context);
}

/** An id of the file's own policies, of the handbook, or with its policy before it. */
function idNamed(id: string, all: ReadonlyMap<string, Thing>, { policies }: Context): Thing | undefined {
  const names = [...policies, 'handbook'].map((policy) => `${policy}#${id}`);
  return [...names, id].flatMap((name) => all.get(name) ?? [])[0];
}

function unitNamed(form: string, { things, handbook }: Context): Thing | undefined {
  const own = things.unit().get(form);
  if (own !== undefined) return own;
  const id = Object.entries(handbook.units).find(([, { en, zh }]) => en.includes(form) || zh.includes(form))?.[0];
  return id === undefined ? undefined : things.unit().get(id);
}

const nowhere = { start: -1, end: -1 };

/** What a word names, by what its place says that it names. */
function wordMeans(text: string, names: Naming | NamedThing | undefined, context: Context): Thing | undefined {
  const { things, scope } = context;
  switch (names) {
    case undefined:
    case 'weekday':
    case 'step':
      return undefined;
    case 'answerable':
    case 'role':
    case 'post':
    case 'department':
      return things.post().get(`${scope}/${text}`) ?? things.department().get(`${scope}/${text}`);
    case 'interpretation':
      return interpretationNamed(text, context);
    case 'gap':
      return things.gap().get(`${context.policy}#${text}`);
    case 'fact':
      return nameMeans(text, nowhere, context);
    case 'type':
      return things.enumeration().get(text);
    case 'unit':
      return unitNamed(text, context);
    case 'clause':
    case 'decision':
    case 'policy':
    case 'scope':
    case 'source':
    case 'subject':
      return things[names]().get(text);
  }
}
