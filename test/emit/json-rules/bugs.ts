import type { Bug } from '../../seeded-bugs/bug.ts';

/** Mistakes in the lowering and its operators that the comparison with the evaluator must find. */
export const rulesBugs: readonly Bug[] = [
  {
    name: 'an open end of an interval is inside',
    file: 'emit/json-rules/truth.ts',
    find: 'bound?.open === false',
    replace: 'bound !== undefined',
  },
  {
    name: 'a first-hit row does not ask that the earlier ones are false',
    file: 'emit/json-rules/lower.ts',
    find: '      sayValue(value, { ...place, when: all(when, truth.true), at: i + 1, cites: orOf(cites, place) }, lowering);\n    when = all(when, truth.false);',
    replace:
      '      sayValue(value, { ...place, when: all(when, truth.true), at: i + 1, cites: orOf(cites, place) }, lowering);',
  },
  {
    name: 'not known counts as different',
    file: 'emit/json-rules/operators.ts',
    find: 'isKnown(fact) && isKnown(value) && related(family, relation, fact, value)',
    replace: "isKnown(fact) && isKnown(value) ? related(family, relation, fact, value) : relation === 'ne'",
  },
  {
    name: 'the contrary of below is above',
    file: 'emit/json-rules/truth.ts',
    find: "'<': '>=', '<=': '>'",
    replace: "'<': '>', '<=': '>'",
  },
  {
    name: 'a side that is turned round keeps its sign',
    file: 'emit/json-rules/truth.ts',
    find: "'<': '>', '<=': '>=', '>': '<'",
    replace: "'<': '<', '<=': '<=', '>': '<'",
  },
  {
    name: 'amounts are compared as floats',
    file: 'emit/json-rules/operators.ts',
    find: 'return compareExact(parseExact(left), parseExact(right));',
    replace: 'return Number.parseFloat(left) - Number.parseFloat(right);',
  },
  {
    name: 'what an undetermined side is open for counts where the other side decides',
    file: 'emit/json-rules/tell.ts',
    find: 'const reasons = all(counts.reasons, not(whole[decides]));',
    replace: 'const reasons = counts.reasons;',
  },
  {
    name: 'the right side tells what it rests on although the left decides',
    file: 'emit/json-rules/tell.ts',
    find: 'const reached = not(left[decides]);',
    replace: 'const reached = always;',
  },
  {
    name: 'a reading is always told',
    file: 'emit/json-rules/tell.ts',
    find: 'not(lowering.same(ir))',
    replace: 'always',
  },
  {
    name: 'a failed requirement lets the decision go on',
    file: 'emit/json-rules/decision.ts',
    find: 'when = all(when, not(truth.false));',
    replace: 'when = all(when, truth.true);',
  },
  {
    name: 'the last error is told in place of the first',
    file: 'emit/json-rules/outcome.ts',
    find: 'a.seq - b.seq',
    replace: 'b.seq - a.seq',
  },
  {
    name: 'two rows of a unique table are no error',
    file: 'emit/json-rules/outcome.ts',
    find: 'rows.length > 1 &&',
    replace: 'rows.length > 99 &&',
  },
  {
    name: 'rounding is left out',
    file: 'emit/json-rules/lower.ts',
    find: 'place.rounds.toReversed().reduce<Ir>((value, round) => ({ ...round, value }), ir)',
    replace: '[ir].reduce<Ir>((value) => value, ir)',
  },
  {
    name: 'a value does not carry the flags of the fact that it is',
    file: 'emit/json-rules/outcome.ts',
    find: "typeof saying.value === 'object' ? of(saying.value.fact) : []",
    replace: '[]',
  },
  {
    name: 'what was read into the source holds by the source alone',
    file: 'emit/json-rules/lowering.ts',
    find: "sourceOnly && (about(id) === 'fills' || about(id) === 'chooses')",
    replace: "sourceOnly && about(id) === 'fills'",
  },
  {
    name: 'a run that was skipped is believed',
    file: 'emit/json-rules/engine.ts',
    find: 'events.length + failureEvents.length === rules',
    replace: 'events.length + failureEvents.length >= 0',
  },
];
