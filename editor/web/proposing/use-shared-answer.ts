import { useAnswer } from '../answer.ts';
import { usePage } from '../page.ts';

interface Given<Answer> {
  readonly key: string;
  readonly revision: number;
  readonly answer: Answer;
}

interface Shared<Answer> {
  /** Under way or answered. */
  asked?: { readonly key: string; readonly revision: number; readonly given: Promise<Given<Answer>> };
  newest?: Given<Answer>;
}

/**
 * The newest answer to a question that several parts of the page ask, such as a panel and a dialog above it: it is asked once for a
 * `key` and a revision of the texts, and a part that comes later begins with what is known. `name` tells the questions apart.
 */
export function useSharedAnswer<Answer>(
  name: string,
  key: string,
  revision: number,
  question: () => Promise<Answer>,
): Given<Answer> | undefined {
  const { kept, failed } = usePage();
  // Only this hook writes under the name.
  const shared = (kept.get(name) as Shared<Answer> | undefined) ?? {};
  if (!kept.has(name)) kept.set(name, shared);
  const ask = (): Promise<Given<Answer>> => {
    const { asked } = shared;
    if (asked?.key === key && asked.revision === revision) return asked.given;
    const given = question().then((answer) => (shared.newest = { key, revision, answer }));
    shared.asked = { key, revision, given };
    // What failed is asked again.
    given.catch(() => delete shared.asked);
    return given;
  };
  return useAnswer(ask, [revision, key], failed) ?? shared.newest;
}
