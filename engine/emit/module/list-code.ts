import type { Aggregate, Fold, Ir } from '../../ir/ir.ts';
import { quoted, thunk, type Code } from './layout.ts';
import type { Within } from './writing.ts';

/** One value out of a list's elements. */
export function aggregateCode(node: Aggregate, at: Within, code: (ir: Ir) => Code): Code {
  const { use } = at.writing;
  const element = at.locals.name(node.local, node.name);
  const part = (ir: Ir | undefined): Code => (ir === undefined ? 'undefined' : thunk(code(ir), element));
  const parts = [node.body, node.where, ...(node.operator === 'first' ? [node.by] : [])];
  while (parts.at(-1) === undefined) parts.pop();
  const items = [code(node.over), ...parts.map(part)];
  switch (node.operator) {
    case 'any':
      return use('someOf', ...items);
    case 'all':
      return use('allOf', ...items);
    case 'first':
      return use('firstOf', ...items);
    default:
      return use('collect', quoted(node.operator), ...items);
  }
}

export function foldCode(node: Fold, at: Within, code: (ir: Ir) => Code): Code {
  const [element, state] = [at.locals.name(node.local, 'element'), at.locals.name(node.state, 'state')];
  return at.writing.use('fold', code(node.over), code(node.initial), thunk(code(node.step), element, state));
}
