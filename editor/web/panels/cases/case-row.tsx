import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Language, CasesOfPolicy, Texts, TriedCase, Typed } from '../../../../engine/service/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { truthWord, valueWords } from '../../parts/value-words.ts';
import { useWords } from '../../words.ts';
import { ExplanationTree } from '../try/explanation.tsx';
import { openInTry } from './open-in-try.ts';
import { casesWords } from './words.ts';

interface CaseRowProps {
  readonly tried: TriedCase;
  /** The policy's own file. */
  readonly file: string;
  readonly facts: CasesOfPolicy['facts'];
  /** The facts that tell it from others of its table. */
  readonly own: readonly string[];
  readonly isOpen: boolean;
}

type AskedOfCase = TriedCase['asked'][number];

/** One case: what is given, what should come of it and what does. */
export function CaseRow({ tried, file, facts, own, isOpen }: CaseRowProps): VNode {
  const page = usePage();
  const { say, pick, language } = useWords(casesWords);
  const [open, setOpen] = useKept(`cases/open/${tried.span.file}/${tried.label}`, isOpen);
  const hasFailed = tried.asked.some(({ differences }) => differences.length > 0);
  const given = Object.entries(tried.given);
  return (
    <details
      class={hasFailed ? 'case bad' : 'case'}
      data-case={tried.label}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span class={hasFailed ? 'cases-bad' : 'cases-good'} role="img" aria-label={say(hasFailed ? 'fails' : 'holds')}>
          {hasFailed ? '✗' : '✓'}
        </span>
        <span class="case-label">{tried.label}</span>
        {tried.recorded && (
          <span class="tag" title={say('recordedHint')}>
            {say('recorded')}
          </span>
        )}
        <span class="case-brief">{own.map((name) => typedText(tried.given[name] ?? '', language)).join(' · ')}</span>
        <span class="case-outcome">{hasFailed ? '' : outcomesOf(tried, language, say)}</span>
      </summary>
      {open && (
        <div class="case-body">
          <p class="hint">
            {tried.at} {tried.cites.join(' ')}
          </p>
          {given.length === 0 ? (
            <p class="hint">{say('noFacts')}</p>
          ) : (
            <dl class="case-given">
              {given.map(([name, value]) => (
                <div key={name}>
                  <dt>{pick(facts[name] ?? sameText(name))}</dt>
                  <dd>{typedText(value, language)}</dd>
                </div>
              ))}
            </dl>
          )}
          {tried.asked.map((asked, index) => (
            <AskedLine key={index} tried={tried} asked={asked} index={index} />
          ))}
          <CaseActs
            tried={tried}
            onTry={() => openInTry(page, file, tried.given, tried.at, tried.asked[0]?.decision)}
          />
        </div>
      )}
    </details>
  );
}

/** What came of it, each outcome once: the same in source-only mode is not said again. */
function outcomesOf({ asked }: TriedCase, language: Language, say: (word: keyof typeof casesWords) => string): string {
  const texts = asked
    .filter(({ sourceOnly }) => !sourceOnly)
    .map(({ outcome: { status, value = '', type } }) =>
      status === 'determined' ? valueWords(value, type, language) : say(status),
    );
  return texts.slice(0, 3).join(' · ');
}

const sameText = (text: string): Texts => ({ en: text, zh: text });

/** A value on one line. */
function typedText(value: Typed, language: Language): string {
  if (typeof value === 'string') return truthWord(value, language);
  if (Array.isArray(value)) return `[${(value as readonly Typed[]).map((one) => typedText(one, language)).join('; ')}]`;
  return Object.entries(value)
    .map(([name, part]: [string, Typed]) => `${name} ${typedText(part, language)}`)
    .join(', ');
}

interface AskedLineProps {
  readonly tried: TriedCase;
  readonly asked: AskedOfCase;
  readonly index: number;
}

function AskedLine({ tried, asked, index }: AskedLineProps): VNode {
  const { say, pick, language } = useWords(casesWords);
  const [open, setOpen] = useState(false);
  const { title, outcome, differences, sourceOnly, on } = asked;
  const { status, value = '', type } = outcome;
  const got = status === 'determined' ? valueWords(value, type, language) : say(status);
  return (
    <div class={differences.length > 0 ? 'case-asked bad' : 'case-asked'}>
      <p>
        <span>
          {pick(title)}
          {on === undefined || on === '' ? '' : ` (${on})`}
          {sourceOnly && <span class="tag">{say('sourceOnly')}</span>}
        </span>
        <strong>{got}</strong>
      </p>
      {differences.map(({ what, expected, found }) => (
        <p key={what} class="case-difference">
          {say(what as keyof typeof casesWords)}: {say('expected')} <strong>{stateWord(expected)}</strong>, {say('got')}{' '}
          <strong>{stateWord(found)}</strong>
        </p>
      ))}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say('why')}</summary>
        {open && <Why tried={tried} index={index} />}
      </details>
    </div>
  );

  function stateWord(text: string): string {
    if (text === '') return say('nothing');
    return text in casesWords ? say(text as keyof typeof casesWords) : text;
  }
}

function Why({ tried, index }: { readonly tried: TriedCase; readonly index: number }): VNode | null {
  const { path, show } = usePage();
  const explanation = useAsk('cases/explain', [path, tried.span, index]);
  if (explanation === 'waiting' || explanation === undefined) return null;
  return <ExplanationTree steps={explanation.steps} onShow={show} />;
}

function CaseActs({ tried, onTry }: { readonly tried: TriedCase; readonly onTry: () => void }): VNode {
  const { client, apply, show, failed } = usePage();
  const { say, pick } = useWords(casesWords);
  const [isSure, setSure] = useState(false);
  const [refused, setRefused] = useState<Texts>();
  const remove = async (): Promise<void> => {
    const change = await client.ask('cases/remove', tried.span);
    if ('refused' in change) setRefused(change.refused);
    else apply(change);
  };
  return (
    <p class="case-acts">
      <button type="button" class="quiet" onClick={onTry}>
        {say('inTry')}
      </button>
      <button type="button" class="quiet" onClick={() => show(tried.span)}>
        {say('showInText')}
      </button>
      <button
        type="button"
        class={isSure ? 'quiet danger' : 'quiet'}
        onBlur={() => setSure(false)}
        onClick={() => (isSure ? void remove().catch(failed) : setSure(true))}
      >
        {say(isSure ? 'removeSure' : 'remove')}
      </button>
      {refused !== undefined && <span class="warn">{pick(refused)}</span>}
    </p>
  );
}
