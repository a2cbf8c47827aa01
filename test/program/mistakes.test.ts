import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { changedTexts, handbookOf, pointedAt, policyTexts, type Replacement } from '../support/policies.ts';

interface Mistake extends Partial<Replacement> {
  readonly mistake: string;
  readonly expect: readonly string[];
}

const mistakes = parse(readFileSync(new URL('mistakes.yaml', import.meta.url), 'utf8')) as readonly Mistake[];

test.each(mistakes.map((one) => [one.mistake, one] as const))(
  '%s',
  (_name, { file, find, replace, expect: expected }) => {
    const texts = file === undefined ? policyTexts : changedTexts({ file, find: find ?? '', replace: replace ?? '' });
    const { diagnostics } = handbookOf(texts);
    const found = diagnostics.map((one) => `${one.code} at ${pointedAt(one, texts)}`);
    for (const { code, message } of diagnostics)
      if (code === 'handbook/duplicate') expect(message.zh).not.toMatch(/（[a-z]+）/);
    // `*`: what follows from the mistake elsewhere is not listed.
    if (expected.includes('*')) expect(found).toEqual(expect.arrayContaining(expected.filter((one) => one !== '*')));
    else expect(found.toSorted()).toEqual(expected.toSorted());
  },
);
