import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { refusedCode } from '../../../engine/service/form/refused-code.ts';
import {
  isNoForm,
  type Converted,
  type Form,
  type FormChange,
  type FormEdit,
  type NoForm,
  type Refusal,
} from '../../../engine/service/form/form.ts';
import type { Texts } from '../../../engine/service/index.ts';
import { useAnswer } from '../answer.ts';
import { fixNow } from '../language/fix-now.ts';
import { usePage } from '../page.ts';
import { editQueue } from './edit-queue.ts';
import type { FormSide } from './form-context.ts';
import { withMistakes } from './with-mistakes.ts';
import { formWords } from './words.ts';

interface FormOf extends Omit<FormSide, 'form' | 'written' | 'isStale' | 'focused' | 'wanted' | 'arrived'> {
  /** The last form that the file had. */
  readonly form: Form | undefined;
  readonly written: Form | undefined;
  readonly unreadable: NoForm | undefined;
  readonly isThere: boolean;
  /** What became of the last edit, where that is worth a word. */
  readonly told: Told | undefined;
  /** A person has read it. */
  readonly closeTold: () => void;
}

/** What is told of a text, for as long as that stays as it is. */
interface ToldOf {
  readonly path: string;
  readonly text: string | undefined;
  readonly told: Told;
}

/** Said in the line of help after an edit. */
export type Told = Refused | Done;
interface Refused {
  readonly words: Texts;
  readonly isRefused: true;
  /** What may have been meant. */
  readonly instead: readonly FormEdit[];
}
interface Done {
  readonly words: Texts;
  readonly isRefused: false;
  /** What was written otherwise than it came. */
  readonly converted: readonly Converted[];
}

interface Looked {
  readonly path: string;
  readonly made: number;
  readonly form: Form | NoForm | undefined;
}

/** The form of a file as its text changes, and edits of it, one after the other. */
export function useFormOf(path: string): FormOf {
  const page = usePage();
  const { client, documents, failed, revision } = page;
  const [told, tell] = useState<ToldOf>();
  const newest = useRef(page);
  newest.current = page;
  const queue = useMemo(
    () =>
      editQueue({
        textOf: (file) => documents.get(file)?.text,
        workOut: (file, edit) => client.ask('form/edit', file, edit),
        apply: (change) => newest.current.apply(change),
        told: (file, edit, came) => {
          const what = toldAfter(edit, came);
          tell(what === undefined ? undefined : { path: file, text: documents.get(file)?.text, told: what });
        },
        failed,
      }),
    [client, documents, failed],
  );
  const look = async (): Promise<Looked> => {
    const made = queue.made();
    return { path, made, form: await client.ask('form/of', path) };
  };
  const now = useAnswer(look, [path, revision], failed);
  const last = useRef<Form>(undefined);
  const answer = now?.path === path ? now.form : undefined;
  if (answer !== undefined && !isNoForm(answer)) last.current = answer;
  const [trying, setTrying] = useState<FormEdit>();
  const tried = useTrial(path, trying, revision);
  const [ended, end] = useState(0);
  useEffect(() => tell(undefined), [path]);
  const isOfNow = told?.path === path && told.text === documents.get(path)?.text;
  const written = last.current?.path === path ? last.current : undefined;
  return {
    form: written === undefined || tried === undefined ? written : withMistakes(written, tried),
    written,
    unreadable: answer !== undefined && isNoForm(answer) ? answer : undefined,
    isThere: now?.path !== path || answer !== undefined,
    told: isOfNow ? told.told : undefined,
    closeTold: () => tell(undefined),
    made: now?.made ?? 0,
    edit: (edit) => queue.edit(path, edit),
    attempt: setTrying,
    ended,
    fix: (diagnostic, fix) => {
      // While somebody types, mistakes are those of the text as it would be: that is written first.
      const isRefused = diagnostic.code === refusedCode;
      const typed = tried === undefined || isRefused ? undefined : trying;
      const text = documents.get(path)?.text;
      const mend = async (): Promise<void> => {
        tell(undefined);
        if (!isRefused) await fixNow(page, diagnostic, fix);
        // What would be written instead was worked out for this text.
        else if (documents.get(path)?.text === text) page.apply(fix);
      };
      queue.then(mend, path, typed);
      setTrying(undefined);
      end((count) => count + 1);
    },
    // What was done before is taken back, also what is still on its way into the text.
    undo: () => {
      tell(undefined);
      queue.then(() => page.undo(path));
    },
    redo: () => queue.then(() => page.redo(path)),
  };
}

/** Why an edit was refused, or what it did where that is not seen. */
function toldAfter(edit: FormEdit, came: FormChange | Refusal): Told | undefined {
  if ('refused' in came) {
    const instead = (came.instead ?? []).map((text) => ({ ...edit, text }));
    return { words: came.refused, isRefused: true, instead };
  }
  const words = came.edits.length === 0 ? undefined : wordsAfter(edit);
  return words === undefined ? undefined : { words, isRefused: false, converted: came.converted ?? [] };
}

/** What is gone or new without being seen at once is said, so that it can be taken back. */
function wordsAfter({ edit }: FormEdit): Texts | undefined {
  switch (edit) {
    case 'remove-rows':
    case 'remove':
      return formWords.rowsRemoved;
    case 'split-row':
      return formWords.rowSplit;
    case 'merge-rows':
      return formWords.rowsMerged;
    case 'paste':
      return formWords.pasted;
    case 'set':
    case 'insert-row':
    case 'move-row':
    case 'stand':
      return undefined;
  }
}

const pause = 200;

/** The form as it would be after what is being typed, once there was a moment to look. */
function useTrial(path: string, edit: FormEdit | undefined, revision: number): Form | undefined {
  const { client, failed } = usePage();
  const [waited, setWaited] = useState<FormEdit>();
  const key = JSON.stringify(edit);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(edit), pause);
    return () => clearTimeout(timer);
  }, [key]);
  const found = useAnswer(
    async () => {
      const answer = waited === undefined ? undefined : await client.ask('form/attempt', path, waited);
      return { key: JSON.stringify(waited), path, revision, answer };
    },
    [path, JSON.stringify(waited), revision],
    failed,
  );
  const isOf = found !== undefined && found.key === key && found.path === path && found.revision === revision;
  return isOf && edit !== undefined ? found.answer : undefined;
}
