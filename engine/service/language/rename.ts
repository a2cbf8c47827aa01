import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Span, TextEdit } from '../../source/span.ts';
import { applyEdits } from '../../source/edit.ts';
import type { Change } from '../change.ts';
import { updateFiles, type FileText, type Workspace } from '../workspace.ts';
import { sortWords } from './describe.ts';
import { mentionAt, type Mention } from './mentions.ts';
import { boundMentions, mentionsOfThing } from './references.ts';
import { nothingToRename, whyKept } from './rename-kept.ts';
import { thingsOf, type Thing } from './things.ts';

/** A name that can be changed, and the text that stands for it now; or why it cannot. */
export type Renamable = { readonly span: Span; readonly name: string } | { readonly refused: Texts };
/** `note`: what else has the name and stays as it is. */
export type Renamed = (Change & { readonly note?: Texts }) | { readonly refused: Texts };

const texts = (en: string, zh: string): Texts => ({ en, zh });

/** What a rename at a place would change the name of. */
export function renamable(workspace: Workspace, path: string, offset: number): Renamable {
  const mention = mentionAt(workspace, path, offset);
  if (mention === undefined) return { refused: nothingToRename(workspace, path, offset) };
  const { thing } = mention;
  const kept = whyKept(thing.sort);
  if (kept !== undefined) return { refused: kept };
  if (thing.sort !== 'element' && !thing.ats.every((at) => isOwnName(thing, at, workspace))) {
    return {
      refused: texts(
        `“${thing.name}” is named by its kind of policy and cannot be called otherwise.`,
        `“${thing.name}”由制度类型命名，不能更改。`,
      ),
    };
  }
  const span = nameIn(mention, workspace);
  return span === undefined
    ? {
        refused: texts(
          'This is another name of it; rename it where it is declared.',
          '此处用的是别名，请在声明处改名。',
        ),
      }
    : { span, name: textAt(span, workspace) };
}

/** Calls the thing at a place otherwise, in all files. Refused where the name is taken, or where anything would be in error afterwards. */
export function rename(workspace: Workspace, path: string, offset: number, name: string): Renamed {
  const can = renamable(workspace, path, offset);
  const mention = mentionAt(workspace, path, offset);
  if ('refused' in can) return can;
  if (mention === undefined || can.name === name) return { edits: [] };
  const wrong = refusal(mention.thing, name, workspace);
  if (wrong !== undefined) return { refused: wrong };
  const all =
    mention.thing.sort === 'element'
      ? boundMentions(workspace, path, mention)
      : mentionsOfThing(workspace, mention.thing);
  const edits = all.flatMap((one): readonly TextEdit[] => {
    const span = nameIn(one, workspace);
    return span === undefined ? [] : [{ span, text: name }];
  });
  const after = updateFiles(workspace, textsAfter(workspace, edits));
  const broken = newError(workspace, after);
  if (broken !== undefined)
    return {
      refused: texts(
        `After that ${broken.span.file} would be in error: ${broken.message.en}`,
        `改名后 ${broken.span.file} 会出错：${broken.message.zh}`,
      ),
    };
  if (!isSame(mention, all.length, after, path, placeAfter(can.span, edits)))
    return {
      refused: texts(
        `“${name}” means something else where it would stand then. Choose another name.`,
        `“${name}”在改名后的位置已另有所指，请换一个名称。`,
      ),
    };
  const note = noteOf(mention.thing);
  return { edits, ...(note === undefined ? {} : { note }) };
}

/** Whether the name, now another, is read as the same thing in as many places: neither lost to what was called so nor taken from it. */
function isSame(mention: Mention, count: number, after: Workspace, path: string, offset: number): boolean {
  const now = mentionAt(after, path, offset);
  if (now?.thing.sort !== mention.thing.sort) return false;
  const all = now.thing.sort === 'element' ? boundMentions(after, path, now) : mentionsOfThing(after, now.thing);
  return all.length === count;
}

/** Where a place is once edits are made. */
const placeAfter = ({ file, start }: Span, edits: readonly TextEdit[]): number =>
  edits
    .filter(({ span }) => span.file === file && span.start < start)
    .reduce((at, { span, text }) => at + text.length - (span.end - span.start), start);

/** Tables of data lie outside of the handbook's texts. */
function noteOf({ sort, name }: Thing): Texts | undefined {
  switch (sort) {
    case 'fact':
      return texts(
        `Tables of people and orders keep their column “${name}”: rename it there as well, or name it in their mapping.`,
        `人员与订单表中的列“${name}”未改：请在表中一并改名，或在其列对照中写明。`,
      );
    case 'member':
    case 'post':
    case 'department':
      return texts(
        `Tables of people and orders keep “${name}” where they have it: replace it there as well.`,
        `人员与订单表中的“${name}”未改：请在表中一并替换。`,
      );
    default:
      return undefined;
  }
}

const shape = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:-[\p{ID_Continue}]+)*$/u;
const dotted = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:[-.][\p{ID_Continue}]+)*$/u;

function refusal(thing: Thing, name: string, workspace: Workspace): Texts | undefined {
  const isDotted =
    thing.sort === 'fact' || thing.sort === 'parameter' || thing.sort === 'decision' || thing.sort === 'definition';
  if (!(isDotted ? dotted : shape).test(name)) return texts(`“${name}” is no name.`, `“${name}”不是名称。`);
  const other = taken(thing, name, workspace);
  if (other === undefined) return undefined;
  const { en, zh } = sortWords(other.sort);
  return texts(`“${name}” is taken: ${en}.`, `“${name}”已被占用：${zh}。`);
}

/** What has the name already, where both could be meant. */
function taken(thing: Thing, name: string, { handbook }: Workspace): Thing | undefined {
  const things = thingsOf(handbook);
  switch (thing.sort) {
    case 'fact':
    case 'parameter':
      return (
        things.fact().get(name) ??
        things.parameter().get(name) ??
        things.decision().get(name) ??
        aliased(name, handbook)
      );
    case 'decision':
    case 'definition':
      return (
        things.decision().get(`${thing.policy}.${name}`) ??
        things.definition().get(`${thing.policy}:${name}`) ??
        things.fact().get(name) ??
        things.parameter().get(name) ??
        aliased(name, handbook)
      );
    case 'interpretation':
    case 'gap': {
      const id = thing.name.slice(0, thing.name.indexOf('#') + 1) + name;
      return (
        things[thing.sort]().get(id) ??
        (thing.sort === 'interpretation' ? things.interpretation().get(`handbook#${name}`) : undefined)
      );
    }
    case 'member':
      return things.member().get(`${thing.enumeration}.${name}`);
    case 'post':
    case 'department':
      return things.post().get(`${thing.scope}/${name}`) ?? things.department().get(`${thing.scope}/${name}`);
    case 'case':
      return things.case().get(`${thing.policy}:${name}`);
    case 'enumeration':
    case 'subject':
    case 'scope':
    case 'source':
      return things[thing.sort]().get(name);
    default:
      return undefined;
  }
}

function aliased(name: string, handbook: Workspace['handbook']): Thing | undefined {
  return [...thingsOf(handbook).fact().values()].find(
    (thing) => thing.sort === 'fact' && thing.fact.alias.includes(name),
  );
}

/** The last name of a thing: what stands in its own file. */
function lastName(thing: Thing): string {
  switch (thing.sort) {
    case 'decision':
      return thing.name.slice(thing.policy.length + 1);
    case 'interpretation':
    case 'gap':
      return thing.name.slice(thing.name.indexOf('#') + 1);
    case 'element':
      return thing.name.split('.')[0] ?? thing.name;
    default:
      return thing.name;
  }
}

/** Is the name written where the thing is declared, or does it come with its kind? */
const isOwnName = (thing: Thing, at: Span, workspace: Workspace): boolean => textAt(at, workspace) === lastName(thing);

const textAt = ({ file, start, end }: Span, { readings }: Workspace): string =>
  readings.get(file)?.file.text.slice(start, end) ?? '';

/** The part of a mention that is the name itself; undefined where another name of the thing stands there. */
function nameIn({ span, thing }: Mention, workspace: Workspace): Span | undefined {
  const written = textAt(span, workspace);
  const name = lastName(thing);
  if (thing.sort === 'element')
    return written === name || written.startsWith(`${name}.`) ? { ...span, end: span.start + name.length } : undefined;
  return written === name || written.endsWith(`.${name}`) || written.endsWith(`#${name}`)
    ? { ...span, start: span.end - name.length }
    : undefined;
}

function textsAfter({ readings }: Workspace, edits: readonly TextEdit[]): readonly FileText[] {
  return [...Map.groupBy(edits, ({ span }) => span.file)].map(([path, own]) => ({
    path,
    text: applyEdits(readings.get(path)?.file.text ?? '', own),
  }));
}

/** The first error that only the later state has. */
function newError(workspace: Workspace, { handbook: after }: Workspace): Diagnostic | undefined {
  const count = (diagnostics: readonly Diagnostic[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { severity, code, span } of diagnostics) {
      const key = `${code} ${span.file}`;
      if (severity === 'error') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [before, now] = [count(workspace.handbook.diagnostics), count(after.diagnostics)];
  const more = [...now].find(([key, number]) => number > (before.get(key) ?? 0))?.[0];
  return after.diagnostics.find(({ severity, code, span }) => severity === 'error' && `${code} ${span.file}` === more);
}
