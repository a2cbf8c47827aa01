import type { Bug } from '../seeded-bugs/bug.ts';

/** Mistakes in what tells how plain decisions came about. */
export const tellingBugs: readonly Bug[] = [
  {
    name: 'needless zeros stay',
    file: 'plain/print.ts',
    find: 'digitsAt(part, scale, least)',
    replace: 'digitsAt(part, scale)',
  },
  {
    name: 'a sign is lost',
    file: 'plain/print.ts',
    find: "units < 0 ? '-' : ''",
    replace: "''",
  },
  {
    name: 'a ratio that ends is written as one that does not',
    file: 'telling/amounts.ts',
    find: 'if (rest !== 1)',
    replace: 'if (rest !== 0)',
  },
  {
    name: 'digits as somebody gave them are taken for canonical',
    file: 'telling/fact.ts',
    find: 'return digits.charCodeAt(length - 1) === zero ? undefined : length - 1 - at;',
    replace: 'return length - 1 - at;',
  },
  {
    name: 'what was not given counts as closed',
    file: 'telling/fact.ts',
    find: "} else if (closed && type.is === 'boolean') {",
    replace: "} else if (type.is === 'boolean') {",
  },
  {
    name: 'a fact of the question before is told',
    file: 'telling/fact.ts',
    find: 'if (told !== asked.question) step =',
    replace: 'if (told === 0) step =',
  },
  {
    name: 'the same is told twice',
    file: 'telling/decision.ts',
    find: 'if (mark.question === asked.question) return;',
    replace: '',
  },
  {
    name: 'flags of other decisions are lost',
    file: 'telling/decision.ts',
    find: 'if (raised !== 0)',
    replace: 'if (raised < 0)',
  },
  {
    name: 'flags of requires count',
    file: 'telling/decision.ts',
    find: "if (sort === 'requires') asked.flags = before;",
    replace: '',
  },
  {
    name: 'a condition that does not hold is passed over',
    file: 'telling/decision.ts',
    find: 'if (cell.units !== 1) leave();',
    replace: '',
  },
  {
    name: 'a decision is told in full wherever it is read',
    file: 'telling/tellings.ts',
    find: 'return one.repeats ? told(one.explanation()) : one.explanation();',
    replace: 'return one.explanation();',
  },
  {
    name: 'values of an earlier question fill an expression in',
    file: 'telling/worded.ts',
    find: 'if (part?.question !== asked.question) return all();',
    replace: 'if (part === undefined) return all();',
  },
  {
    name: 'a rounding always changed the value',
    file: 'telling/round.ts',
    find: 'const changed = asked.flags !== 0;',
    replace: 'const changed = true;',
  },
  {
    name: 'a branch is not brought to the scale of all',
    file: 'telling/picked.ts',
    find: '10 ** (form.scale - one.form.scale)',
    replace: '1',
  },
  {
    name: 'flags of a column count for the first cell alone',
    file: 'telling/table.ts',
    find: '      asked.flags |= flags;\n',
    replace: '',
  },
  {
    name: 'the next row is named',
    file: 'telling/table.ts',
    find: "row === undefined ? 'otherwise' : i + 1",
    replace: "row === undefined ? 'otherwise' : i + 2",
  },
  {
    name: 'all conditions are said to be looked at',
    file: 'telling/choose.ts',
    find: 'if (holds) break;',
    replace: '',
  },
  {
    name: 'an interpretation that nothing rests on is active',
    file: 'telling/marks.ts',
    find: "const active = counts && about !== 'convention';",
    replace: 'const active = counts;',
  },
];
