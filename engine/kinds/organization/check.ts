import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import { groups, relations } from '../people.ts';
import type { Word } from '../../shape/schema.ts';
import type { CheckContext } from '../kind.ts';
import { checkHeadCounts } from './head-counts.ts';
import type { OrganizationPolicy } from './index.ts';
import { aboveOf } from './lines.ts';
import { organizationMessages as messages } from './messages.ts';

/** Lines that lead somewhere and in no circle, departments that exist, names that stand for one thing, numbers that add up. */
export function checkOrganization(policy: OrganizationPolicy, context: CheckContext): readonly Diagnostic[] {
  return [
    ...checkDepartments(policy),
    ...checkSuperiors(policy, context),
    ...circles(policy),
    ...checkIds(policy),
    ...sameTitles(policy),
    ...leadTwice(policy),
    ...checkMarks(policy),
    ...checkHeadCounts(policy),
  ];
}

const names = (entries: readonly { readonly key: Word }[]): readonly string[] => entries.map(({ key }) => key.text);

function checkDepartments(policy: OrganizationPolicy): readonly Diagnostic[] {
  const { departments, posts, 'side-duties': side = [] } = policy;
  const known = names(departments);
  const named = [
    ...departments.flatMap(({ value }) => value.within ?? []),
    ...posts.flatMap(({ value }) => [
      ...(value.department.text === 'any' ? [] : [value.department]),
      ...(value.leads === undefined ? [] : [value.leads]),
    ]),
  ];
  const holders = side.flatMap((one) => one['held-by']);
  return [
    ...unknown(named, known, messages['unknown-department']),
    ...unknown(holders, names(posts), messages['unknown-holder']),
    ...circleOf(
      departments.map(({ key, value }) => ({ key, next: value.within })),
      messages['departments-in-a-circle'],
    ),
  ];
}

type Report = (args: { name: string; near: readonly string[] }, span: Word['span'], extras: object) => Diagnostic;

function unknown(words: readonly Word[], known: readonly string[], message: Report): readonly Diagnostic[] {
  return words
    .filter(({ text }) => !known.includes(text))
    .map(({ text, span }) => {
      const near = suggest(text, known);
      return message({ name: text, near }, span, { fixes: writeInstead(near, span) });
    });
}

/** A superior stands in the same scope: lines between companies are none. */
function checkSuperiors({ posts, scope }: OrganizationPolicy, context: CheckContext): readonly Diagnostic[] {
  const known = names(posts);
  return posts.flatMap(({ value }) => {
    const line = value['reports-to'];
    if (line.form !== 'plain' || line.value.text === 'none' || known.includes(line.value.text)) return [];
    const { text, span } = line.value;
    const [other] = context.scopesOf(text).filter((name) => name !== scope?.text);
    if (other !== undefined) return [messages['superior-elsewhere']({ name: text, scope: other }, span)];
    const near = suggest(text, known);
    return [messages['unknown-superior']({ name: text, near }, span, { fixes: writeInstead(near, span) })];
  });
}

function circles({ posts }: OrganizationPolicy): readonly Diagnostic[] {
  const lines = posts.map(({ key, value }) => {
    const above = aboveOf(value);
    const line = value['reports-to'];
    return { key, next: above.is === 'post' && line.form === 'plain' ? line.value : undefined };
  });
  return circleOf(lines, messages.cycle);
}

interface Line {
  readonly key: Word;
  readonly next: Word | undefined;
}

/** Each circle once, at the line by which it closes, with the other lines as related places. */
function circleOf(
  lines: readonly Line[],
  message: (args: { path: readonly string[] }, span: Word['span'], extras: object) => Diagnostic,
): readonly Diagnostic[] {
  const done = new Set<string>();
  return lines.flatMap((start) => {
    const path: Line[] = [];
    for (let here: Line | undefined = start; here !== undefined;) {
      const { key, next }: Line = here;
      const from = path.findIndex((one) => one.key.text === key.text);
      if (from >= 0) {
        const circle = path.slice(from);
        const last = circle.at(-1);
        circle.forEach((one) => done.add(one.key.text));
        if (last?.next === undefined) return [];
        const related = circle
          .slice(0, -1)
          .flatMap((one) =>
            one.next === undefined
              ? []
              : [{ span: one.next.span, message: { en: 'And this line.', zh: '以及此处。' } }],
          );
        return [message({ path: [...names(circle), key.text] }, last.next.span, { related })];
      }
      if (done.has(key.text)) break;
      path.push(here);
      here = next === undefined ? undefined : lines.find((one) => one.key.text === next.text);
    }
    path.forEach((one) => done.add(one.key.text));
    return [];
  });
}

/** Ids that would mean something else where policies name them. */
function checkIds({ departments, posts }: OrganizationPolicy): readonly Diagnostic[] {
  const reserved = new Set<string>(['any', 'none', ...relations, ...groups]);
  const ids = [...departments, ...posts].map(({ key }) => key);
  const units = new Set(names(departments));
  return [
    ...ids
      .filter(({ text }) => reserved.has(text))
      .map(({ text, span }) => messages['reserved-name']({ name: text }, span)),
    ...posts
      .filter(({ key }) => units.has(key.text))
      .map(({ key }) => messages['post-and-department']({ name: key.text }, key.span)),
  ];
}

/** Two posts with one title could not be told apart by people. */
function sameTitles({ posts }: OrganizationPolicy): readonly Diagnostic[] {
  return posts.flatMap(({ key, value: { title } }, i) => {
    const other = posts.slice(0, i).find(({ value }) => value.title.en === title.en || value.title.zh === title.zh);
    if (other === undefined) return [];
    const related = [{ span: other.key.span, message: { en: 'The other post.', zh: '另一岗位。' } }];
    const name = other.value.title.en === title.en ? title.en : title.zh;
    return [messages['same-name']({ name }, key.span, { related })];
  });
}

function leadTwice({ posts }: OrganizationPolicy): readonly Diagnostic[] {
  const leaders = posts.flatMap(({ value }) => value.leads ?? []);
  return leaders.flatMap(({ text, span }, i) => {
    const other = leaders.slice(0, i).find((one) => one.text === text);
    if (other === undefined) return [];
    return [messages['led-twice']({ department: text }, span, { related: firstHere(other.span) })];
  });
}

/** The functions that read an organization carry no flags, so a post may rest on ordinary readings only. */
function checkMarks({ posts, interpretations = [] }: OrganizationPolicy): readonly Diagnostic[] {
  const flagging = new Set(interpretations.filter(({ about }) => about !== 'convention').map(({ id }) => id.text));
  return posts.flatMap(({ value }) =>
    (value['rests-on'] ?? [])
      .filter(({ text }) => flagging.has(text))
      .map(({ text, span }) => messages['only-conventions']({ id: text }, span)),
  );
}
