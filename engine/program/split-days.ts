import { expected } from '../ir/expected.ts';
import type { DecisionRead, Ir } from '../ir/ir.ts';
import type { Decision, Gap } from '../ir/program.ts';
import { boolean, isNumeric, number, type Type } from '../ir/type.ts';
import type { Edition } from './edition.ts';
import { partOf, suffixOf } from './rename.ts';

/** Days of the period on which one version holds, or none does. */
export interface Segment {
  readonly version: Edition | undefined;
  readonly days: number;
}

export interface Split {
  readonly decisions: readonly Decision[];
  readonly gaps: readonly Gap[];
}

/** Each version of a month stands in the program under names of its own (`p.bonus/v1`); the decision adds their shares by days. */
export function splitByDays(segments: readonly Segment[], last: Edition): Split {
  const versions = [...new Set(segments.flatMap(({ version }) => version ?? []))];
  const visible = new Set(last.decisions.flatMap(({ name, hidden }) => (hidden ? [] : [name])));
  const lists = new Set(last.decisions.flatMap(({ name, hidden }) => (hidden ? [listOf(name)] : [])));
  const asked = last.decisions.filter(({ name, hidden }) => !hidden || visible.has(listOf(name)));
  const diagnostic = versions.find(({ blockedBy }) => blockedBy !== undefined)?.blockedBy;
  if (diagnostic !== undefined)
    return { decisions: asked.map((decision) => ({ ...decision, body: { is: 'blocked', diagnostic } })), gaps: [] };
  const gaps = gapsOf(last, segments);
  const joined = asked.map((decision) => join(decision, lists.has(decision.name), segments, versions, gaps));
  const parts = versions.flatMap((version) =>
    version.decisions.flatMap((decision) => {
      const part = partOf(decision, version);
      return decision.hidden || decision.appliesWhen.length === 0 ? [part] : [part, whetherApplies(part, version)];
    }),
  );
  return { decisions: [...parts, ...joined], gaps: Object.values(gaps) };
}

/** About one element of a list a decision is asked under a name below that of the list's own. */
const listOf = (name: string): string => name.slice(0, name.lastIndexOf('/'));

type Gaps = Readonly<Record<'differs' | 'applies' | 'none', Gap>>;

function gapsOf({ head, decisions }: Edition, segments: readonly Segment[]): Gaps {
  const origin = decisions[0]?.origin ?? { file: head.file, start: 0, end: 0 };
  const days = segments.reduce((sum, segment) => sum + (segment.version === undefined ? segment.days : 0), 0);
  const gap = (id: string, en: string, zh: string): Gap => ({ id: `${head.policy}#${id}`, says: { en, zh }, origin });
  return {
    differs: gap(
      'split-days',
      'The versions of the month differ here, and only amounts can be split by days.',
      '当月各版本在此不同，而只有数额可以按天拆分。',
    ),
    applies: gap(
      'split-applies',
      'Of the versions of the month one applies and another does not. Ask for each by a date.',
      '当月各版本中有的适用，有的不适用。请按日期分别计算。',
    ),
    none: gap(
      'split-none',
      `On ${days} days of the month no version is in force.`,
      `当月有${days}天没有施行中的版本。`,
    ),
  };
}

/** True where the part applies: asked before it is read, since reading what does not apply is an error. */
function whetherApplies(part: Decision, { head }: Edition): Decision {
  const value = { is: 'boolean', truth: true } as const;
  const { en, zh } = { en: `Version ${head.version} applies`, zh: `第${head.version}版适用` };
  const ir: Ir = { op: 'literal', type: boolean, origin: part.origin, value };
  return { ...part, name: `${part.name}/applies`, title: { en, zh }, type: boolean, body: { is: 'ir', ir } };
}

function join(
  decision: Decision,
  isList: boolean,
  segments: readonly Segment[],
  versions: readonly Edition[],
  gaps: Gaps,
): Decision {
  const { name, origin, takes, type } = decision;
  const open = ({ id }: Gap, of: Type = type): Ir => ({ op: 'undetermined', type: of, origin, gap: id });
  const args = takes.map((taken): Ir => ({ op: 'local', type: taken.type, origin, id: taken.id, name: taken.name }));
  const inVersion = ({ decisions }: Edition, wanted: string): Decision | undefined =>
    decisions.find((other) => other.name === wanted);
  const read = (version: Edition | undefined): Ir => {
    const before = version === undefined ? undefined : inVersion(version, name);
    if (version === undefined || before === undefined) return open(gaps.none);
    if (before.takes.length !== takes.length) return open(gaps.differs);
    return { op: 'decision', type, origin, name: name + suffixOf(version), args };
  };
  const parts = segments.map(({ version, days }) => ({ ir: read(version), days }));
  // A list is that of its elements, each split by itself, as long as all versions run through the same one.
  const list = isList ? name : decision.hidden ? listOf(name) : undefined;
  const torn = list !== undefined && new Set(versions.map((version) => listText(inVersion(version, list)))).size > 1;
  const value = torn ? open(gaps.differs) : isList ? irOf(decision) : shares(decision, parts, open(gaps.differs));
  const conditional = versions.filter((version) => (inVersion(version, name)?.appliesWhen.length ?? 0) > 0);
  const plain: Decision = { ...decision, appliesWhen: [], requires: [], body: { is: 'ir', ir: value } };
  if (conditional.length === 0 || decision.hidden) return plain;
  const no: Ir = { op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: false } };
  const applies = versions.map((version): Ir => {
    if (!conditional.includes(version)) return { ...no, value: { is: 'boolean', truth: true } };
    const probe: DecisionRead = {
      op: 'decision',
      type: boolean,
      origin,
      name: `${name}${suffixOf(version)}/applies`,
      args,
    };
    return { ...probe, otherwise: no };
  });
  const all = (connective: 'and' | 'or'): Ir =>
    applies.reduce((left, right): Ir => ({ op: 'logic', type: boolean, origin, connective, left, right }));
  const choice: Ir = {
    op: 'choose',
    type,
    origin,
    arms: [{ when: all('and'), value, cites: [] }],
    otherwise: open(gaps.applies),
  };
  return { ...plain, appliesWhen: [all('or')], body: { is: 'ir', ir: choice } };
}

const irOf = ({ body, name }: Decision): Ir => expected(body.is === 'ir' ? body.ir : undefined, name);

/** The list that a decision runs through, wherever it was written. */
function listText(decision: Decision | undefined): string {
  if (decision?.body.is !== 'ir' || decision.body.ir.op !== 'aggregate') return '';
  return JSON.stringify(decision.body.ir.over, (key, value: unknown) => (key === 'origin' ? undefined : value));
}

/** Value × days ÷ days of the month, summed and rounded as the newest version rounds; what is no amount must not differ. */
function shares(
  { type, origin, body }: Decision,
  parts: readonly { readonly ir: Ir; readonly days: number }[],
  differs: Ir,
): Ir {
  if (!isNumeric(type)) {
    const [one, ...more] = parts;
    const first = expected(one);
    return more.reduceRight<Ir>((value, { ir }) => {
      const when: Ir = { op: 'compare', type: boolean, origin, comparison: '=', left: first.ir, right: ir };
      return { op: 'choose', type, origin, arms: [{ when, value, cites: [] }], otherwise: differs };
    }, first.ir);
  }
  const count = (days: number): Ir => ({
    op: 'literal',
    type: number,
    origin,
    value: { is: 'number', digits: String(days) },
  });
  const call = (fn: 'multiply' | 'add' | 'divide', ...args: readonly Ir[]): Ir => ({
    op: 'call',
    type,
    origin,
    fn,
    args,
  });
  const sum = parts.map(({ ir, days }) => call('multiply', ir, count(days))).reduce((a, b) => call('add', a, b));
  const share = call('divide', sum, count(parts.reduce((total, { days }) => total + days, 0)));
  return body.is === 'ir' && body.ir.op === 'round' ? { ...body.ir, value: share } : share;
}
