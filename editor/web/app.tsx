import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Diagnostic, FileText, Language, Span } from '../../engine/service/index.ts';
import { useAnswer } from './answer.ts';
import { rememberLanguage } from './language-choice.ts';
import type { LanguageClient } from './language/client.ts';
import { FileList } from './views/file-list.tsx';
import { Header } from './views/header.tsx';
import { Problems } from './views/problems.tsx';
import { ReadingPanel } from './views/reading.tsx';
import { Tabs } from './views/tabs.tsx';
import { TextPane } from './views/text-pane.tsx';
import { TryPanel } from './views/try.tsx';
import { LanguageContext, pageWords } from './words.ts';

interface AppProps {
  readonly files: readonly FileText[];
  /** Files of the folder that were not read. */
  readonly unread: readonly Diagnostic[];
  readonly client: LanguageClient;
  readonly firstLanguage: Language;
  /** Today where the handbook is at home. */
  readonly firstDay: string;
}

/** The whole page: the handbook's files at the left, one text in the middle, what it says and does at the right. */
export function App({ files, unread, client, firstLanguage, firstDay }: AppProps): VNode {
  const [language, setLanguage] = useState(firstLanguage);
  const [at, setAt] = useState(firstDay);
  const [chosen, setChosen] = useState<string>();
  const [changes, setChanges] = useState(0);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState<'reading' | 'trying'>('reading');
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({});
  const [sourceOnly, setSourceOnly] = useState(false);
  const [target, setTarget] = useState<Span>();
  const [isBroken, setBroken] = useState(false);
  const failed = useCallback((error: unknown) => {
    console.error(error);
    setBroken(true);
  }, []);

  const overview = useAnswer(() => client.ask('overview', at), [at, changes], failed);
  const path = chosen ?? overview?.policies[0]?.path ?? files[0]?.path;
  const asked = { path: path ?? '', at };
  const reading = useAnswer(
    async () => ({ ...asked, reading: await client.ask('reading', asked.path, at) }),
    [path, at, changes],
    failed,
  );
  const question = { ...asked, facts, sourceOnly };
  const attempt = useAnswer(
    async () => ({ ...asked, attempt: await client.ask('attempt', question) }),
    [path, at, changes, facts, sourceOnly],
    failed,
  );
  const diagnostics = useMemo(() => [...(overview?.diagnostics ?? []), ...unread], [overview, unread]);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const chooseLanguage = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  }, []);

  const originals = useMemo(() => new Map(files.map((file) => [file.path, file.text])), [files]);
  const textChanged = useCallback(
    (changedPath: string, text: string) => {
      client.change(changedPath, text);
      setChanges((count) => count + 1);
      setChanged((known) => {
        const next = new Set(known);
        if (originals.get(changedPath) === text) next.delete(changedPath);
        else next.add(changedPath);
        return next;
      });
    },
    [client, originals],
  );
  const show = useCallback((span: Span) => {
    setChosen(span.file);
    setTarget({ ...span });
  }, []);

  if (path === undefined) return <p class="alone">{pageWords.noFiles[language]}</p>;
  return (
    <LanguageContext.Provider value={language}>
      <Header title={overview?.title} at={at} onAt={setAt} language={language} onLanguage={chooseLanguage} />
      {isBroken && (
        <p class="banner" role="alert">
          {pageWords.broken[language]}
        </p>
      )}
      <main class="columns">
        <FileList overview={overview} chosen={path} changed={changed} onChoose={setChosen} />
        <section class="middle" aria-label={pageWords.editor[language]}>
          <TextPane
            path={path}
            original={originals.get(path) ?? ''}
            isChanged={changed.has(path)}
            diagnostics={diagnostics}
            target={target}
            onText={textChanged}
          />
          <Problems diagnostics={diagnostics} path={path} onShow={show} />
        </section>
        <Tabs
          tabs={[
            { id: 'reading', title: pageWords.reading[language] },
            { id: 'trying', title: pageWords.trying[language] },
          ]}
          chosen={tab}
          onChoose={setTab}
        >
          {tab === 'reading' ? (
            <ReadingPanel
              key={path}
              reading={reading?.path === path ? reading.reading : 'waiting'}
              overview={overview}
              path={path}
              onShow={show}
            />
          ) : (
            <TryPanel
              key={path}
              attempt={attempt?.path === path ? attempt.attempt : 'waiting'}
              at={at}
              facts={facts}
              sourceOnly={sourceOnly}
              onFacts={setFacts}
              onSourceOnly={setSourceOnly}
              onAt={setAt}
              onShow={show}
            />
          )}
        </Tabs>
      </main>
    </LanguageContext.Provider>
  );
}
