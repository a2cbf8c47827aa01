import { expect, test } from 'vitest';
import { applyEdits } from '../../../engine/source/edit.ts';
import { ask } from '../ask.ts';
import { pointOf } from '../small-handbook.ts';
import { registerOf } from './register.ts';

const register = `level: matrix(likelihood, impact)
identification: { who: head, every: { unstated: interval }, organised-by: { unstated: nobody }, cites: [S-1] }
risks:
  - id: stock
    title: { en: Stock, zh: 库存风险 }
    owner: head
    treatment: [{ en: Look at the stock, zh: 关注库存 }]
    controls: [stock-rules.shortage, stock-rules.overstock]
    triggers: [stock-rules.shortage, returns > 10]
    cites: [S-2]
  - id: market
    title: { en: Market, zh: 市场风险 }
    owner: { unstated: nobody }
    treatment: { unstated: words }
    controls: { unstated: words }
gaps:
  - { id: interval, says: { en: No interval., zh: 未写明间隔。 } }
  - { id: nobody, says: { en: Nobody is named., zh: 未写明人员。 } }
  - { id: words, says: { en: Words only., zh: 仅有文字。 } }
`;
const matrix = '{ unlikely: { minor: low, major: medium }, likely: { minor: medium, major: high } }';

const codesOf = ({ handbook, text }: ReturnType<typeof registerOf>): readonly string[] =>
  handbook.diagnostics
    .filter(({ span, severity }) => severity === 'error' && ['t.yaml', 'parameters.yaml'].includes(span.file))
    .map((one) => (one.span.file === 't.yaml' ? pointOf(one, text) : one.code));

test('a register without mistakes has no findings, whether the matrix is set or not', () => {
  expect(codesOf(registerOf(register))).toEqual([]);
  expect(codesOf(registerOf(register, matrix))).toEqual([]);
});

test.each([
  [
    'the level by an unset matrix',
    'unset',
    't.level',
    { likelihood: 'likely', impact: 'major' },
    'undetermined unset-parameter',
  ],
  ['the level', matrix, 't.level', { likelihood: 'likely', impact: 'major' }, 'high'],
  ['another level', matrix, 't.level', { likelihood: 'unlikely', impact: 'minor' }, 'low'],
  ['a missing fact', matrix, 't.level', { likelihood: 'unlikely' }, 'undetermined missing-fact impact'],
  ['an interval that the source leaves out', matrix, 't.interval', {}, 'undetermined gap t#interval'],
  ['no trigger', matrix, 't.stock', { 'in-stock': '20', returns: '10' }, 'false'],
  ['the first trigger is enough', matrix, 't.stock', { 'in-stock': '19' }, 'true'],
  ['the second trigger is enough', matrix, 't.stock', { returns: '11' }, 'true'],
  ['one trigger that nobody knows', matrix, 't.stock', { returns: '10' }, 'undetermined missing-fact in-stock'],
  ['a risk without triggers decides nothing', matrix, 't.market', {}, 'error decision/unknown'],
])('%s', (_, value, decision, given, expected) => {
  expect(ask(registerOf(register, value).handbook, decision, given)).toBe(expected);
});

/** What is written otherwise, and what is said of it. */
const mistakes = [
  ['two risks of one id', 'id: market', 'id: stock', ['risks/twice stock']],
  ['a risk called like a decision', 'id: market', 'id: level', ['risks/reserved-name level']],
  ['no owner', '    owner: head\n', '', ['risks/no-owner stock']],
  ['no controls', '    controls: { unstated: words }\n', '', ['risks/no-control market']],
  ['an empty list of controls', 'controls: { unstated: words }', 'controls: []', ['risks/no-control market']],
  ['a slip in a control', 'rules.overstock]', 'rules.overstok]', ['risks/unknown-control stock-rules.overstok']],
  ['a control that is a fact', 'rules.overstock]', 'rules.overstock, in-stock]', ['risks/unknown-control in-stock']],
  ['a trigger that is no condition', 'returns > 10', 'returns', ['expression/wrong-type returns']],
  ['an interval that is no duration', 'every: { unstated: interval }', 'every: 3', ['expression/wrong-type 3']],
  [
    'a gap that does not exist',
    'every: { unstated: interval }',
    'every: { unstated: x }',
    ['expression/unknown-gap x'],
  ],
] as const;

test.each(mistakes)('%s', (_, find, replace, codes) => {
  expect(register.split(find).length).toBe(2);
  expect(codesOf(registerOf(register.replace(find, replace)))).toEqual(codes);
});

test('an interval that is set is told', () => {
  const { handbook } = registerOf(register.replace('every: { unstated: interval }', 'every: 3 months'));
  expect(ask(handbook, 't.interval', {})).toBe('3 months');
});

test('the mend of a slip writes the control that was meant', () => {
  const slip = registerOf(register.replace('rules.overstock]', 'rules.overstok]'));
  const [finding] = slip.handbook.diagnostics.filter(({ code }) => code === 'risks/unknown-control');
  expect(applyEdits(slip.text, finding?.fixes[0]?.edits ?? [])).toContain('stock-rules.overstock]\n    triggers');
});

test('a matrix with a hole shows which, and asked there the level is undetermined', () => {
  const holed = registerOf(register, '{ unlikely: { minor: low }, likely: { minor: medium, major: high } }');
  expect(codesOf(holed)).toEqual(['risks/matrix-incomplete']);
  const [finding] = holed.handbook.diagnostics.filter(({ code }) => code === 'risks/matrix-incomplete');
  expect(finding?.message.en).toContain('(unlikely, major)');
  expect(finding?.witness).toEqual({ likelihood: 'unlikely', impact: 'major' });
  expect(ask(holed.handbook, 't.level', finding?.witness ?? {})).toBe('undetermined missing-key');
});

test('a whole row that is missing counts as well, since the fact says what is possible', () => {
  const holed = registerOf(register, '{ likely: { minor: medium, major: high } }');
  expect(codesOf(holed)).toEqual(['risks/matrix-incomplete', 'risks/matrix-incomplete']);
});
