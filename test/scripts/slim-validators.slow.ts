import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Validator } from '../../engine/shape/validate.ts';
import { validators } from '../../schemas/validators.js';

/** A file of the handbook for each kind, shortened so that it is quickly spoiled in every way. */
const samples = new Map<string, unknown>();
for (const path of globSync('policies/**/*.yaml').toSorted((a, b) => length(a) - length(b))) {
  const value = parse(readFileSync(path, 'utf8')) as { readonly kind?: string } | null;
  const kind = path.endsWith('.cases.yaml') ? 'cases' : path === 'policies/handbook.yaml' ? 'handbook' : value?.kind;
  if (kind !== undefined && kind in validators && !samples.has(kind)) samples.set(kind, short(value));
}

/** The first two of everything in it. */
function short(value: unknown): unknown {
  return Array.isArray(value)
    ? value.slice(0, 2).map(short)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, short(part)]))
      : value;
}

function length(path: string): number {
  return readFileSync(path).length;
}

test('every kind is among the samples', () => {
  expect(Object.keys(validators).filter((kind) => !samples.has(kind))).toEqual([]);
});

test.each([...samples])('the slim validator finds what ajv finds with the whole JSON Schema: %s', (kind, sample) => {
  const schema = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as object;
  const whole = new Ajv2020({ allErrors: true, strict: false, messages: false }).compile(schema) as Validator;
  const slim = validators[kind];
  if (slim === undefined) throw new Error(`No validator for ${kind}`);
  expect(mistakes(slim, sample)).toEqual([]);
  let wrong = 0;
  for (const spoiled of spoils(sample)) {
    const found = mistakes(slim, spoiled);
    expect(found).toEqual(mistakes(whole, spoiled));
    if (found.length > 0) wrong += 1;
  }
  expect(wrong).toBeGreaterThan(20);
});

function mistakes(validator: Validator, value: unknown): readonly string[] {
  if (validator(value)) return [];
  const found = (validator.errors ?? []).map(({ instancePath, keyword, params }) =>
    [instancePath, keyword, params.additionalProperty, params.missingProperty].join(' '),
  );
  return found.toSorted();
}

/** The value with one place of it gone, of another type, or with an unknown key; each place once. */
function* spoils(value: unknown): Generator {
  yield* [7, '', [], {}, null];
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { ...value, unheard: 1 };
  for (const [key, part] of Object.entries(value)) {
    const put = (other: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    for (const other of spoils(part)) yield put(other);
  }
}
