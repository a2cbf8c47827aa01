import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import type { CheckContext } from '../kind.ts';
import type { RisksPolicy } from './index.ts';
import { ownNames } from './lower.ts';
import { checkMatrix } from './matrix.ts';
import { risksMessages as messages } from './messages.ts';

/** Every risk has a name of its own, an owner and controls that exist, or a gap in their place; a matrix that is set is whole. */
export function checkRisks(
  { risks }: RisksPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
): readonly Diagnostic[] {
  const reserved: readonly string[] = ownNames;
  return [
    ...risks.flatMap(({ id }, place) => {
      const first = risks.slice(0, place).find((other) => other.id.text === id.text);
      if (first === undefined) return [];
      return [messages.twice({ id: id.text }, id.span, { related: firstHere(first.id.span) })];
    }),
    ...risks.flatMap(({ id, owner, controls }) => [
      ...(reserved.includes(id.text) ? [messages['reserved-name']({ id: id.text }, id.span)] : []),
      ...(owner === undefined ? [messages['no-owner']({ id: id.text }, id.span)] : []),
      ...(controls === undefined || (controls.form === 'plain' && controls.value.length === 0)
        ? [messages['no-control']({ id: id.text }, id.span)]
        : []),
      ...(controls?.form === 'plain' ? controls.value.flatMap((control) => unknownControl(control, context)) : []),
    ]),
    ...checkMatrix(lowered.get('level'), context),
  ];
}

function unknownControl(
  { text: name, span }: { readonly text: string; readonly span: Diagnostic['span'] },
  context: CheckContext,
): readonly Diagnostic[] {
  if (context.decides(name)) return [];
  const near = suggest(name, context.decisionNames());
  return [messages['unknown-control']({ name, near }, span, { fixes: writeInstead(near, span) })];
}
