import { expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { findingsOf, pointOf, smallHandbook } from './small-handbook.ts';

interface Case {
  readonly name: string;
  readonly by?: string;
  readonly base?: string;
  readonly mode?: string;
  /** Facts that lead to what is found, where the finding itself cannot name some. */
  readonly leadingThere?: Readonly<Record<string, string>>;
  /** `range: rate` */
  readonly tiers: readonly string[];
  /** Code, the text pointed at, and after `=>` what each fix makes of it. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'complete', tiers: ['[0% .. 30%]: 0%', '(30% .. 120%): 1%', '>= 120%: 2%'], found: [] },
  { name: 'a hole', tiers: ['[0% .. 100%]: 1%', '>= 120%: 2%'], found: ['tiers/gap [0% .. 100%] => [0% .. 120%), > 100%'] },
  { name: 'no end', tiers: ['[0% .. 100%]: 1%'], found: ['tiers/gap [0% .. 100%] => >= 0%'] },
  { name: 'no beginning', tiers: ['(10% .. 30%]: 1%', '> 30%: 2%'], found: ['tiers/gap (10% .. 30%] => <= 30%'] },
  { name: 'one tier cannot become everything', tiers: ['< 30%: 1%'], found: ['tiers/gap < 30%'] },
  { name: 'whole percents', by: 'whole-percent', tiers: ['[0% .. 30%]: 0%', '[31% .. 200%]: 1%'], found: [] },
  { name: 'two tiers share an end', tiers: ['[0% .. 30%]: 0%', '>= 30%: 1%'], found: ['tiers/overlap >= 30% => [0% .. 30%), > 30%'] },
  { name: 'two tiers share a stretch', tiers: ['< 50%: 0%', '[40% .. 60%]: 1%', '> 60%: 1%'], found: ['tiers/overlap [40% .. 60%] => < 40%, [50% .. 60%]'] },
  { name: 'a mend that is found in two ways is offered once', tiers: ['< 51%: 0%', '[51% .. 80%]: 1%', '[80% .. 81%]: 1%', '(80% .. 81%): 2%', '>= 81%: 3%'], found: ['tiers/overlap [80% .. 81%] => [51% .. 80%), (80% .. 81%]', 'tiers/overlap (80% .. 81%)', 'tiers/overlap >= 81% => [80% .. 81%), > 81%'] },
  { name: 'one tier inside another', tiers: ['< 50%: 0%', '[10% .. 20%]: 1%', '>= 50%: 1%'], found: ['tiers/overlap [10% .. 20%]'] },
  { name: 'the same beginning', tiers: ['[0% .. 50%]: 0%', '[0% .. 80%]: 1%', '> 80%: 1%'], found: ['tiers/overlap [0% .. 80%] => (50% .. 80%]'] },
  { name: 'a tier that swallows the others fits between them', tiers: ['[0% .. 30%]: 0%', '>= 0%: 1%', '(50% .. 100%]: 2%', '> 100%: 3%'], found: ['tiers/overlap >= 0% => (30% .. 50%]', 'tiers/overlap (50% .. 100%] => (30% .. 50%]', 'tiers/overlap > 100% => (30% .. 50%]'] },
  { name: 'unreachable', tiers: ['< 0%: 0%', '>= 0%: 1%'], found: ['tiers/unreachable < 0%'] },
  { name: 'unreachable between whole percents', by: 'whole-percent', tiers: ['[0% .. 30%]: 0%', '(30% .. 31%): 0%', '>= 31%: 1%'], found: ['tiers/unreachable (30% .. 31%)'] },
  { name: 'empty', tiers: ['< 50%: 0%', '(80% .. 60%]: 1%', '>= 50%: 1%'], found: ['tiers/empty (80% .. 60%]'] },
  { name: 'an empty tier leaves no hole', tiers: ['< 50%: 0%', '[60% .. 50%]: 1%', '> 60%: 1%'], found: ['tiers/empty [60% .. 50%] => [50% .. 60%]'] },
  { name: 'a tier that cannot be read leaves no hole', tiers: ['< 50%: 0%', '[50% ..: 1%', '> 60%: 1%'], found: ['expression/unclosed-bracket [ => ]'] },
  { name: 'an empty cell is told once', tiers: ['< 50%: 0%', ': 1%', '> 60%: 1%'], found: ['expression/empty '] },
  { name: 'a dash is no interval', tiers: ['< 50%: 0%', '50% - 60%: 1%', '> 60%: 1%'], found: ['tiers/not-an-interval 50% - 60% => [50% .. 60%]'] },
  { name: 'a rate of another type is no cliff', tiers: ['< 50%: 0%', '[50% .. 60%]: 4', '(60% .. 70%]: 2%', '> 70%: 3%'], found: ['expression/wrong-type 4 => 4%, 400%'] },
  { name: 'order', tiers: ['>= 50%: 1%', '< 50%: 0%'], found: ['tiers/order < 50%'] },
  { name: 'a cliff', tiers: ['< 10%: 0%', '[10% .. 20%): 2%', '[20% .. 30%): 1%', '>= 30%: 3%'], found: ['tiers/cliff 1%'] },
  { name: 'values that fall on purpose', tiers: ['< 10%: 3%', '[10% .. 20%): 2%', '[20% .. 30%): 2%', '>= 30%: 1%'], found: [] },
  { name: 'as many falls as rises say nothing', tiers: ['< 10%: 3%', '[10% .. 20%): 2%', '>= 20%: 3%'], found: [] },
  { name: 'parts that touch do not overlap', by: 'sold', mode: 'graduated', tiers: ['[0 CNY .. 10 CNY]: 1%', '>= 10 CNY: 2%'], found: [] },
  { name: 'parts that share a stretch do', by: 'sold', mode: 'graduated', tiers: ['[0 CNY .. 20 CNY]: 1%', '>= 10 CNY: 2%'], found: ['tiers/counted-twice >= 10 CNY => [0 CNY .. 10 CNY), > 20 CNY'] },
  { name: 'a hole between parts', by: 'sold', mode: 'graduated', tiers: ['[0 CNY .. 10.5 CNY]: 1%', '> 20 CNY: 2%'], found: ['tiers/gap [0 CNY .. 10.5 CNY] => [0 CNY .. 20 CNY], > 10.5 CNY'] },
  { name: 'whole pieces are paid by the part, so that tiers must meet', by: 'stock', base: 'stock', mode: 'graduated', tiers: ['[0 cans .. 30 cans]: 1%', '[31 cans .. 40 cans]: 2%', '> 40 cans: 3%'], found: ['tiers/counted-nowhere [0 cans .. 30 cans] => [0 cans .. 31 cans), (30 cans .. 40 cans]'] },
  { name: 'between whole pieces a part is counted', by: 'stock', base: 'stock', mode: 'graduated', tiers: ['[0 cans .. 30 cans]: 1%', '(30 cans .. 31 cans): 1%', '>= 31 cans: 2%'], found: [] },
  { name: 'a computed scale has no fact to give', by: 'sold / 100 CNY', leadingThere: { sold: '100 CNY' }, tiers: ['< 100%: 1%', '> 100%: 2%'], found: ['tiers/gap < 100% => <= 100%, >= 100%'] },
  { name: 'a computed end', by: 'sold', tiers: ['< reached * 100 CNY: 1%', '>= 50 CNY: 2%'], found: ['tiers/not-decided reached * 100 CNY'] },
  { name: 'a broken scale is told once', by: 'sould', tiers: ['< 100%: 1%', '> 120%: 2%'], found: ['expression/unknown-name sould => sold'] },
]; // prettier-ignore

const bodyOf = ({ by = 'reached', base = 'sold', mode = 'slab', tiers }: Case): string => `by: ${by}
base: ${base}
mode: ${mode}
tiers:
${tiers.map((tier) => `  - { in: "${tier.split(': ')[0]}", rate: ${tier.split(': ')[1]} }`).join('\n')}
`;

test.each(cases)('$name', (each) => {
  const small = smallHandbook('tiers', bodyOf(each));
  const say = (finding: Diagnostic): string => {
    const made = finding.fixes.map(({ edits }) => edits[0]!.text).join(', ');
    return pointOf(finding, small.text) + (made === '' ? '' : ` => ${made}`);
  };
  expect(findingsOf(small).map(say)).toEqual(each.found);
});

test.each(cases.filter(({ found }) => found.some((line) => line.includes('=>') && line.startsWith('tiers'))))(
  'each mend of "$name" mends it and breaks nothing',
  (each) => {
    const small = smallHandbook('tiers', bodyOf(each));
    const before = findingsOf(small);
    for (const { fixes } of before) {
      for (const { edits } of fixes) {
        const head = small.text.indexOf('by: ');
        const mended = applyEdits(small.text, edits).slice(head);
        expect(findingsOf(smallHandbook('tiers', mended)).length).toBeLessThan(before.length);
      }
    }
  },
);

const replayed = /^tiers\/(gap|counted-nowhere|overlap) /;

test.each(cases.filter(({ found }) => found.some((line) => replayed.test(line))))(
  'the evaluator says of "$name" what the finding says',
  (each) => {
    const { handbook } = smallHandbook('tiers', bodyOf(each));
    const program = link(handbook, { at: '2026-01-01' });
    const output = each.mode === 'graduated' ? 't.amount' : 't.rate';
    const told = handbook.diagnostics.filter(({ code }) => replayed.test(`${code} `));
    expect(told.length).toBe(each.found.filter((line) => replayed.test(line)).length);
    for (const { witness, message, code } of told) {
      // Only a scale that is a fact has facts to give; the case says which lead to the place on a computed one.
      expect(witness === undefined).toBe(each.by?.includes(' ') === true);
      const facts = readFacts(program, witness ?? each.leadingThere!);
      expect(facts.unknown).toEqual([]);
      const outcome = evaluate(program, output, facts, {});
      if (code === 'tiers/overlap') {
        expect(outcome).toMatchObject({ status: 'error', error: { code } });
        continue;
      }
      expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ code: 'gap' }] });
      const hole = outcome.reasons[0]!.gap!.replace(/^\S+ /, '');
      // The finding names the scale by its title, with the name behind it.
      const named = message.en.replace(/“[^”]*” \(([^)]+)\)/u, '$1');
      // Of a single value the evaluator's interval is that value, and the finding has no other example.
      const [, only] = /^\[(.*) \.\. \1\]$/u.exec(hole) ?? [];
      const place = only === undefined ? `${/^[[(]/.test(hole) ? 'in ' : ''}${hole}, ` : `= ${only}`;
      expect(named).toContain(`${each.by ?? 'reached'} ${place}`);
    }
  },
);
