import { expect, test } from 'vitest';
import { isListFree } from '../../../engine/emit/json-rules/counts.ts';
import { loadHandbook } from '../../../engine/host/load-handbook.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { rulesEngineOf, type RulesEngine } from '../../../engine/json-rules.ts';
import { link } from '../../../engine/program/link.ts';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import { randomProgram } from '../../random/programs.ts';
import { compareRules, opened, type Agreement } from './agree.ts';

async function handbookAt(at: string): Promise<Program> {
  const loaded = await loadHandbook('policies');
  if (isUnreadable(loaded)) throw new Error(loaded.unreadable.en);
  return link(loaded.handbook, { at });
}

const told = ({ outcomes, statuses }: Agreement): string =>
  `${String(outcomes)} outcomes agree: ${[...statuses].map(([status, count]) => `${status} ${String(count)}`).join(', ')}`;

test('of the decisions without lists at least four fifths are said', async () => {
  const program = await handbookAt('2026-11-22');
  const rules = rulesEngineOf(program);
  const wanted = Object.values(program.decisions).filter((decision) => {
    const kind = program.policies[decision.policy]?.kind ?? '';
    const decides = ['controls', 'sanctions', 'table'].includes(kind) || decision.type.is === 'boolean';
    return !decision.hidden && decision.body.is === 'ir' && decides && isListFree(decision);
  });
  const said = wanted.filter(({ name }) => rules.said.includes(name));
  console.log(`${String(said.length)} of ${String(wanted.length)} are said; ${counted(rules)}`);
  expect(wanted.length).toBeGreaterThan(300);
  expect(said.length / wanted.length).toBeGreaterThanOrEqual(0.8);
});

const counted = ({ said, refused }: RulesEngine): string =>
  `of all ${String(said.length)} said, ${String(refused.size)} refused`;

test(
  '100,000 random fact sets of the handbook: json-rules-engine answers what the evaluator answers',
  { timeout: 3_600_000 },
  async () => {
    const agreement = await compareRules(rulesEngineOf, [await handbookAt('2026-11-22')], {
      factsEach: 1_000,
      outcomes: 100_000,
    });
    console.log(told(agreement));
    expect(agreement.difference).toBeUndefined();
    expect(agreement.outcomes).toBeGreaterThanOrEqual(100_000);
  },
);

test('and for many random programs', { timeout: 3_600_000 }, async () => {
  function* programs(): Iterable<Program> {
    for (let seed = 1_000; ; seed += 1) yield opened(randomProgram(seed));
  }
  const agreement = await compareRules(rulesEngineOf, programs(), { factsEach: 8, outcomes: 20_000 });
  console.log(told(agreement));
  expect(agreement.difference).toBeUndefined();
});
