import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Interpretation } from '../../ir/program.ts';
import { interpretationsIn } from '../../ledger/interpretations.ts';
import type { Workspace } from '../workspace.ts';

/** An interpretation as a list of those that wait for a decision shows it. */
export interface InboxEntry extends Interpretation {
  /** The rule set that it belongs to; of a convention of the handbook undefined. */
  readonly scope?: string;
  readonly scopeTitle?: Texts;
  /** Of the policy; of a convention of the handbook that of the handbook. */
  readonly title?: Texts;
  /** How many decisions have a place that rests on it. */
  readonly decisions: number;
}

/** Every interpretation of the newest versions, decided ones as well, by scope and policy; conventions of the handbook first. */
export function inboxOf({ handbook }: Workspace): readonly InboxEntry[] {
  const { manifest, versions } = handbook;
  const scopes = new Map(manifest?.scopes.map(({ key, value }) => [key.text, value.title]) ?? []);
  return interpretationsIn(handbook).map(({ policy, scope, interpretation, decisions }) => {
    const title = policy === undefined ? manifest?.title : versions.get(policy)?.[0]?.head.title;
    const scopeTitle = scope === undefined ? undefined : scopes.get(scope);
    return {
      ...interpretation,
      ...(scope === undefined ? {} : { scope }),
      ...(scopeTitle === undefined ? {} : { scopeTitle }),
      ...(title === undefined ? {} : { title }),
      decisions: decisions.length,
    };
  });
}
