import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Ir, Row } from '../../ir/ir.ts';
import { listOf, number, text, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { amountOf, call, recordOf, textOf } from '../nodes.ts';
import { lowerUnstated, marked } from '../place.ts';
import type { Department, OrganizationPolicy, Post } from './index.ts';
import { belowOf, chainOf } from './lines.ts';

const titles = {
  superior: { en: 'Superior', zh: '直接上级' },
  department: { en: 'Department', zh: '所属部门' },
  'posts-above': { en: 'Posts above, the nearest first', zh: '各级上级岗位（由近及远）' },
  'posts-below': { en: 'Posts below', zh: '下属岗位' },
  'head-count': { en: 'Head-count of the post', zh: '岗位编制' },
  duties: { en: 'Duties of the post', zh: '岗位职责' },
  'side-duties': { en: 'Duties beside the post', zh: '兼任职责' },
  leader: { en: 'Post that leads the department', zh: '部门主管岗位' },
  'department-head-count': { en: 'Head-count of the department', zh: '部门编制' },
  'department-duties': { en: 'Duties of the department', zh: '部门职责' },
} as const satisfies Readonly<Record<string, Texts>>;

/** A duty in both languages, so that an answer does not depend on the reader's. */
const duty: Type = { is: 'record', fields: { en: text, zh: text } };

/** What can be asked of an organization: of a post, or of a department by its id. */
export function organizationOutputs(policy: OrganizationPolicy): readonly Output[] {
  const { posts, departments } = policy;
  const scope = policy.scope?.text ?? '';
  const post: Type = { is: 'post', scope };
  const nameOf = (name: string, origin: Word['span']): Ir => ({
    op: 'literal',
    type: post,
    origin,
    value: { is: 'post', scope, name },
  });
  const ofPost = (name: keyof typeof titles, value: (lowering: Lowering, asked: Ir) => Ir): Output =>
    output(policy, name, 'post', 'post', value);
  const byPost = (
    name: keyof typeof titles,
    type: Type,
    value: (one: Named<Post>, lowering: Lowering) => Ir | undefined,
  ): Output =>
    ofPost(name, (lowering, asked) =>
      byName(
        asked,
        type,
        posts,
        (key) => nameOf(key.text, key.span),
        (one) => markedValue(value(one, lowering), one, lowering),
      ),
    );
  const byDepartment = (
    name: keyof typeof titles,
    type: Type,
    value: (one: Named<Department>, lowering: Lowering) => Ir | undefined,
  ): Output =>
    output(policy, name, 'unit', 'text', (lowering, asked) =>
      byName(
        asked,
        type,
        departments,
        (key) => textOf(key.text, key.span),
        (one) => markedValue(value(one, lowering), one, lowering),
      ),
    );
  const postList = (
    names: readonly string[],
    gaps: readonly Word[],
    { key }: Named<Post>,
    { checker }: Lowering,
  ): Ir => ({
    op: 'list',
    type: listOf(post),
    origin: key.span,
    items: [...names.map((name) => nameOf(name, key.span)), ...gaps.map((gap) => lowerUnstated(gap, checker, post))],
  });
  return [
    ofPost('superior', (_lowering, asked) => call('superior-of', post, asked)),
    byPost('department', text, ({ value }) => textOf(value.department.text, value.department.span)),
    byPost('posts-above', listOf(post), (one, lowering) => {
      const { posts: above, end } = chainOf(one.key.text, policy);
      return postList(above, end.is === 'gap' ? [end.gap] : [], one, lowering);
    }),
    byPost('posts-below', listOf(post), (one, lowering) => {
      const { posts: below, gaps } = belowOf(one.key.text, policy);
      return postList(below, gaps, one, lowering);
    }),
    byPost('head-count', number, ({ key, value }, lowering) => countOf(value['head-count'], key, lowering)),
    byPost('duties', listOf(duty), ({ key, value }, lowering) => dutiesOf(value.duties, key, lowering)),
    byPost('side-duties', listOf(duty), ({ key }, lowering) => {
      const held = (policy['side-duties'] ?? []).filter((one) => one['held-by'].some((by) => by.text === key.text));
      // Of what is left out in part nobody knows the whole.
      const all = held
        .flatMap((one) => dutiesOf(one.duties, key, lowering) ?? [])
        .reduce((some, more) => joined(some, more), listOfDuties([], key));
      return held.reduce<Ir>((ir, one) => marked(one['rests-on'], ir, lowering.checker), all);
    }),
    byDepartment('leader', post, ({ key }) => {
      const leader = posts.find(({ value }) => value.leads?.text === key.text)?.key;
      return leader === undefined ? undefined : nameOf(leader.text, leader.span);
    }),
    byDepartment('department-head-count', number, ({ key, value }, lowering) =>
      countOf(value['head-count'], key, lowering),
    ),
    byDepartment('department-duties', listOf(duty), ({ key, value }, lowering) =>
      dutiesOf(value.duties, key, lowering),
    ),
  ];
}

interface Named<T> {
  readonly key: Word;
  readonly value: T;
}

/** `asked` has a name of its own, or it would clash with the decision `department`. */
function output(
  { policy }: OrganizationPolicy,
  name: keyof typeof titles,
  asked: string,
  type: string,
  value: (lowering: Lowering, asked: Ir) => Ir,
): Output {
  const { span } = policy;
  return {
    name: { text: name, span },
    title: titles[name],
    cites: [],
    hidden: false,
    takes: [{ name: { text: asked, span }, type: { text: type, span } }],
    lower: (lowering) => value(lowering, lowering.read(asked, { text: asked, span })),
  };
}

/** One row for each; who has no row is a gap of the source, named after the decision. */
function byName<T extends Post | Department>(
  asked: Ir,
  type: Type,
  all: readonly Named<T>[],
  literal: (key: Word) => Ir,
  value: (one: Named<T>) => Ir | undefined,
): Ir {
  const rows = all.flatMap((one): readonly Row[] => {
    const ir = value(one);
    if (ir === undefined) return [];
    const cell = { range: 'set', items: [literal(one.key)], none: false } as const;
    return [
      { cells: [cell], value: ir, cites: (one.value.cites ?? []).map((cited) => cited.text), origin: one.key.span },
    ];
  });
  return { op: 'table', type, origin: asked.origin, hit: 'unique', columns: [{ name: 'post', value: asked }], rows };
}

function markedValue(ir: Ir | undefined, { value }: Named<Post | Department>, { checker }: Lowering): Ir | undefined {
  return ir === undefined ? undefined : marked(value['rests-on'], ir, checker);
}

function countOf(count: Department['head-count'], { span }: Word, { checker }: Lowering): Ir | undefined {
  if (count === undefined) return undefined;
  if (count.form === 'unstated') return lowerUnstated(count.value.unstated, checker, number);
  return amountOf(String(count.value), span);
}

function dutiesOf(duties: Post['duties'], key: Word, { checker }: Lowering): Ir | undefined {
  if (duties === undefined) return undefined;
  if (duties.form === 'unstated') return lowerUnstated(duties.value.unstated, checker, listOf(duty));
  return listOfDuties(duties.value, key);
}

function joined(some: Ir, more: Ir): Ir {
  return some.op === 'list' && more.op === 'list'
    ? { ...some, items: [...some.items, ...more.items] }
    : call('join', listOf(duty), some, more);
}

function listOfDuties(duties: readonly Texts[], { span }: Word): Ir {
  const items = duties.map(({ en, zh }) =>
    recordOf(
      [
        { name: 'en', value: textOf(en, span) },
        { name: 'zh', value: textOf(zh, span) },
      ],
      span,
    ),
  );
  return { op: 'list', type: listOf(duty), origin: span, items };
}
