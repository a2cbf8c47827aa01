import { parse } from 'yaml';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { FileText } from './workspace.ts';

/**
 * What a list of the files shows before anything of them is checked: read from the first keys alone, which takes a fiftieth of
 * the time that reading the whole handbook does. Nothing is reported here; what cannot be understood is left out.
 */
export interface Outline {
  readonly title?: Texts;
  readonly timeZone?: string;
  readonly sources: readonly Named[];
  readonly scopes: readonly (Named & { readonly source?: string })[];
  /** In the order of their paths. */
  readonly files: readonly FileHead[];
}

interface Named {
  readonly id: string;
  readonly title?: Texts;
}

/** The first keys of a file, as far as it has them. */
export interface FileHead {
  readonly path: string;
  readonly title?: Texts;
  readonly kind?: string;
  readonly policy?: string;
  readonly version?: number;
  readonly from?: string;
  readonly to?: string;
  readonly scope?: string;
  readonly cites: readonly string[];
}

/** The outline of a handbook's files; whoever remembers heads gives their own way to them. */
export function outlineOf(files: readonly FileText[], headOfFile: typeof fileHead = fileHead): Outline {
  const manifest = record(headOf(files.find(({ path }) => path === 'handbook.yaml')?.text ?? '', manifestKeys));
  const title = textsOf(manifest['title']);
  const timeZone = textOf(manifest['time-zone']);
  return {
    ...(title === undefined ? {} : { title }),
    ...(timeZone === undefined ? {} : { timeZone }),
    sources: Object.entries(record(manifest['sources'])).map(named),
    scopes: Object.entries(record(manifest['scopes'])).map(([id, value]) => {
      const source = textOf(record(value)['source']);
      return { ...named([id, value]), ...(source === undefined ? {} : { source }) };
    }),
    files: files.map(({ path, text }) => headOfFile(path, text)).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const manifestKeys = /^(?:title|time-zone|sources|scopes):/;
const policyKeys = /^(?:title|kind|policy|version|effective|scope|cites):/;

/** The head of one file. */
export function fileHead(path: string, text: string): FileHead {
  const head = record(headOf(text, policyKeys));
  const effective = record(head['effective']);
  const cites: unknown = head['cites'];
  const version = textOf(head['version']);
  const known = {
    title: textsOf(head['title']),
    kind: textOf(head['kind']),
    policy: textOf(head['policy']),
    version: version !== undefined && /^\d{1,6}$/.test(version) ? Number(version) : undefined,
    from: textOf(effective['from']),
    to: textOf(effective['to']),
    scope: textOf(head['scope']),
  };
  return {
    path,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<FileHead>),
    cites: Array.isArray(cites) ? cites.flatMap((one: unknown) => textOf(one) ?? []) : [],
  };
}

/** The wanted keys at the left edge with what belongs to them; a key that is not YAML yet takes none of the others along. */
function headOf(text: string, wanted: RegExp): unknown {
  const blocks: string[] = [];
  let isWanted = false;
  for (const line of text.split(/\r?\n/)) {
    const isKey = /^[^\s#]/.test(line);
    if (isKey) isWanted = wanted.test(line);
    if (!isWanted) continue;
    if (isKey) blocks.push(line);
    else blocks.push(`${blocks.pop() ?? ''}\n${line}`);
  }
  return read(blocks.join('\n')) ?? Object.assign({}, ...blocks.map((block) => record(read(block))));
}

function read(text: string): unknown {
  try {
    return parse(text, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
  } catch {
    return undefined;
  }
}

function named([id, value]: readonly [string, unknown]): Named {
  const title = textsOf(record(value)['title']);
  return title === undefined ? { id } : { id, title };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function textsOf(value: unknown): Texts | undefined {
  const { en, zh } = record(value);
  const [first, second] = [textOf(en), textOf(zh)];
  return first === undefined || second === undefined ? undefined : { en: first, zh: second };
}
