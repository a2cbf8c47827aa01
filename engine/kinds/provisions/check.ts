import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import type { Word } from '../../shape/schema.ts';
import type { Provision, ProvisionsPolicy } from './index.ts';
import { provisionsMessages as messages } from './messages.ts';

/** Every statement says something, every duty somebody's, and each id stands for one of them. */
export function checkProvisions({ provisions }: ProvisionsPolicy): readonly Diagnostic[] {
  return [...provisions.flatMap(checkProvision), ...twice(provisions.map(({ id }) => id))];
}

function checkProvision({ id, who, ...provision }: Provision): readonly Diagnostic[] {
  const binds = [provision.must, provision['must-not'], provision.may].some((acts) => acts !== undefined);
  if (!binds && provision['strives-for'] === undefined) return [messages.empty({ id: id.text }, id.span)];
  return binds && who === undefined ? [messages['no-bearer']({ id: id.text }, id.span)] : [];
}

function twice(ids: readonly Word[]): readonly Diagnostic[] {
  return ids.flatMap(({ text, span }, i) => {
    const first = ids.findIndex((other) => other.text === text);
    const other = ids[first];
    if (first === i || other === undefined) return [];
    return [messages.twice({ id: text }, span, { related: firstHere(other.span) })];
  });
}
