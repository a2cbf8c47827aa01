import type { Typed } from '../../../../engine/service/index.ts';
import type { Page } from '../../page.ts';

/** Shows facts in the Try panel, beside the policy's own text; the decision is chosen there. */
export function openInTry(
  { kept, setAt, go, at: today }: Page,
  file: string,
  facts: Readonly<Record<string, Typed>>,
  at: string,
  decision?: string,
): void {
  kept.set('try/facts', facts);
  if (decision !== undefined) kept.set('try/decision', decision);
  if (at !== today) setAt(at);
  go(file, 'try');
}
