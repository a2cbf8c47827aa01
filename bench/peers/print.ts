import { printTable } from '../growth.ts';
import { field, type Measure } from './field.ts';
import type { Line, PeersResult } from './measured.ts';

const titles: Readonly<Record<Measure, string>> = {
  one: 'One row after the other, facts as each engine wants them',
  explained: 'With what explains each answer',
  text: 'Decimal text in, decimal text or outcomes out',
  batch: 'A batch; who has no batch is asked row by row',
};

/** Whom the ratios of a table are to: whoever does the same by hand. */
export const byHand: Readonly<Record<Measure, string>> = {
  one: 'hand-written scaled integers',
  explained: 'hand-written scaled integers with a list of steps',
  text: 'hand-written scaled integers, text in and out',
  batch: 'hand-written loop over typed arrays',
};

/** Those of a measure, the fastest first. */
export const linesOf = (measure: Measure, { lines }: PeersResult): readonly Line[] =>
  lines
    .filter(({ name }) => field.find((one) => one.name === name)?.measures.includes(measure))
    .toSorted((a, b) => b.rate - a.rate);

/** Bylaw's fastest way. */
export const fastestOfBylaw = (lines: readonly Line[]): Line | undefined =>
  lines.find(({ name, rate }) => name.startsWith('Bylaw') && rate > 0);

export function printPeers(result: PeersResult): void {
  for (const measure of ['one', 'explained', 'text', 'batch'] as const) {
    const lines = linesOf(measure, result);
    const hand = lines.find(({ name }) => name === byHand[measure])?.rate ?? NaN;
    const own = fastestOfBylaw(lines)?.rate ?? NaN;
    console.log(`\n${titles[measure]}:\n`);
    printTable([
      [
        '',
        'wrong rows',
        'rows/s',
        'by hand = 1',
        'Bylaw = 1',
        'spread',
        'library ms',
        'policy ms',
        'heap MB',
        'resident MB',
      ],
      ...lines.map((line) =>
        line.missing === undefined
          ? [
              line.name,
              `${line.wrong.toLocaleString('en')} of ${line.rows.toLocaleString('en')}`,
              Math.round(line.rate).toLocaleString('en'),
              ratio(hand / line.rate),
              ratio(own / line.rate),
              `${String(Math.round(line.spread * 100))}%`,
              line.library.toFixed(1),
              line.policy.toFixed(1),
              line.heap.toFixed(1),
              line.resident.toFixed(1),
            ]
          : [line.name, `missing: ${line.missing}`, '', '', '', '', '', '', '', ''],
      ),
    ]);
  }
  console.log(
    `\n“= 1”: how many times slower. “spread”: how far the middle turn of ${String(result.rounds)} processes lay above the best. “policy”: from its text to the first decision.`,
  );
}

/** As many figures as say something. */
export const ratio = (value: number): string =>
  !Number.isFinite(value)
    ? ''
    : value < 10
      ? value.toFixed(2)
      : value < 100
        ? value.toFixed(1)
        : String(Math.round(value));
