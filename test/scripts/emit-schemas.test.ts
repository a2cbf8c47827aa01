import { existsSync, globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { emittedFiles } from '../../scripts/emit-schemas.ts';
import { slimmed } from '../../scripts/slim-validators.ts';

const emitted = emittedFiles();

test('schemas/ is what `npm run schemas` writes', () => {
  const stale = [...emitted].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
  expect(globSync('schemas/*').filter((path) => !emitted.has(path.replaceAll('\\', '/')))).toEqual([]);
});

test('the validators make no code at run time and need no other file', () => {
  const code = emitted.get('schemas/validators.js') ?? '';
  expect(code).toContain('export const validators');
  expect(code).not.toMatch(/\brequire\(|\bimport\b|\beval\(|new Function/);
});

test('code of another form than ajv writes today is not let through', () => {
  expect(() => slimmed('const err0 = {instancePath,schemaPath:"#/type",params:{}};')).toThrow('otherwise than before');
});

test('each emitted file is JSON Schema that a strict reader accepts', () => {
  const schemas = [...emitted].filter(([path]) => path.endsWith('.json'));
  expect(schemas.length).toBeGreaterThan(0);
  for (const [path, text] of schemas) {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      keywords: ['x-bylaw', 'x-zh', 'x-pattern', 'x-names'],
    });
    expect(() => ajv.compile(JSON.parse(text) as object), path).not.toThrow();
  }
});
