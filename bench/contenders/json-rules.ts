import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Contender } from '../contender.ts';
import type { Answer } from '../rows.ts';

/**
 * json-rules-engine as its documentation shows it: facts in, events out. It has no arithmetic, so the completion and the
 * score are computed facts and the amount is taken from the event's rate.
 */
export const jsonRules: Contender = {
  name: 'json-rules-engine',
  rows: 1_000,
  prepare(rows) {
    const engine = new Engine();
    const band = (
      fact: string,
      low: number | undefined,
      high: number | undefined,
      type: string,
      params: RuleProperties['event']['params'],
    ): void => {
      const all = [
        ...(low === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: low }]),
        ...(high === undefined ? [] : [{ fact, operator: 'lessThan', value: high }]),
      ];
      engine.addRule({ conditions: { all }, event: { type, ...(params === undefined ? {} : { params }) } });
    };
    engine.addFact(
      'completion',
      async (_params, almanac) =>
        (await almanac.factValue<number>('sales')) / (await almanac.factValue<number>('target')),
    );
    engine.addFact('score', async (_params, almanac) => {
      const [s1, s2, s3, s4] = await Promise.all(
        ['s1', 's2', 's3', 's4'].map((name) => almanac.factValue<number>(name)),
      );
      return Math.round(((s1 ?? 0) * 0.2 + (s2 ?? 0) * 0.4 + (s3 ?? 0) * 0.2 + (s4 ?? 0) * 0.2) * 100) / 100;
    });
    const edges = [undefined, 0.3, 0.5, 0.8, 1, undefined];
    [0, 0.02, 0.03, 0.04, 0.05].forEach((rate, i) => {
      band('completion', edges[i], edges[i + 1], 'rate', { rate });
    });
    const marks = [90, 80, 60, undefined];
    ['A', 'B', 'C', 'D'].forEach((grade, i) => {
      band('score', marks[i], i === 0 ? undefined : marks[i - 1], 'grade', { grade });
    });
    const read = rows.map((row) => {
      const [sales = 0, target = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = row.map((text) =>
        Number(text.replace(' CNY', '')),
      );
      return { sales, target, s1, s2, s3, s4 };
    });
    const answers: Answer[] = [];
    return {
      async run() {
        for (let i = 0; i < read.length; i += 1) {
          const facts = read[i];
          if (facts === undefined) continue;
          const { events, almanac } = await engine.run(facts);
          const rate = Number(events.find(({ type }) => type === 'rate')?.params?.['rate']);
          const grade = String(events.find(({ type }) => type === 'grade')?.params?.['grade']);
          const score = await almanac.factValue<number>('score');
          answers[i] = [Math.round(facts.sales * rate * 100), Math.round(score * 100), grade];
        }
      },
      answer: (i) => answers[i] ?? [NaN, NaN, ''],
    };
  },
};
