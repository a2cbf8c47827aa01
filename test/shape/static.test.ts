import type { Static } from 'typebox';
import { expectTypeOf, test } from 'vitest';
import type { Texts } from '../../engine/diagnostic/diagnostic.ts';
import type { Cell, Expr } from '../../engine/expression/ast.ts';
import {
  cell,
  choice,
  entries,
  expression,
  integer,
  list,
  oneOfForms,
  openRecord,
  optional,
  record,
  texts,
  word,
} from '../../engine/shape/builders.ts';
import type { Entry, Word } from '../../engine/shape/schema.ts';
import type { Span } from '../../engine/source/span.ts';

const doc: Texts = { en: 'A thing.', zh: '某物。' };
const place = oneOfForms(
  doc,
  { value: record(doc, { value: expression(doc), 'rests-on': optional(list(doc, word(doc), { orOne: true })) }) },
  expression(doc),
);
const _tier = record(doc, { in: cell(doc), rate: place, mode: optional(choice(doc, 'slab', 'graduated')) });
const _row = openRecord(doc, { version: integer(doc) }, place);

test('a shape knows the type it is decoded to, so that a misspelt field does not compile', () => {
  type Place =
    | { readonly form: 'plain'; readonly value: Expr }
    | {
        readonly form: 'value';
        readonly value: { readonly span: Span } & { readonly value: Expr } & {
          readonly 'rests-on'?: readonly Word[];
        };
      };
  expectTypeOf<Static<typeof place>>().toEqualTypeOf<Place>();
  expectTypeOf<Static<typeof _tier>['mode']>().toEqualTypeOf<'slab' | 'graduated' | undefined>();
  expectTypeOf<Static<typeof _tier>['in']>().toEqualTypeOf<Cell>();
  expectTypeOf<Static<typeof _tier>>().not.toHaveProperty('rates');
  expectTypeOf<Static<typeof _row>['others']>().toEqualTypeOf<readonly Entry<Place>[]>();
  const _names = entries(doc, texts(doc));
  expectTypeOf<Static<typeof _names>>().toEqualTypeOf<readonly Entry<Texts>[]>();
});
