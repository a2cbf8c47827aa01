import type { Diagnostic, Fix, Texts } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Span } from '../source/span.ts';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/node.ts';
import { described, expected } from './expected.ts';
import { itemsOf, keyedForms, settle } from './forms.ts';
import { shapeMessages } from './messages.ts';
import { plainScalar } from './plain.ts';
import type { Schema, TextSchema } from './schema.ts';

/** Says why a node is not what the schema asks for, apart from the keys of maps. */
export function mismatch(schema: Schema, node: YamlNode, named: Span): Diagnostic {
  if (node.yaml === 'scalar' && plainScalar(node) === null)
    return shapeMessages.empty({ expected: expected(schema) }, named);
  const settled = settle(schema, node);
  if (node.yaml === 'map') {
    if (settled['x-bylaw'] !== 'entries' && schema['x-bylaw'] === 'forms')
      return withoutForm(schema, node.entries, named);
    if (settled['x-bylaw'] === 'entries')
      return tooFew(node.entries.length, settled.minProperties ?? 0, docOf(settled), named);
  }
  if (node.yaml === 'list' && settled['x-bylaw'] === 'list')
    return tooFew(node.items.length, itemsOf(settled).atLeast, docOf(settled), named);
  return (
    (node.yaml === 'scalar' ? wrongScalar(settled, node) : undefined) ??
    shapeMessages['wrong-form'](
      { found: described(node), expected: expected(schema) },
      node.yaml === 'scalar' ? node.span : named,
    )
  );
}

/** The doc of a schema as it came from the builders. */
export function docOf(schema: Schema): Texts {
  return { en: schema.description, zh: schema['x-zh'] };
}

/** The fix that writes another text in place of what stands at the span. */
export function replacement(span: Span, text: string): Fix {
  return { title: { en: `Write "${text}"`, zh: `改为“${text}”` }, edits: [{ span, text }] };
}

function tooFew(count: number, minimum: number, doc: Texts, named: Span): Diagnostic {
  return shapeMessages['too-few']({ count, minimum, doc }, named);
}

function withoutForm(schema: Schema & { 'x-bylaw': 'forms' }, entries: readonly YamlEntry[], named: Span): Diagnostic {
  const keys = keyedForms(schema).map(([key]) => key);
  const known = new Set(keyedForms(schema).flatMap(([, form]) => keysOf(form)));
  const unknown = entries.filter(({ key }) => !known.has(key.text));
  for (const { key } of unknown) {
    const near = suggest(key.text, keys);
    if (near.length > 0)
      return shapeMessages['no-form']({ keys, expected: expected(schema), near }, key.span, {
        fixes: near.map((name) => replacement(key.span, name)),
      });
  }
  return shapeMessages['no-form']({ keys, expected: expected(schema), near: [] }, named);
}

const keysOf = (schema: Schema): readonly string[] =>
  schema['x-bylaw'] === 'record' ? Object.keys(schema.properties) : [];

function wrongScalar(schema: Schema, node: YamlScalar): Diagnostic | undefined {
  switch (schema['x-bylaw']) {
    case 'choice': {
      const near = suggest(node.text, schema.enum);
      return shapeMessages['not-one-of']({ word: node.text, words: schema.enum, near }, node.span, {
        fixes: near.map((word) => replacement(node.span, word)),
      });
    }
    case 'word':
    case 'prose':
    case 'date':
      return wrongText(schema, node);
    case 'integer':
      return typeof plainScalar(node) === 'number' && schema.minimum !== undefined
        ? shapeMessages['too-small']({ number: node.text, minimum: schema.minimum }, node.span)
        : undefined;
    case 'list':
      return shapeMessages['wrong-form']({ found: described(node), expected: expected(schema) }, node.span, {
        fixes: /[,[\]{}#:]/.test(node.text) && node.plain ? [] : [inBrackets(node.span)],
      });
    default:
      return undefined;
  }
}

function inBrackets(span: Span): Fix {
  const bracket = (offset: number, text: string) => ({ span: { ...span, start: offset, end: offset }, text });
  return {
    title: { en: 'Make it a list of one', zh: '改为单项列表' },
    edits: [bracket(span.start, '['), bracket(span.end, ']')],
  };
}

function wrongText(schema: TextSchema, node: YamlScalar): Diagnostic {
  if (typeof plainScalar(node) === 'string')
    return shapeMessages.pattern({ text: node.text, says: expected(schema) }, node.span);
  return shapeMessages['unquoted-text']({ text: node.text, expected: expected(schema) }, node.span, {
    fixes: [{ title: { en: 'Quote the text', zh: '加引号' }, edits: [{ span: node.span, text: `"${node.text}"` }] }],
  });
}
