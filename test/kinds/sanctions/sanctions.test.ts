import { expect, test } from 'vitest';
import { ask, askSource } from '../ask.ts';
import { findingsOf, pointOf } from '../small-handbook.ts';
import { head, shopWith } from './shop.ts';

const answer = (id: string): string =>
  `  - { id: ${id}, clause: S-1, about: chooses, question: { en: Q., zh: 问。 }, answer: { en: A., zh: 答。 }, status: proposed }\n`;
const ground = `violation: kind
circumstances: { first: is-first, serious: is-serious, malicious: is-malicious }
measures:
  warning: { type: boolean, title: { en: Warning, zh: 警告 } }
  fine: { type: money, title: { en: Fine, zh: 罚款 } }
  suspension: { type: duration, title: { en: Suspension, zh: 暂停 }, only-if: { is: is-partner, otherwise: undetermined(own) } }
`;
const several = 'when-several: { take: gravest, rests-on: gravest }\n';
const none = 'when-none: { warning: true, rests-on: again }\n';
const fakes = `  fake:
    first: { warning: true }
    serious: { fine: 500 CNY, rests-on: doubtful }
    malicious: { suspension: 3 months }
    serious and malicious: { suspension: 6 months, fine: { left-to: { by: head, allowed: "[0 CNY .. 900 CNY]", proposed: proposal } } }
`;
const late = `  late:
    any: { fine: loss * 10% }
`;
const rest = `gaps:
  - { id: own, says: { en: Own staff., zh: 自有员工。 } }
interpretations:
${answer('gravest')}${answer('again')}${answer('doubtful')}`;
const whole = `${head}${ground}${several}${none}violations:\n${fakes}${late}${rest}`;
const { handbook } = shopWith(whole);

const fake = (first: boolean, serious: boolean, malicious: boolean) =>
  ({ kind: 'fake', 'is-first': first, 'is-serious': serious, 'is-malicious': malicious, 'is-partner': true }) as const;

test('nothing is wrong with it', () => {
  expect(findingsOf(shopWith(whole)).map(({ message }) => message.en)).toEqual([]);
});

test.each([
  ['one line', 'warning', fake(true, false, false), 'true'],
  ['what a line does not name', 'fine', fake(true, false, false), '0.00 CNY'],
  ['none of a duration', 'suspension', fake(true, false, false), '0 months'],
  ['a line’s interpretation marks all measures', 'warning', fake(false, true, false), 'false [t#doubtful]'],
  ['no circumstance', 'warning', fake(false, false, false), 'true [t#again]'],
  ['no circumstance, another measure', 'fine', fake(false, false, false), '0.00 CNY [t#again]'],
  ['the gravest of two', 'fine', fake(true, true, false), '500.00 CNY [t#doubtful, t#gravest]'],
  ['the gravest of two that agree', 'suspension', fake(true, true, false), '0 months [t#doubtful]'],
  ['a line for two together, and a third', 'suspension', fake(true, true, true), '6 months [t#gravest]'],
  ['a line for two together beats both', 'suspension', fake(false, true, true), '6 months'],
  ['a person decides', 'fine', fake(false, true, true), 'undetermined left-to-person head [0 CNY .. 900 CNY]'],
  ['a person has decided', 'fine', { ...fake(false, true, true), proposal: '90 CNY' }, '90.00 CNY'],
  ['a person asked for too much', 'fine', { ...fake(false, true, true), proposal: '901 CNY' }, 'undetermined outside-allowed head [0 CNY .. 900 CNY]'],
  ['where it cannot be imposed', 'suspension', { ...fake(false, false, true), 'is-partner': false }, 'undetermined gap t#own'],
  ['where it is not imposed nobody asks', 'suspension', { ...fake(true, false, false), 'is-partner': false }, '0 months'],
  ['whatever the circumstances', 'fine', { kind: 'late', loss: '12.35 CNY' }, '1.24 CNY'],
  ['a graver circumstance that nobody knows', 'warning', { ...fake(true, false, false), 'is-malicious': null }, 'undetermined missing-fact is-malicious'],
  ['a milder circumstance that nobody knows', 'suspension', { ...fake(true, false, true), 'is-first': null }, '3 months [t#gravest]'],
  ['no violation', 'warning', {}, 'undetermined missing-fact is-malicious, missing-fact is-serious, missing-fact kind'],
] as const)('%s', (_name, output, given, said) => {
  expect(ask(handbook, `t.${output}`, given)).toBe(said);
}); // prettier-ignore

test('by the source alone two lines at once decide nothing where they differ', () => {
  expect(askSource(handbook, 't.fine', fake(true, false, true))).toBe('0.00 CNY');
  expect(askSource(handbook, 't.suspension', fake(true, false, true))).toBe('undetermined interpretation t#gravest');
});

test('without a rule for several nothing decides, and without one for none neither', () => {
  const { handbook: bare } = shopWith(whole.replace(several, '').replace(none, ''));
  expect(ask(bare, 't.fine', fake(true, true, false))).toBe('undetermined gap t#fine');
  expect(ask(bare, 't.fine', fake(false, true, true))).toBe('undetermined left-to-person head [0 CNY .. 900 CNY]');
  expect(ask(bare, 't.warning', fake(false, false, false))).toBe('undetermined gap t#warning');
});

test.each([
  ['no rule for none', [none], [''], ['gap fake']],
  ['no rule for several', [several], [''], ['several fake']],
  ['a violation without a line', [late], [''], ['no-line kind']],
  ['a violation that there is not', ['  late:'], ['  later:'], ['no-line kind']],
  ['an unknown measure', ['first: { warning'], ['first: { warnin'], ['unknown-measure warnin => warning']],
  ['an unknown circumstance', ['    first: {'], ['    fist: {'], ['unknown-circumstance fist => first', 'unused-circumstance first']],
  ['an unknown circumstance beside a known one', ['serious and malicious'], ['serious and malice'], ['unknown-circumstance serious and malice']],
  ['a circumstance that changes nothing', ['    first: { warning: true }\n', none], ['', 'when-none: { warning: true, rests-on: again }\n'], ['unused-circumstance first']],
  ['a line without measure', ['first: { warning: true }'], ['first: {}'], ['empty-line first']],
  ['a measure that nobody imposes', ['  warning: {'], ['  talk: { type: boolean, title: { en: Talk, zh: 谈话 } }\n  warning: {'], ['unused-measure talk']],
  ['one line twice', ['    serious and malicious:'], ['    malicious and serious: { fine: 1 CNY }\n    serious and malicious:'], ['duplicate-line serious and malicious']],
  ['a measure that cannot be nothing', ['type: boolean'], ['type: date'], ['measure-type date']],
  ['a duration in cans', ['type: duration'], ['type: duration, unit: can'], ['measure-type can']],
  ['a quantity without unit', ['type: boolean'], ['type: quantity'], ['measure-type quantity']],
  ['a worse case that costs less', ['{ suspension: 3 months }'], ['{ fine: 400 CNY }'], ['milder malicious']],
  ['a line for two that costs less', ['suspension: 6 months'], ['suspension: 2 months'], ['milder serious and malicious']],
  ['an amount that is computed has no rank', ['{ suspension: 3 months }'], ['{ fine: loss * 10% }'], []],
  ['circumstances that exclude each other', ['serious: is-serious, malicious: is-malicious'], ['serious: times > 2, malicious: times < 2'], ['never-met serious and malicious']],
  ['violations that are none', ['violation: kind'], ['violation: times'], ['not-violations times']],
  ['circumstances that are computed', ['serious: is-serious', none], ['serious: loss > proposal', ''], ['not-decided kind']],
])('found: %s', (_name, find, replace, expected) => {
  const text = find.reduce((all, one, i) => all.replace(one, replace[i] ?? ''), whole);
  const small = shopWith(text);
  const said = findingsOf(small)
    .filter(({ code }) => code.startsWith('sanctions/'))
    .map((one) => {
      const fix = one.fixes[0]?.edits[0]?.text;
      return pointOf(one, small.text).replace('sanctions/', '') + (fix === undefined ? '' : ` => ${fix}`);
    });
  expect(said).toEqual(expected);
}); // prettier-ignore

test.each([
  ['no rule for none', none, '', 'gap', ['undetermined gap t#fine']],
  ['no rule for several', several, '', 'several', ['undetermined gap t#fine']],
  [
    'a worse case that costs less',
    'serious: { fine: 500 CNY',
    'serious: { fine: 0 CNY',
    'milder',
    ['0.00 CNY [t#doubtful]'],
  ],
])('%s: the witness shows it', (_name, find, replace, code, said) => {
  const { handbook: shown } = shopWith(whole.replace(find, replace));
  const witnesses = shown.diagnostics.flatMap((one) =>
    one.code === `sanctions/${code}` && one.witness !== undefined ? [one.witness] : [],
  );
  expect(witnesses.map((witness) => ask(shown, 't.fine', { ...witness, 'is-partner': true }))).toEqual(said);
});
