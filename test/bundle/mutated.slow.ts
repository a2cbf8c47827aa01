/** A thousand changes of a small handbook's bundle and fifty of the whole one's. BYLAW_SEED begins elsewhere. */
import process from 'node:process';
import { expect, test } from 'vitest';
import { signBundle } from '../../engine/bundle/sign.ts';
import { publicKey } from '../../engine/bundle/signature.ts';
import { newKey } from '../../engine/host/bundle/key-file.ts';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { askedWhenMutated } from './asked.ts';
import { built } from './support.ts';

const seed = Number(process.env['BYLAW_SEED'] ?? 1000);
const key = await newKey();
const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

test('a small handbook', async () => {
  const bundle = await signBundle(await built(handbookOf(policyTexts)), key);
  const tally = await askedWhenMutated({ bundle, key: publicKey(key), facts, times: 1000, seed });
  console.log(`small: ${JSON.stringify(tally)}`);
  expect(tally.taken).toBeGreaterThan(50);
  expect(tally.refused).toBeGreaterThan(tally.taken);
});

test('the whole handbook', async () => {
  const loaded = await loadHandbook('policies');
  if (!('handbook' in loaded)) throw new Error('the handbook is there');
  const bundle = await signBundle(await built(loaded.handbook), key);
  const tally = await askedWhenMutated({ bundle, key: publicKey(key), facts, times: 50, seed });
  console.log(`whole: ${JSON.stringify(tally)}`);
  expect(tally.taken).toBeGreaterThan(0);
  expect(tally.refused).toBeGreaterThan(tally.taken);
});
