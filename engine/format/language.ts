import { parseCell, parseExpression } from '../expression/parse.ts';
import type { Cell, Expr } from '../expression/ast.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { itemsOf, settle, valuesOf } from '../shape/forms.ts';
import type { Schema } from '../shape/schema.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';

/** What a scalar says in the language of conditions and formulas. */
export type Said = { readonly is: 'expression'; readonly expr: Expr } | { readonly is: 'cell'; readonly cell: Cell };

export interface Language {
  readonly said: ReadonlyMap<YamlScalar, Said>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds and reads the scalars of a file that hold an expression or a cell. */
export function readLanguage(root: YamlNode, schema: Schema): Language {
  const said = new Map<YamlScalar, Said>();
  const diagnostics: Diagnostic[] = [];
  visit(schema, root);
  return { said, diagnostics };

  function visit(asked: Schema, node: YamlNode): void {
    const meant = settle(asked, node);
    switch (meant['x-bylaw']) {
      case 'expression':
        if (node.yaml === 'scalar') readScalar(node, 'expression');
        return;
      case 'cell':
        if (node.yaml === 'scalar') readScalar(node, 'cell');
        return;
      case 'structured':
        return structured(node);
      case 'record':
        return node.yaml === 'map' ? record(meant, node) : undefined;
      case 'entries':
        if (node.yaml === 'map') for (const { value } of node.entries) visit(valuesOf(meant).value, value);
        return;
      case 'list':
        if (node.yaml === 'list') for (const item of node.items) visit(itemsOf(meant).item, item);
        return;
      default:
    }
  }

  function record({ properties, additionalProperties }: Extract<Schema, { 'x-bylaw': 'record' }>, map: YamlMap): void {
    for (const { key, value } of map.entries) {
      const known = Object.hasOwn(properties, key.text) ? properties[key.text] : undefined;
      const under = known ?? additionalProperties;
      if (under !== false) visit(under, value);
    }
  }

  function structured(node: YamlNode): void {
    if (node.yaml === 'scalar') readScalar(node, 'expression');
    else
      for (const part of node.yaml === 'list' ? node.items : node.entries.map(({ value }) => value)) structured(part);
  }

  function readScalar(node: YamlScalar, is: Said['is']): void {
    if (node.text === '') return;
    const source = { file: node.span.file, text: node.text, offsets: node.offsets };
    if (is === 'expression') {
      const { expr, diagnostics: found } = parseExpression(source);
      said.set(node, { is, expr });
      diagnostics.push(...found);
    } else {
      const { cell, diagnostics: found } = parseCell(source);
      said.set(node, { is, cell });
      diagnostics.push(...found);
    }
  }
}
