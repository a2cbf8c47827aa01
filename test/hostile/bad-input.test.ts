import { expect, test } from 'vitest';
import { corpora } from '../../scripts/fuzz/corpus.ts';
import { checkDiagnostics } from '../../scripts/fuzz/check-diagnostics.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { handbookOf } from '../support/policies.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { within } from '../support/soon.ts';
import { badInputs } from './bad-input.ts';

const texts = corpora.find(({ name }) => name === 'fuzz')?.texts ?? {};
const second = 1_000;

test.each(Object.entries(badInputs))('%s', (_, { file, find, replace, told, andMore = false }) => {
  const before = texts[file] ?? '';
  const after = find === undefined ? replace : before.replaceAll(find, () => replace);
  expect(after).not.toBe(before);
  const changed = { ...texts, [file]: after };
  const handbook = within(second, () => handbookOf(changed));
  // Also where the text is large: what is told can be shown.
  const inFile = handbook.diagnostics.filter(({ span, severity }) => span.file === file && severity !== 'warning');
  checkDiagnostics(handbook.diagnostics, new Map(Object.entries(changed)));
  const found = inFile.map(({ code, span }) => `${code} at ${after.slice(span.start, span.end)}`);
  const expected = told.map((one) =>
    one.endsWith(' at …') ? (expect.stringContaining(one.slice(0, -1)) as string) : one,
  );
  expect(found).toEqual(andMore ? (expect.arrayContaining(expected) as string[]) : expected);
  // The rest of the handbook goes on.
  const program = link(handbook, { at: '2026-10-31' });
  const name = file === 'curve.yaml' ? 'graded.amount' : 'curve.amount';
  const outcome = within(second, () =>
    evaluate(program, name, readFacts(program, { score: '100%', 'sold.amount': '200 CNY' })),
  );
  if (file !== 'words.yaml') expect(outcome).toMatchObject({ status: 'determined' });
});
