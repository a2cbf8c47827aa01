import type { FileFindings } from '../../../engine/service/first-findings.ts';
import type { Diagnostic, FileText, Outline } from '../../../engine/service/index.ts';
import { connect } from './connect.ts';
import { drawn } from './drawn.ts';
import { createFindings } from './findings.ts';
import type { Answer, Args, Ask } from './protocol.ts';
import { takingTurns } from './turns.ts';

/** The engine in its worker, as promises; a bug in the worker rejects. What is urgent is asked first. */
export interface LanguageClient {
  /** Gives the worker the handbook's texts. */
  readonly open: (files: readonly FileText[]) => Promise<Outline>;
  /** Has all files read that waited; until then answers speak of policies, vocabularies and parameters alone. */
  readonly complete: () => Promise<void>;
  /** Asks about the newest texts. What does not help typing itself waits for a pause in it. */
  readonly ask: <Name extends Ask>(name: Name, ...args: Args<Name>) => Promise<Answer<Name>>;
  /** The same of what may have become useless before it is asked: undefined then. */
  readonly askWhile: <Name extends Ask>(
    isWanted: () => boolean,
    name: Name,
    ...args: Args<Name>
  ) => Promise<Answer<Name> | undefined>;
  /** Notes a new text, or that a file is gone; the next question sends the newest of each file, so that fast typing makes no queue. */
  readonly change: (path: string, text: string | undefined) => void;
  /** Has what the worker may need later fetched, so that it is there also without the server. */
  readonly fetchParts: () => Promise<void>;
  /** Somebody looks at a file: what is typed there will be read at once. */
  readonly lookAt: (path: string) => void;
  /**
   * Tells what is wrong in a text right after it has changed, before anything else is asked: first what the text says by itself,
   * with what the handbook said before; then what the handbook says now. Ends when what it returns is called.
   */
  readonly onChecked: (listener: (path: string, found: readonly Diagnostic[]) => void) => () => void;
}

// Shorter than a glance to the side, longer than the time between two keys of somebody who types.
const pause = 150;
// What takes longer than this is not done between two keys: the next one would wait for the machine.
const short = 60;

// A browser compiles what is done often: without this the first keys would wait longer than later ones.
const mostRounds = 18;
/** None, one that is none to the handbook, and one that breaks the text. */
const changes = ['', ' ', '\nx'];

/** What somebody waits for with a finger on the keys. */
const helpsTyping = (name: Ask): boolean =>
  name.startsWith('form/') || (name.startsWith('language/') && !isColour(name));
/** Stands beside the text and moves along with it until it is asked again. */
const isColour = (name: Ask): boolean => name === 'language/colours' || name === 'language/inlays';

const urgency = { open: 0, check: 0, help: 1, form: 2, rest: 3, more: 4 } as const;
const urgencyOf = (name: Ask): number =>
  name === 'form/of' ? urgency.form : helpsTyping(name) ? urgency.help : urgency.rest;

/** `readingWorker` reads texts alone, so that no question about the handbook stands before it; where nobody listens there is none. */
export function startLanguage(readingWorker?: ReturnType<typeof connect>): LanguageClient {
  const post = connect('bylaw-language');
  const inTurn = takingTurns();
  const texts = new Map<string, string>();
  const changed = new Map<string, string | undefined>();
  const findings = createFindings();
  let lastChange = -Infinity;
  const calm = async (): Promise<void> => {
    for (let left = pause; left > 0;) {
      left = lastChange + pause - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  /** The question about the newest texts. */
  const send = async (ask: Ask, args: readonly unknown[]): Promise<unknown> => {
    const gone = [...changed].flatMap(([path, text]) => (text === undefined ? [path] : []));
    const files = [...changed].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
    changed.clear();
    const upkeep = gone.map((path) => post('remove', path));
    if (files.length > 0) upkeep.push(post('update', files));
    const answers = await Promise.all([...upkeep, post(ask, ...args)]);
    return answers.at(-1);
  };
  // The worker answers what was asked: the protocol's types say what that is.
  const askFindings = async (path: string): Promise<FileFindings | undefined> =>
    inTurn(urgency.check, () =>
      findings.about(path, texts.get(path) ?? '', send('handbook/findingsIn', [path]) as Promise<FileFindings>),
    );
  let lastCheck = 0;
  const check = newestOnly(async (path) => {
    if (lastCheck > short) await calm();
    const from = performance.now();
    const found = await askFindings(path);
    lastCheck = performance.now() - from;
    if (found !== undefined) findings.found(path, texts.get(path) ?? '', found);
  });
  let isComplete = false;
  const readAlone = async (path: string): Promise<void> => {
    const text = texts.get(path);
    if (text === undefined || readingWorker === undefined) return;
    const alone = await findings.about(path, text, readingWorker('read', path, text) as Promise<FileFindings>);
    findings.foundFirst(path, alone, isComplete ? 'wait' : 'alone');
  };
  /** Until what the newest text says by itself is on the screen. */
  let reading: Promise<void> = Promise.resolve();
  // What the text says comes first and has the machine to itself until it is seen.
  const readAndCheck = newestOnly(async (path) => {
    const from = lastChange;
    const read = readAlone(path);
    reading = read.then(drawn, () => undefined);
    await read;
    // A newer text is read first, and checked then.
    void reading.then(() => from === lastChange && check(path));
  });
  const turnOf = async (name: Ask): Promise<void> => {
    // A text may be changed or shown in the same moment.
    await (helpsTyping(name) ? undefined : calm());
    await reading;
  };
  let rounds = mostRounds;
  /** Reads a text that nobody has changed yet, the first one again and again as if somebody typed in it. */
  const rehearse = async (path: string, text: string): Promise<void> => {
    const middle = text.indexOf('\n', text.length / 2);
    for (; rounds > 0 && texts.get(path) === text; rounds -= 1) {
      const typed = changes[rounds % changes.length] ?? '';
      await readingWorker?.('read', path, text.slice(0, middle) + typed + text.slice(middle));
    }
    if (texts.get(path) === text) await readingWorker?.('read', path, text);
  };
  let lookedAt: string | undefined;
  const lookAt = async (path: string): Promise<void> => {
    lookedAt = path;
    const text = texts.get(path);
    if (text === undefined) return;
    // The first reading is what later ones start from; it is worth telling, before all else, while the handbook has not been read.
    if (isComplete) void rehearse(path, text).catch(console.error);
    else await (reading = readAlone(path).then(drawn, console.error));
    const found = await askFindings(path);
    if (found !== undefined) findings.found(path, texts.get(path) ?? '', found);
  };
  return {
    open(files) {
      for (const { path, text } of files) texts.set(path, text);
      return inTurn(urgency.open, () => post('open', files)) as Promise<Outline>;
    },
    async complete() {
      do {
        await calm();
        await reading;
      } while (((await inTurn(urgency.more, () => post('more'))) as number) > 0);
      isComplete = true;
      if (lookedAt !== undefined) await lookAt(lookedAt);
    },
    ask: async <Name extends Ask>(name: Name, ...args: Args<Name>): Promise<Answer<Name>> => {
      await turnOf(name);
      return (await inTurn(urgencyOf(name), () => send(name, args))) as Answer<Name>;
    },
    askWhile: async <Name extends Ask>(
      isWanted: () => boolean,
      name: Name,
      ...args: Args<Name>
    ): Promise<Answer<Name> | undefined> => {
      await turnOf(name);
      return (await inTurn(urgencyOf(name), () => send(name, args), isWanted)) as Answer<Name> | undefined;
    },
    fetchParts: async () => void (await inTurn(urgency.more, () => post('parts'))),
    onChecked: findings.onFound,
    lookAt: (path) => void lookAt(path).catch(console.error),
    change: (path, text) => {
      changed.set(path, text);
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
      lastChange = performance.now();
      // In the background nobody listens.
      if (!findings.isHeard()) return;
      findings.changed(path, text);
      readAndCheck(path);
    },
  };
}

/** Works through what came last: one at a time, and what was overtaken meanwhile is never begun. Changes of several texts at once are one. */
function newestOnly(work: (path: string) => Promise<void>): (path: string) => void {
  let next: string | undefined;
  let isBusy = false;
  const goOn = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      while (next !== undefined) {
        const path = next;
        next = undefined;
        await work(path);
      }
    } finally {
      isBusy = false;
    }
  };
  return (path) => {
    next = path;
    // A worker that fails says so to whoever asks it next, too.
    queueMicrotask(() => void goOn().catch(console.error));
  };
}
