import type { Texts } from '../../diagnostic/diagnostic.ts';
import { checkCell, typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Bands, Ir } from '../../ir/ir.ts';
import { unknown, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { lowerUnstated, marked } from '../place.ts';
import type { GradesPolicy } from './index.ts';
import { gradesMessages } from './messages.ts';

const title: Texts = { en: 'Grade', zh: '等级' };

/** The grade of one score. */
export function gradeOutput(policy: GradesPolicy): Output {
  return {
    name: named(policy, 'grade'),
    title,
    type: policy.type,
    cites: [],
    hidden: false,
    lower: ({ checker, expected = unknown }) => {
      if (expected.is !== 'enumeration' && expected.is !== 'unknown') {
        checker.env.report(gradesMessages['not-grades']({ type: policy.type.text }, policy.type.span));
      }
      for (const { key, value } of policy.reserved ?? []) {
        member(key, checker, expected);
        lowerUnstated(value, checker, expected);
      }
      const by = checker.check(policy.by);
      return lowerBands(policy, by, checker, expected, (grade) => member(grade, checker, expected));
    },
  };
}

export const named = ({ policy }: GradesPolicy, name: string): Word => ({ text: name, span: policy.span });

/** Reads another decision of the same policy, hidden or not. */
export function readOwn(name: string, policy: GradesPolicy, { read }: Lowering): Ir {
  return read(name, named(policy, name));
}

/** The enumeration of grades; `unknown` where there is none, which has a diagnostic. */
export function gradesType({ type }: GradesPolicy, { env }: Checker): Type {
  return env.enumeration(type.text) === undefined ? unknown : { is: 'enumeration', name: type.text };
}

/** A grade by its name; one that does not exist is reported. */
export function member({ text, span }: Word, checker: Checker, grades: Type): Ir {
  return grades.is === 'enumeration' ? typed({ syntax: 'name', name: text, span }, checker, grades) : broken({ span });
}

/** The bands over a score, with what each grade stands for. */
export function lowerBands(
  policy: GradesPolicy,
  by: Ir,
  checker: Checker,
  type: Type,
  value: (grade: Word) => Ir,
): Bands {
  const bands = policy.bands.flatMap(({ grade, in: written, 'rests-on': rests, cites = [] }) => {
    const range = checkCell(written, checker, by.type);
    if (range.range === 'interval') {
      const clauses = cites.map(({ text }) => text);
      return [{ range, value: marked(rests, value(grade), checker), cites: clauses, origin: written.span }];
    }
    checker.env.report(gradesMessages['not-an-interval']({}, written.span));
    return [];
  });
  return { op: 'bands', type, origin: policy.by.span, mode: 'slab', by, bands };
}

/** Grades that a band gives, in the order in which their enumeration has them. */
export function givenGrades(policy: GradesPolicy, { env }: Checker): readonly string[] {
  const given = new Set(policy.bands.map(({ grade }) => grade.text));
  return (env.enumeration(policy.type.text) ?? []).filter((grade) => given.has(grade));
}
