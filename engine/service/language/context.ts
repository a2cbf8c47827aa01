import type { Ir } from '../../ir/ir.ts';
import { nodes } from '../../ir/walk.ts';
import { weekdays } from '../../ir/weekday.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import type { Workspace } from '../workspace.ts';
import { nodesAlong, textUnder } from './cursor.ts';
import type { Sketch } from './sketch.ts';
import { thingsOf, type Thing, type Things } from './things.ts';

/** In which file a name is read, and so what it means there. */
export interface Context {
  readonly handbook: Handbook;
  readonly things: Things;
  readonly path: string;
  readonly policy: string;
  /** Cases may be of several policies; of these the first is meant by `.output`. */
  readonly policies: readonly string[];
  readonly scope: string;
  /** What the checker found at each place, by its first and last character; nothing where the file cannot be read. */
  readonly found: () => Found;
}

/** The context of a file; a file that cannot be read still says which policy it is. */
export function contextOf({ handbook }: Workspace, path: string, root: Sketch | undefined): Context {
  const policies = policiesOf(root);
  const [policy = ''] = policies;
  const version = handbook.versions.get(policy)?.find(({ head }) => head.file === path);
  return {
    handbook,
    things: thingsOf(handbook),
    path,
    policy,
    policies,
    scope: textUnder(root, 'scope')?.text ?? handbook.versions.get(policy)?.[0]?.head.scope ?? '',
    found: () => (version === undefined ? new Map() : foundIn(version)),
  };
}

type Found = ReadonlyMap<string, readonly Ir[]>;
function policiesOf(root: Sketch | undefined): readonly string[] {
  const own = textUnder(root, 'policy') ?? textUnder(root, 'cases-of');
  const list = nodesAlong(root, ['cases-of'])[1];
  const named = own === undefined && list?.yaml === 'list' ? list.items : [];
  return [...(own === undefined ? [] : [own]), ...named].flatMap((one) => (one.yaml === 'scalar' ? [one.text] : []));
}

/** By what a version was lowered to, which stays the same while other files change. */
const memo = new WeakMap<Version['decisions'], Found>();

function foundIn(version: Version): Found {
  const before = memo.get(version.decisions);
  if (before !== undefined) return before;
  const found = new Map<string, Ir[]>();
  const add = (ir: Ir): void => {
    for (const node of nodes(ir)) {
      const { start, end } = node.origin;
      const isName = node.op === 'fact' || node.op === 'decision' || node.op === 'parameter' || node.op === 'local';
      const isMember = node.op === 'literal' && (node.value.is === 'member' || node.value.is === 'post');
      if (!isName && !isMember && node.op !== 'field') continue;
      const same = found.get(`${start} ${end}`);
      if (same === undefined) found.set(`${start} ${end}`, [node]);
      else same.push(node);
    }
  };
  for (const { body, appliesWhen, requires } of version.decisions) {
    appliesWhen.forEach(add);
    requires.forEach(({ that }) => {
      add(that);
    });
    if (body.is === 'ir') add(body.ir);
  }
  memo.set(version.decisions, found);
  return found;
}

/** What a name in an expression stands for, by what the checker found there, else by all that has this name. */
export function nameMeans(
  name: string,
  at: { readonly start: number; readonly end: number },
  context: Context,
): Thing | undefined {
  const { things, policy } = context;
  const found = context.found().get(`${at.start} ${at.end}`) ?? [];
  // What a kind computes itself stands at the same place under other names.
  const meant = found.flatMap((ir) => irMeans(ir, context) ?? []).find((thing) => isCalled(thing, name));
  return (
    meant ??
    (name.startsWith('.') ? things.decision().get(policy + name) : undefined) ??
    things.definition().get(`${policy}:${name}`) ??
    things.definition().get(`${policy}:${withoutPrefix(name, policy)}`) ??
    things.decision().get(`${policy}.${name}`) ??
    factNamed(name, context) ??
    things.parameter().get(name) ??
    things.decision().get(name) ??
    things.member().get(name) ??
    onlyMember(name, context) ??
    things.post().get(`${context.scope}/${name}`) ??
    things.enumeration().get(name)
  );
}

function isCalled(thing: Thing, name: string): boolean {
  if (thing.name === name || thing.name.endsWith(`.${name}`) || name.endsWith(`.${thing.name}`)) return true;
  return thing.sort === 'fact' && thing.fact.alias.includes(name);
}

const withoutPrefix = (name: string, policy: string): string =>
  name.startsWith(`${policy}.`) ? name.slice(policy.length + 1) : name;

function irMeans(ir: Ir, { things, policy }: Context): Thing | undefined {
  switch (ir.op) {
    case 'fact':
      return things.fact().get(ir.name);
    case 'parameter':
      return things.parameter().get(ir.name);
    case 'decision': {
      const name = ir.name.replace(/\/(?:each|v\d+)$/, '');
      return things.decision().get(name) ?? things.definition().get(`${policy}:${withoutPrefix(name, policy)}`);
    }
    case 'local':
    case 'field':
      return { sort: 'element', name: ir.name, type: ir.type, ats: [] };
    case 'literal':
      if (ir.value.is === 'member') return memberThing(ir.value.enumeration, ir.value.name, things);
      return ir.value.is === 'post' ? things.post().get(`${ir.value.scope}/${ir.value.name}`) : undefined;
    default:
      return undefined;
  }
}

function memberThing(enumeration: string, name: string, things: Things): Thing | undefined {
  return things.member().get(`${enumeration}.${name}`) ?? (enumeration === 'weekday' ? weekdayThing(name) : undefined);
}

function weekdayThing(name: string): Thing | undefined {
  const index = weekdays.findIndex((day) => day === name);
  if (index === -1) return undefined;
  const zh = `星期${'一二三四五六日'[index] ?? ''}`;
  const en = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  return { sort: 'member', name, enumeration: 'weekday', title: { en, zh }, ats: [] };
}

/** A fact by its name or by its other name in either language. */
function factNamed(name: string, { things }: Pick<Context, 'things'>): Thing | undefined {
  const facts = things.fact();
  const own = facts.get(name);
  if (own !== undefined) return own;
  return aliasesOf(facts).get(name)?.[0];
}

const aliasesOf = indexed((thing) => (thing.sort === 'fact' ? thing.fact.alias : []));
const membersNamed = indexed((thing) => [thing.name]);

/** Things by other names, made once for as long as they are the same. */
function indexed(
  namesOf: (thing: Thing) => readonly string[],
): (things: ReadonlyMap<string, Thing>) => ReadonlyMap<string, readonly Thing[]> {
  const known = new WeakMap<ReadonlyMap<string, Thing>, ReadonlyMap<string, readonly Thing[]>>();
  return (things) => {
    const before = known.get(things);
    if (before !== undefined) return before;
    const pairs = [...things.values()].flatMap((thing) => namesOf(thing).map((name) => [name, thing] as const));
    const grouped = Map.groupBy(pairs, ([name]) => name);
    const made = new Map([...grouped].map(([name, same]) => [name, same.map(([, thing]) => thing)]));
    known.set(things, made);
    return made;
  };
}

/** A bare word that is a member of one list only. */
function onlyMember(name: string, { things }: Context): Thing | undefined {
  const all = membersNamed(things.member()).get(name) ?? [];
  return all.length === 1 ? all[0] : weekdayThing(name);
}
