import type { AllVersions, Changed } from '../../server/api.ts';

/** `away`: nobody answers. `locked`: somebody does, and does not let this page in: the server began anew with another address. */
export type Connection = 'here' | 'away' | 'locked';

type Told =
  | { readonly is: 'versions'; readonly versions: ReadonlyMap<string, string | null>; readonly isAll: boolean }
  | { readonly is: 'connection'; readonly connection: Connection };

/** A browser keeps six connections to a server, so all windows share one: the window that holds this lock has it. */
const name = 'bylaw-events';
const patience = 2_000;

/** Listens to the server through whichever window is connected to it; another takes over when that one closes. Ends when what it returns is called. */
export function listen(hear: (told: Told) => void): () => void {
  const ended = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
  const tellAll = (told: Told): void => {
    hear(told);
    channel.postMessage(told);
  };
  const lead = async (lock: Lock | null): Promise<boolean> => {
    if (lock === null) return false;
    const close = connect(tellAll);
    await new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
    close();
    return true;
  };
  void navigator.locks.request(name, { ifAvailable: true }, lead).then((hasLed) => {
    if (hasLed || ended.signal.aborted) return;
    // What changed since this page was read is asked once.
    const close = connect((told) => {
      hear(told);
      if (told.is === 'versions') close();
    });
    navigator.locks.request(name, { signal: ended.signal }, lead).catch(() => undefined);
  });
  return () => {
    ended.abort();
    channel.close();
  };
}

/** A connection that is made again when it breaks. */
function connect(tell: (told: Told) => void): () => void {
  let events: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const open = (): void => {
    if (isClosed) return;
    events = new EventSource('api/events');
    events.addEventListener('open', () => tell({ is: 'connection', connection: 'here' }));
    events.addEventListener('versions', ({ data }: MessageEvent<string>) => {
      const { versions } = JSON.parse(data) as AllVersions;
      tell({ is: 'versions', versions: new Map(Object.entries(versions)), isAll: true });
    });
    events.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { path, version } = JSON.parse(data) as Changed;
      tell({ is: 'versions', versions: new Map([[path, version]]), isAll: false });
    });
    events.addEventListener('error', () => {
      // A browser gives up where it is answered with a refusal, so it is asked anew from here.
      events?.close();
      timer = setTimeout(open, patience);
      void whyNot().then((connection) => {
        if (!isClosed && connection !== 'here') tell({ is: 'connection', connection });
      });
    });
  };
  open();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    events?.close();
  };
}

async function whyNot(): Promise<Connection> {
  try {
    const { status } = await fetch('api/drafts');
    return status === 401 ? 'locked' : 'here';
  } catch {
    return 'away';
  }
}
