import { expect, test } from 'vitest';
import { choice, expression, oneOfForms, record, shared, truth, word } from '../../engine/shape/builders.ts';
import { jsonSchema } from '../../engine/shape/json-schema.ts';

const doc = { en: 'A thing.', zh: '某物。' };

test('what is shared stands once, and each place keeps its own words', () => {
  const size = shared('size', choice(doc, 'S', 'M'));
  const { schema, definitions } = jsonSchema(record(doc, { a: size, b: size }));
  const reference = { description: 'A thing.', 'x-zh': '某物。', $ref: '#/$defs/size' };
  expect(schema).toMatchObject({ required: ['a', 'b'], properties: { a: reference, b: reference } });
  expect(definitions).toEqual({ size: { 'x-bylaw': 'choice', enum: ['S', 'M'] } });
});

test('shapes that cannot be read back are refused when they are built', () => {
  const twice = record(doc, { a: shared('same', truth(doc)), b: shared('same', word(doc)) });
  expect(() => jsonSchema(twice)).toThrow('"same"');
  expect(() => record(doc, { span: word(doc) })).toThrow('"span"');
  const forms = oneOfForms(doc, { a: record(doc, { a: word(doc) }) }, expression(doc));
  expect(() => oneOfForms(doc, { b: record(doc, { b: word(doc) }) }, forms)).toThrow('nest');
});
