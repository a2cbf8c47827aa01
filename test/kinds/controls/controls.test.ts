import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { findingsOf, pointOf, smallHandbook } from '../small-handbook.ts';

const rule = (id: string, when: string, more = ''): string =>
  `  - { id: ${id}, title: { en: R, zh: 规则 }, when: '${when}', tell: manager${more} }\n`;
const gate = (id: string, when: string): string =>
  `  - { id: ${id}, title: { en: G, zh: 关口 }, opens-when: '${when}' }\n`;

const shop = `rules:
${rule('low', 'stock < 20 cans')}${rule('late', 'due < 2026-10-01 and not urgent')}gates:
${gate('sale', 'not low and tea in {green, black}')}`;
const { handbook } = smallHandbook('controls', shop);

test.each([
  ['low', { stock: '19 cans' }, 'true'],
  ['low', { stock: '20 cans' }, 'false'],
  ['low', {}, 'undetermined missing-fact stock'],
  ['late', { due: '2026-09-30', urgent: false }, 'true'],
  ['late', { due: '2026-10-01' }, 'false'],
  ['raised', { stock: '19 cans', due: '2026-09-30', urgent: false }, '[low, late]'],
  ['raised', { stock: '20 cans', due: '2026-10-01' }, '[]'],
  ['raised', { stock: '19 cans' }, 'undetermined missing-fact due, missing-fact urgent'],
  ['sale', { stock: '20 cans', tea: 'green' }, 'true'],
  ['sale', { stock: '19 cans' }, 'false'],
  ['sale', { stock: '20 cans' }, 'undetermined missing-fact tea'],
  ['sale', { stock: '-1 can' }, 'error fact/out-of-range'],
] as const)('%s of %o is %s', (output, given, said) => {
  expect(ask(handbook, `t.${output}`, given)).toBe(said);
});

const two = (first: string, second: string, a = 'order', b = 'wait'): string =>
  `rules:\n${rule('a', first, `, action: { supplier: ${a} }`)}${rule('b', second, `, action: { supplier: ${b} }`)}`;
/** Each value is a cut of its own. */
const many = (unit: string): string => Array.from({ length: 60 }, (_, i) => `${i + 2} ${unit}`).join(', ');
const one = (when: string): string => `rules:\n${rule('a', when)}`;

test.each([
  ['nothing', shop, []],
  ['a stretch without cans', one('stock > 5 cans and stock < 6 cans'), ["never-true stock > 5 cans and stock < 6 cans"]],
  ['below its range', one('stock < 0 cans'), ['never-true stock < 0 cans']],
  ['each but one member', one('tea != green and tea != black and tea != white'), ['never-true']],
  ['all of its range', one('reached >= 0%'), ['always-true reached >= 0%']],
  ['two computed sides turned round', one('sold < bonus and bonus <= sold'), ['never-true']],
  ['either side', one('sold < bonus or bonus <= sold'), ['always-true']],
  ['a definition in between', `define: { few: stock < 20 cans }\n${one('few and stock > 20 cans')}`, ['never-true']],
  ['a rule that excludes another', `rules:\n${rule('a', 'urgent')}${rule('b', 'a and not urgent')}`, ['never-true a and not urgent']],
  ['known and unknown', one('stock is unknown and stock > 5 cans'), ['never-true']],
  ['what is required says no', `requires: [{ that: stock < 5 cans, says: { en: Few., zh: 少。 } }]\n${one('stock > 5 cans')}`, ['never-true']],
  ['what is required says yes', `requires: [{ that: stock < 5 cans, says: { en: Few., zh: 少。 } }]\n${one('stock < 6 cans')}`, ['always-true']],
  ['where it does not apply', `applies-when: urgent\n${one('not urgent')}`, ['never-true']],
  ['a gate that nothing opens', `gates:\n${gate('a', 'urgent and not urgent')}`, ['never-true urgent and not urgent']],
  ['arms of if', one('if stock < 5 cans then stock > 3 cans and stock < 4 cans else stock < 2 cans'), ['never-true']],
  ['a gap may go either way', `gaps: [{ id: open, says: { en: Open., zh: 未定。 } }]\n${one('undetermined(open)')}`, []],
  ['what is computed from nothing else that is asked', one('sold < bonus'), []],
  ['what is computed from what is asked too', one('sold < bonus and sold > 5 CNY'), ['not-decided sold < bonus']],
  ['a fact compared with what follows from it', one('sold < sold * 2'), ['not-decided sold < sold * 2']],
  ['the fact that decides stands beside what is computed', one('if urgent then true else if stock < 5 cans then false else sold < bonus'), []],
  ['more combinations than are looked at', one(`stock in {${many('cans')}} and sold in {${many('CNY')}} and bonus in {${many('CNY')}}`), ['not-decided stock in']],
  ['what contradicts itself at an end', two('stock <= 20 cans', 'stock >= 20 cans'), ['contradiction supplier']],
  ['what wants the same', two('stock <= 20 cans', 'stock >= 20 cans', 'order', 'order'), []],
  ['what excludes each other', two('stock <= 20 cans', 'stock >= 21 cans'), []],
  ['what may not be so at once', two('stock < 5 cans', 'sold < bonus'), ['not-decided a']],
  ['an open gate that is to be shut', `rules:\n${rule('a', 'urgent', ', action: { sale: shut }')}gates:\n${gate('sale', 'stock > 5 cans')}`, ['contradiction sale']],
  ['a gate that is shut then', `rules:\n${rule('a', 'urgent', ', action: { sale: shut }')}gates:\n${gate('sale', 'not urgent')}`, []],
  ['a gate that is to be closed', `rules:\n${rule('a', 'urgent', ', action: { sale: closed }')}gates:\n${gate('sale', 'not urgent')}`, ['not-of-a-gate closed']],
  ['one id twice', `rules:\n${rule('a', 'urgent')}${rule('a', 'not urgent')}`, ['duplicate a']],
  ['a rule called raised', `rules:\n${rule('raised', 'urgent')}`, ['reserved-id raised']],
  ['neither rules nor gates', '', ['empty t']],
  ['a number as a deadline', `rules:\n${rule('a', 'urgent', ', deadline: 3')}`, ['not-a-deadline 3']],
] as const)('found: %s', (_name, body, expected) => {
  const small = smallHandbook('controls', body);
  const own = findingsOf(small).filter(({ code }) => code.startsWith('controls/'));
  const said = own.map((finding) => pointOf(finding, small.text).replace('controls/', ''));
  expect(said.map((line, i) => line.slice(0, expected[i]?.length ?? line.length))).toEqual(expected);
}); // prettier-ignore

test.each([
  ['at an end', two('stock <= 20 cans', 'stock >= 20 cans')],
  ['beside what is computed', two('stock <= 20 cans or sold < bonus', 'stock >= 20 cans')],
  ['of members and days', two('tea != green and due > 2026-01-31', 'tea != black and urgent')],
  ['of a fact that is left out', two('due is unknown and urgent', 'stock > 3 cans')],
  ['of a percent', two('whole-percent > 99%', 'whole-percent < 101%')],
])('the witness of a contradiction shows it: %s', (_name, body) => {
  const { handbook: shown } = smallHandbook('controls', body);
  const witnesses = shown.diagnostics.flatMap(({ code, witness }) =>
    code === 'controls/contradiction' && witness !== undefined ? [witness] : [],
  );
  expect(witnesses).toHaveLength(1);
  for (const witness of witnesses) expect(ask(shown, 't.raised', witness)).toBe('[a, b]');
});

test('a rule that is never true is false, whatever the facts are', () => {
  const { handbook: never } = smallHandbook('controls', one('stock > 5 cans and stock < 6 cans'));
  for (let stock = 0; stock < 10; stock++) expect(ask(never, 't.a', { stock: `${stock} cans` })).toBe('false');
});

test.each([
  ['who is told', ', deadline: 2 days', ', deadline: 2 days', 'manager', '[manager, clerk]'],
  ['the deadline', ', deadline: 2 days', ', deadline: 90 days', 'manager', 'manager'],
  ['the action', ', action: { sale: shut }', ', action: { sale: open }', 'manager', 'manager'],
])('a review sees that %s was changed, and nobody can ask for it', (_, before, after, told, tells) => {
  const hiddenOf = (more: string, tell: string): unknown => {
    const text = `rules:\n${rule('low', 'stock < 20 cans', more)}`.replace('tell: manager', `tell: ${tell}`);
    const decisions = smallHandbook('controls', text).handbook.versions.get('t')?.[0]?.decisions ?? [];
    return decisions.flatMap(({ hidden, body }) => (hidden && body.is === 'ir' && body.ir.op === 'literal' ? [body.ir.value] : [])); // prettier-ignore
  };
  expect(hiddenOf(before, told)).toEqual([expect.objectContaining({ is: 'text' })]);
  expect(hiddenOf(after, tells)).not.toEqual(hiddenOf(before, told));
});

test('a definition that reads itself is told as a circle, and the proof comes to an end', () => {
  const text = `define: { short: short or urgent }\n${one('not short')}`;
  const codes = smallHandbook('controls', text).handbook.diagnostics.map(({ code }) => code);
  expect(codes).toContain('handbook/cycle');
});
