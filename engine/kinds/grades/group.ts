import type { Texts } from '../../diagnostic/diagnostic.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { boolean, fits, number, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output, Requirement } from '../kind.ts';
import { amountOf, call, compare, fieldOf, overList, recordOf } from '../nodes.ts';
import { headCount, inForce } from './distribution.ts';
import { givenGrades, gradesType, lowerBands, member, named, readOwn } from './grade.ts';
import type { Distribution, Group, GradesPolicy } from './index.ts';
import { names } from './largest-remainder.ts';
import { gradesMessages } from './messages.ts';

const graded = 'group/graded';
/** The surplus whether the distribution is in force or not. */
const differences = 'group/differences';

/** `.by-score` counts the people of each grade; `.surplus` is that less its places, `.over-quota` who is in such a grade. */
export function groupOutputs(policy: GradesPolicy): readonly Output[] {
  const { group, distribution } = policy;
  if (group === undefined) return [];
  const output = (name: string, title: Texts, lower: (lowering: Lowering) => Ir): Output => ({
    name: named(policy, name),
    title,
    cites: [],
    hidden: false,
    lower,
  });
  const byScore: readonly Output[] = [
    {
      ...output(graded, { en: 'Grade of each person', zh: '各人等级' }, ({ checker }) =>
        lowerGraded(policy, group, checker),
      ),
      hidden: true,
    },
    output('by-score', { en: 'People by score', zh: '按分数的人数' }, (lowering) => lowerByScore(policy, lowering)),
  ];
  if (distribution === undefined) return byScore;
  const forced = (one: Output): Output => ({
    ...one,
    ...inForce(distribution),
    requires: ({ checker }) => sameCount(policy, group, distribution, checker),
  });
  const people: Texts = { en: 'People in grades beyond their places', zh: '所在等级超出名额的人员' };
  return [
    ...byScore,
    {
      ...output(differences, { en: 'By score less places', zh: '按分数的人数减名额' }, (lowering) =>
        lowerDifferences(policy, lowering),
      ),
      hidden: true,
    },
    forced(output('surplus', { en: 'Surplus', zh: '超出名额' }, (lowering) => readOwn(differences, policy, lowering))),
    ...(group.name === undefined
      ? []
      : [forced(output('over-quota', people, (lowering) => lowerPeople(policy, group, lowering)))]),
  ];
}

/** The people as a list whose elements have a score of the right type; undefined when they have not, which is reported. */
function scored({ by }: GradesPolicy, group: Group, checker: Checker): Ir | undefined {
  return membersWith(group.score, checker.check(by).type, group, checker);
}

function membersWith(field: Word, type: Type | undefined, { members }: Group, checker: Checker): Ir | undefined {
  const list = checker.check(members);
  if (list.type.is === 'unknown') return undefined;
  const fields = list.type.is === 'list' && list.type.of.is === 'record' ? list.type.of.fields : {};
  const found = fields[field.text];
  if (found !== undefined && (type === undefined || fits(found, type))) return list;
  checker.env.report(gradesMessages['no-field']({ field: field.text, fields: Object.keys(fields) }, field.span));
  return undefined;
}

function lowerGraded(policy: GradesPolicy, group: Group, checker: Checker): Ir {
  const list = scored(policy, group, checker);
  if (list === undefined) return broken(group.members);
  const type = gradesType(policy, checker);
  return overList('list', list, checker, {
    name: 'person',
    body: (person) =>
      lowerBands(policy, fieldOf(person, group.score.text), checker, type, (grade) => member(grade, checker, type)),
  });
}

function lowerByScore(policy: GradesPolicy, lowering: Lowering): Ir {
  const { checker } = lowering;
  const list = readOwn(graded, policy, lowering);
  const type = gradesType(policy, checker);
  return eachGrade(policy, lowering, list, (grade) =>
    overList('count', list, checker, {
      name: 'grade',
      where: (one) => compare(one, '=', member({ text: grade, span: policy.type.span }, checker, type)),
    }),
  );
}

function lowerDifferences(policy: GradesPolicy, lowering: Lowering): Ir {
  const have = readOwn('by-score', policy, lowering);
  const may = readOwn(names.places, policy, lowering);
  return eachGrade(policy, lowering, have, (grade) =>
    call('subtract', number, fieldOf(have, grade), fieldOf(may, grade)),
  );
}

function eachGrade(policy: GradesPolicy, { checker }: Lowering, { origin }: Ir, value: (grade: string) => Ir): Ir {
  const fields = givenGrades(policy, checker).map((grade) => ({ name: grade, value: value(grade) }));
  return recordOf(fields, origin);
}

/** Among these people somebody has to move; who, a person decides. */
function lowerPeople(policy: GradesPolicy, group: Group, lowering: Lowering): Ir {
  const { checker } = lowering;
  const name = group.name ?? group.score;
  const list = scored(policy, group, checker) && membersWith(name, undefined, group, checker);
  if (list === undefined) return broken(name);
  const surplus = readOwn(differences, policy, lowering);
  return overList('list', list, checker, {
    name: 'person',
    where: (person) =>
      lowerBands(policy, fieldOf(person, group.score.text), checker, boolean, (grade) =>
        compare(fieldOf(surplus, grade.text), '>', amountOf('0', grade.span)),
      ),
    body: (person) => fieldOf(person, name.text),
  });
}

/** A quota for another number of people than the list has would compare what does not belong together. */
function sameCount(
  policy: GradesPolicy,
  group: Group,
  distribution: Distribution,
  checker: Checker,
): readonly Requirement[] {
  const list = scored(policy, group, checker);
  if (list === undefined) return [];
  return [
    {
      that: compare(call('size', number, list), '=', headCount(distribution, checker)),
      says: { en: 'The list of people is as long as the number of people.', zh: '人员列表的人数应与参评人数一致。' },
    },
  ];
}
