import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The newest answer to a question that changes. One question is under way at a time, and those that were overtaken while it
 * was are never asked, so that answers keep pace with typing.
 */
export function useAnswer<Answer>(
  question: () => Promise<Answer>,
  changes: readonly unknown[],
  failed: (error: unknown) => void,
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const state = useRef<{ busy: boolean; next: (() => Promise<Answer>) | undefined }>({ busy: false, next: undefined });
  const ask = async (): Promise<void> => {
    const { current } = state;
    if (current.busy) return;
    current.busy = true;
    try {
      while (current.next !== undefined) {
        const { next } = current;
        current.next = undefined;
        setAnswer(await next());
      }
    } catch (error) {
      failed(error);
    } finally {
      current.busy = false;
    }
  };
  useEffect(() => {
    state.current.next = question;
    void ask();
  }, changes);
  return answer;
}
