import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Texts } from '../../../../engine/service/index.ts';
import type { InboxEntry, Standing } from '../../../../engine/service/inbox/index.ts';
import { useKept, usePage } from '../../page.ts';
import { DateField } from '../../parts/date-field.tsx';
import { useWords } from '../../words.ts';
import { textsBefore, type Decided } from './decided.ts';
import { inboxWords } from './words.ts';

interface DecideFormProps {
  readonly entry: InboxEntry;
  readonly standing: Standing;
  /** Today. */
  readonly day: string;
  readonly onDecided: (decided: Decided) => void;
}

/** Who decides what, and when; what comes of it is said before it is done. */
export function DecideForm({ entry, standing, day, onDecided }: DecideFormProps): VNode {
  const { client, apply, documents, failed } = usePage();
  const { say, pick } = useWords(inboxWords);
  // Whoever decides one mostly decides the next.
  const [by, setBy] = useKept('inbox/by', '');
  const [on, setOn] = useKept('inbox/on', day);
  const [takes, setTakes] = useState(false);
  const [note, setNote] = useState('');
  const [answer, setAnswer] = useState<Texts>({ en: '', zh: '' });
  const [from, setFrom] = useState('');
  const [refused, setRefused] = useState<Texts>();
  const { posts, canSwap, holds } = standing;
  const chosen = posts.length > 0 && !posts.some(({ id }) => id === by) ? '' : by;
  const record = async (): Promise<void> => {
    const given = await client.ask('inbox/decide', {
      ...{ id: entry.id, by: chosen, on, today: day, note },
      ...(takes ? { other: { answer, ...(holds ? { from } : {}) } } : {}),
    });
    if ('refused' in given) return setRefused(given.refused);
    const before = textsBefore(given, documents);
    apply(given);
    const texts = before.map((one) => ({ ...one, after: documents.get(one.path)?.text ?? '' }));
    const post = posts.find(({ id }) => id === chosen)?.title ?? { en: chosen, zh: chosen };
    onDecided({ entry, by: post, on, takes, texts });
  };
  return (
    <form
      class="inbox-decide"
      aria-label={say('decideHere')}
      onSubmit={(event) => {
        event.preventDefault();
        void record().catch(failed);
      }}
    >
      <h3>{say('decideHere')}</h3>
      {canSwap && (
        <fieldset>
          <legend class="unseen">{say('decideHere')}</legend>
          {([false, true] as const).map((other) => (
            <label key={String(other)}>
              <input type="radio" name="reading" checked={takes === other} onChange={() => setTakes(other)} />{' '}
              {say(other ? 'take' : 'keep')}
            </label>
          ))}
        </fieldset>
      )}
      {takes && (
        <>
          {(['zh', 'en'] as const).map((language) => (
            <label key={language} class="wide">
              {say(language === 'zh' ? 'newAnswerZh' : 'newAnswerEn')}
              <textarea
                rows={2}
                required
                lang={language}
                value={answer[language]}
                onInput={({ currentTarget }) => setAnswer({ ...answer, [language]: currentTarget.value })}
              />
            </label>
          ))}
          {holds && (
            <div class="wide inbox-day">
              <label for="inbox-from">{say('from')}</label>
              <DateField id="inbox-from" required value={from} onValue={setFrom} />
            </div>
          )}
        </>
      )}
      <label>
        {say('by')}
        {posts.length === 0 ? (
          <input required value={by} onInput={({ currentTarget }) => setBy(currentTarget.value)} />
        ) : (
          <select required value={chosen} onChange={({ currentTarget }) => setBy(currentTarget.value)}>
            <option value="">{say('choosePost')}</option>
            {posts.map(({ id, title }) => (
              <option key={id} value={id}>
                {title === undefined ? id : pick(title)}
              </option>
            ))}
          </select>
        )}
      </label>
      <div class="inbox-day">
        <label for="inbox-on">{say('on')}</label>
        <DateField id="inbox-on" required max={day} value={on} onValue={setOn} />
      </div>
      <label class="wide">
        {say('note')}
        <input value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      <div class="inbox-then wide">
        <strong>{say('then')}</strong>
        <p>{takes ? say(holds ? 'takeThenNew' : 'takeThenPlace') : say('keepThen')}</p>
        <p>{say('unsavedThen')}</p>
      </div>
      {refused !== undefined && (
        <p class="inbox-refused wide" role="alert">
          {pick(refused)}
        </p>
      )}
      <button type="submit" class="main-action">
        {say('record')}
      </button>
    </form>
  );
}
