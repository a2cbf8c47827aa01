/** A column that a layer of the query computes, or one of the table of facts. */
export interface Column {
  readonly name: string;
  /** The layer that first has it; 0 is the table's own. */
  readonly layer: number;
}

/** A piece of SQL: a value, which is NULL where it is not known. */
export interface Term {
  readonly text: string;
  /** Needs no brackets wherever it stands. */
  readonly closed: boolean;
  readonly columns: ReadonlySet<Column>;
  /** May be NULL. */
  readonly open: boolean;
  /** What it always is; `null` for NULL. */
  readonly always?: boolean | bigint | null;
}

const none: ReadonlySet<Column> = new Set();

/** Text that reads no column. */
export function plain(text: string, open = false): Term {
  return { text, closed: true, columns: none, open };
}

export function read(column: Column, open: boolean): Term {
  return { text: column.name, closed: true, columns: new Set([column]), open };
}

export const yes: Term = { ...plain('TRUE'), always: true };
export const no: Term = { ...plain('FALSE'), always: false };
export const nothing: Term = { ...plain('NULL', true), always: null };

export function whole(count: bigint): Term {
  return { text: String(count), closed: count >= 0n, columns: none, open: false, always: count };
}

type Part = Term | string;

/** SQL with terms in it, in brackets where they need some. NULL comes of it where a term is NULL. */
export function sql(texts: TemplateStringsArray, ...parts: readonly Part[]): Term {
  return made(texts, parts, false);
}

/** The same for what needs no brackets itself, such as a call. */
export function call(texts: TemplateStringsArray, ...parts: readonly Part[]): Term {
  return made(texts, parts, true);
}

function made(texts: TemplateStringsArray, parts: readonly Part[], closed: boolean): Term {
  const terms = parts.filter((part) => typeof part !== 'string');
  const shown = parts.map((part) => (typeof part === 'string' ? part : inner(part)));
  return {
    text: texts.map((text, i) => text + (shown[i] ?? '')).join(''),
    closed,
    columns: columnsOf(terms),
    open: terms.some(({ open }) => open),
  };
}

function inner({ text, closed }: Term): string {
  return closed ? text : `(${text})`;
}

export function columnsOf(terms: readonly Term[]): ReadonlySet<Column> {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return only.columns;
  return new Set(terms.flatMap(({ columns }) => [...columns]));
}

/** Never NULL, though its parts may be. */
export function certain(term: Term): Term {
  return { ...term, open: false };
}

export function perhaps(term: Term): Term {
  return { ...term, open: true };
}

/** Several terms by a word between them. */
export function chained(word: string, terms: readonly Term[]): Term {
  return {
    text: terms.map(inner).join(` ${word} `),
    closed: terms.length === 1 && terms[0]?.closed === true,
    columns: columnsOf(terms),
    open: terms.some(({ open }) => open),
  };
}

export interface Branch {
  readonly when: Term;
  readonly then: Term;
}

/** The first branch whose condition is true; one that is NULL is passed over. What is decided beforehand, or asked before, is left out. */
export function pick(branches: readonly Branch[], otherwise: Term): Term {
  const asked = new Map<string, Branch>();
  let last = otherwise;
  for (const branch of branches) {
    const { always, text } = branch.when;
    if (always === true) {
      last = branch.then;
      break;
    }
    if (always !== false && always !== null && !asked.has(text)) asked.set(text, branch);
  }
  const live = [...asked.values()];
  for (let end = live.at(-1); end !== undefined; end = live.at(-1)) {
    if (last.always === 0n && isCountWhereNotZero(end)) last = end.then;
    if (!same(end.then, last)) return written(live, last);
    live.pop();
  }
  return last;
}

/** A count where it is not 0, else 0, is the count. */
function isCountWhereNotZero({ when, then }: Branch): boolean {
  return when.text === `${then.text} <> 0`;
}

function same(a: Term, b: Term): boolean {
  return a.text === b.text;
}

function written(branches: readonly Branch[], otherwise: Term): Term {
  const lines = branches.map(({ when, then }) => `WHEN ${when.text} THEN ${then.text}`);
  const all = otherwise.always === null ? lines : [...lines, `ELSE ${otherwise.text}`];
  const flat = `CASE ${all.join(' ')} END`;
  const terms = branches.flatMap(({ when, then }) => [when, then]);
  return {
    text: flat.length <= 100 && !flat.includes('\n') ? flat : `CASE\n${indented(all.join('\n'))}\nEND`,
    closed: true,
    columns: columnsOf([...terms, otherwise]),
    open: otherwise.open || branches.some(({ then }) => then.open),
  };
}

export function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
