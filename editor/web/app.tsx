import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Diagnostic, Language, Outline } from '../../engine/service/index.ts';
import { useAnswer } from './answer.ts';
import { applyInTexts } from './documents/apply-in-texts.ts';
import type { ConnectionState } from './documents/connection.ts';
import type { Drafts } from './documents/drafts.ts';
import type { EarlyUndo } from './documents/early-undo.ts';
import type { Documents } from './documents/store.ts';
import { fetchWhenIdle } from './fetch-when-idle.ts';
import { useStanding } from './git/standing.ts';
import { useKeptFocus } from './keyboard/keep-focus.ts';
import { goToArea, useShortcuts } from './keyboard/use-shortcuts.ts';
import { rememberLanguage } from './language-choice.ts';
import type { LanguageClient } from './language/client.ts';
import { isMissingPart, type Later } from './later.ts';
import { ConnectionNote } from './layout/connection-note.tsx';
import { DraftsBack } from './layout/drafts-back.tsx';
import { DraftsOffer } from './layout/drafts-offer.tsx';
import { Header } from './layout/header.tsx';
import { Help } from './layout/help.tsx';
import { Middle } from './layout/middle.tsx';
import { Notice } from './layout/notice.tsx';
import { Right } from './layout/right.tsx';
import { Tree } from './layout/tree.tsx';
import { useLocation } from './location.ts';
import type { Notices } from './notices.ts';
import { PageContext, type Page, type Target } from './page.ts';
import { panels } from './panels/index.ts';
import type { Proved } from './panels/problems/told.ts';
import { MissingPart } from './parts/missing-part.tsx';
import { ProposeDialog } from './proposing/propose-dialog.tsx';
import { useOpened } from './parts/use-opened.ts';
import type { TextSide } from './text-side.ts';
import { useLater } from './use-later.ts';
import { LanguageContext, pageWords } from './words.ts';
import './layout/columns.css';

interface AppProps {
  readonly documents: Documents;
  readonly drafts: Drafts;
  readonly connection: ConnectionState;
  readonly notices: Notices;
  readonly client: LanguageClient;
  readonly background: Page['background'];
  readonly firstOutline: Outline;
  /** Files of the folder that were not read. */
  readonly unread: readonly Diagnostic[];
  readonly textSide: Later<TextSide>;
  /** Undo until then. */
  readonly earlyUndo: EarlyUndo;
  readonly firstLanguage: Language;
  /** Today where the handbook is at home. */
  readonly firstDay: string;
}

/** The whole page: the handbook's files at the left, one of them in the middle, what it says and does at the right. */
export function App({
  documents,
  drafts,
  connection,
  notices,
  client,
  background,
  firstOutline,
  unread,
  textSide,
  earlyUndo,
  firstLanguage,
  firstDay,
}: AppProps): VNode {
  const [language, setLanguage] = useState(firstLanguage);
  const [at, setAt] = useState(firstDay);
  const [location, setLocation] = useLocation();
  const [panel, openPanel] = useState('reading');
  const [target, setTarget] = useState<Target>();
  const help = useOpened();
  const proposing = useOpened();
  const [isBroken, setBroken] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [proved, setProved] = useState<Proved>();
  const kept = useRef(new Map<string, unknown>()).current;
  const [revision, countUp] = useRevision(documents, client);
  const { askAgain: askStanding, ...standing } = useStanding(documents);
  const failed = useCallback((error: unknown) => {
    console.error(error);
    if (isMissingPart(error)) setMissing(true);
    else setBroken(true);
  }, []);
  const text = useLater(textSide, failed);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const overview = useAnswer(() => client.ask('handbook/overview', at), [at, revision], failed);
  // Asked behind the overview, since titles may have changed; before anything has changed the first one is right.
  const outline =
    useAnswer(async () => (revision === 0 ? firstOutline : client.ask('handbook/outline')), [revision], failed) ??
    firstOutline;
  const path = documents.get(location) === undefined ? (firstPolicy(outline) ?? '') : location;
  // What is wrong in a text that has changed comes first and by itself; the rest of the handbook follows.
  const [own, setOwn] = useState<{ readonly path: string; readonly found: readonly Diagnostic[] }>();
  useEffect(() => client.onChecked((changed, found) => setOwn({ path: changed, found })), [client]);
  useEffect(() => client.lookAt(path), [client, path]);
  useEffect(() => {
    const completed = (): void => {
      countUp();
      fetchWhenIdle([...panels.map(({ view }) => view), textSide, { get: client.fetchParts }]);
    };
    void client.complete().then(completed, failed);
  }, [client]);
  const diagnostics = useMemo(() => {
    const all = overview?.diagnostics ?? [];
    const known = own === undefined ? all : [...own.found, ...all.filter(({ span }) => span.file !== own.path)];
    return [...known, ...unread];
  }, [overview, own, unread]);
  const page: Page = {
    ...{
      language,
      at,
      path,
      documents,
      client,
      background,
      outline,
      overview,
      diagnostics,
      proved,
      setProved,
      revision,
      kept,
      setAt,
      openPanel,
      failed,
      standing,
      askStanding,
      text,
    },
    show: (span, where) => {
      setLocation(span.file);
      setTarget({ span, isInText: where === 'text' });
    },
    go: (next, beside) => {
      setLocation(next);
      if (beside !== undefined) openPanel(beside);
    },
    tell: notices.tell,
    propose: proposing.open,
    apply: (change) => {
      const side = textSide.now();
      if (side !== undefined) side.apply(change);
      else applyInTexts(change, documents, notices.tell);
    },
    undo: (file) => (textSide.now() ?? earlyUndo).undo(file),
    redo: (file) => (textSide.now() ?? earlyUndo).redo(file),
  };
  useKeptFocus();
  useShortcuts({
    save: () => void documents.saveAll(),
    nextArea: () => goToArea(1),
    lastArea: () => goToArea(-1),
    search: () => document.querySelector<HTMLElement>('#tree input')?.focus(),
    help: help.open,
  });
  return (
    <LanguageContext.Provider value={language}>
      <PageContext.Provider value={page}>
        <Header
          onLanguage={(next) => {
            rememberLanguage(next);
            setLanguage(next);
          }}
          onHelp={help.open}
        />
        {proposing.time > 0 && <ProposeDialog key={proposing.time} onClose={proposing.close} />}
        {help.time > 0 && <Help key={`help ${help.time}`} onClose={help.close} />}
        {isBroken && (
          <p class="banner" role="alert">
            {pageWords.broken[language]}
          </p>
        )}
        {isMissing && (
          <MissingPart
            onAgain={() => {
              setMissing(false);
              // Asks everything again.
              countUp();
            }}
          />
        )}
        <ConnectionNote connection={connection} />
        <Notice notices={notices} />
        <DraftsBack drafts={drafts} />
        <DraftsOffer drafts={drafts} />
        {path === '' ? (
          <p class="alone">{pageWords.noFiles[language]}</p>
        ) : (
          <main class="columns">
            <Tree />
            <Middle target={target} />
            <Right chosen={panel} />
          </main>
        )}
      </PageContext.Provider>
    </LanguageContext.Provider>
  );
}

/** Counts changes of texts, and tells the worker of them. */
function useRevision(documents: Documents, client: LanguageClient): readonly [number, () => void] {
  const [revision, setRevision] = useState(0);
  const countUp = useCallback(() => setRevision((count) => count + 1), []);
  useEffect(
    () =>
      documents.onChange((path, now, before) => {
        if (now?.text === before?.text) return;
        client.change(path, now?.text);
        countUp();
      }),
    [documents, client],
  );
  return [revision, countUp];
}

/** The first policy of the first rule set, as the list has them. */
function firstPolicy({ files, scopes }: Outline): string | undefined {
  const policies = files.filter(
    ({ policy, kind }) => policy !== undefined && kind !== 'cases' && kind !== 'organization',
  );
  return (policies.find(({ scope }) => scope === scopes[0]?.id) ?? policies[0] ?? files[0])?.path;
}
