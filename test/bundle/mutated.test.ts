/** A real bundle, changed at random by somebody who has no key; many more in mutated.slow.ts. */
import { expect, test } from 'vitest';
import { signBundle } from '../../engine/bundle/sign.ts';
import { publicKey } from '../../engine/bundle/signature.ts';
import { newKey } from '../../engine/host/bundle/key-file.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { askedWhenMutated } from './asked.ts';
import { built } from './support.ts';

test('a changed bundle is refused, or every question has an outcome', async () => {
  const key = await newKey();
  const bundle = await signBundle(await built(handbookOf(policyTexts)), key);
  const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };
  const { refused, taken } = await askedWhenMutated({ bundle, key: publicKey(key), facts, times: 60, seed: 1 });
  // Texts and places may be any; most else may not.
  expect(refused).toBeGreaterThan(20);
  expect(taken).toBeGreaterThan(5);
});
