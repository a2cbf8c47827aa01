import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FileHead, Texts } from '../../../../engine/service/index.ts';
import type { ChangedFile } from '../../git/changed-files.ts';
import { takeBackTelling } from '../../documents/take-back.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { DateField } from '../../parts/date-field.tsx';
import { wishes } from '../../proposing/use-proposal.ts';
import { today as dayOf } from '../../today.ts';
import { useView } from '../../view-choice.ts';
import { useWords } from '../../words.ts';
import { amendWords } from './words.ts';

interface NewVersionProps {
  readonly policy: string;
  /** Of the newest version. */
  readonly head: FileHead;
  readonly files: readonly ChangedFile[];
}

/** Whether the policy has a version in the making, and the fields that make one. */
export function NewVersion({ policy, head, files }: NewVersionProps): VNode {
  const page = usePage();
  const { outline } = page;
  const { say, pick } = useWords(amendWords);
  const [isMore, setMore] = useState(false);
  const today = dayOf(outline.timeZone);
  const history = new Set(outline.files.filter((file) => file.policy === policy).map(({ path }) => path));
  const moved = files.find(({ document, before }) => before === null && history.has(document.path));
  const isFuture = head.from !== undefined && head.from > today;
  const takeBack = (): void => {
    const paths = [...(moved === undefined ? [] : [moved.document.path]), head.path];
    takeBackTelling(paths, amendWords.takenBack, page, () => page.go(head.path, 'amend'));
  };
  if (!isFuture && moved === undefined) return <Wish policy={policy} head={head} files={files} today={today} />;
  return (
    <section>
      <h3>{say('newVersion')}</h3>
      <p class="made">
        <strong>
          {pick({ en: `Version ${head.version ?? ''}`, zh: `第 ${head.version ?? ''} 版` })} · {head.from ?? ''}
        </strong>{' '}
        {say(moved === undefined ? 'notYet' : 'made')}
      </p>
      <div class="acts">
        {moved !== undefined && moved.document.saved.version === null && (
          <button type="button" class="quiet" onClick={takeBack}>
            {say('takeBack')}
          </button>
        )}
        <button type="button" class="quiet" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {say('another')}
        </button>
      </div>
      {isMore && <Wish policy={policy} head={head} files={files} today={today} />}
    </section>
  );
}

function Wish({ policy, head, files, today }: NewVersionProps & { readonly today: string }): VNode {
  const page = usePage();
  const { say, pick } = useWords(amendWords);
  const [from, setFrom] = useKept(`${wishes}from ${policy}`, firstOfNextMonth(today));
  const [zh, setZh] = useKept(`${wishes}zh ${policy}`, '');
  const [en, setEn] = useKept(`${wishes}en ${policy}`, '');
  const [, setView] = useView();
  const [refused, setRefused] = useState<Texts>();
  const beside = useAsk('amending/beforeAmending', [policy, from, today]);
  const own = files.find(({ document }) => document.path === head.path);
  const make = async (): Promise<void> => {
    const because = reasonOf(zh.trim(), en.trim());
    const saved = own?.before ?? undefined;
    const wish = { policy, from, today, ...(because === undefined ? {} : { because }) };
    const made = await page.client.ask('amending/amend', saved === undefined ? wish : { ...wish, saved });
    if ('refused' in made) {
      setRefused(made.refused);
      return;
    }
    setRefused(undefined);
    setView('form');
    page.apply(made.change);
    page.go(made.path, 'amend');
  };
  return (
    <form
      class="wish"
      onSubmit={(event) => {
        event.preventDefault();
        make().catch(page.failed);
      }}
    >
      <h3>{say('newVersion')}</h3>
      <div class="labelled">
        <label for="amend-from">{say('from')}</label>
        <DateField id="amend-from" required value={from} onValue={setFrom} />
      </div>
      {beside !== 'waiting' &&
        beside.reachesBack.map((text) => (
          <p key={text.en} class="warn" role="alert">
            {pick(text)}
          </p>
        ))}
      <label class="labelled">
        <span>{say('whyZh')}</span>
        <input type="text" lang="zh-CN" value={zh} onInput={({ currentTarget }) => setZh(currentTarget.value)} />
      </label>
      <label class="labelled">
        <span>{say('whyEn')}</span>
        <input type="text" lang="en" value={en} onInput={({ currentTarget }) => setEn(currentTarget.value)} />
      </label>
      <p class="hint">{say('whyHint')}</p>
      {beside !== 'waiting' && beside.approvers.length > 0 && (
        <p>
          <span class="label">{say('owner')}</span> {beside.approvers.map(({ title }) => pick(title)).join(', ')}
        </p>
      )}
      {own !== undefined && <p class="hint">{say('moves')}</p>}
      {refused !== undefined && (
        <p class="banner" role="alert">
          {pick(refused)}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="main-action">
          {say('make')}
        </button>
      </div>
    </form>
  );
}

/** What was written once stands for both languages: a reason in one is better than none. */
function reasonOf(zh: string, en: string): Texts | undefined {
  return zh === '' && en === '' ? undefined : { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
}

function firstOfNextMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
