/** Code that is not yet cut into lines: a group stands on one line where it fits, else each of its items on its own. */
export type Code = string | Group | Sequence;
interface Group {
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
}
type Sequence = readonly Code[];

const widest = 120;

export function call(name: string, ...items: readonly Code[]): Code {
  return { open: `${name}(`, items, close: ')' };
}

export function array(items: readonly Code[]): Code {
  return { open: '[', items, close: ']' };
}

/** `() => …`, or with parameters. */
export function thunk(body: Code, ...parameters: readonly string[]): Code {
  const named = parameters.length === 1 ? (parameters[0] ?? '') : `(${parameters.join(', ')})`;
  return [`${named} => `, body];
}

/** A text as JavaScript writes it. */
export function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1);
  if (!text.includes("'")) return `'${inside.replaceAll('\\"', '"')}'`;
  return `"${inside}"`;
}

/** Plain data; what is undefined is left out. */
export function data(value: unknown): Code {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return array(value.map(data));
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return object(entries.map(([name, part]) => [name, data(part)]));
}

export function object(entries: readonly (readonly [name: string, value: Code])[]): Code {
  const items = entries.map(([name, value]): Code => (name === value ? name : [`${key(name)}: `, value]));
  return items.length === 0 ? '{}' : { open: '{ ', items, close: ' }' };
}

/** `__proto__` as a plain key would set what an object comes from. */
function key(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quoted(name);
}

/** The code as text, its first line at the indentation. */
export function print(code: Code, indent = 0, before = 0): string {
  const onOneLine = flat(code);
  if (indent + before + onOneLine.length <= widest) return onOneLine;
  if (typeof code === 'string') return code;
  if ('open' in code) {
    const { open, items, close } = code;
    if (items.length === 0) return open + close;
    const blanks = ' '.repeat(indent + 2);
    const lines = items.map((item) => `${blanks}${print(item, indent + 2)},\n`);
    return `${open.trimEnd()}\n${lines.join('')}${' '.repeat(indent)}${close.trimStart()}`;
  }
  let text = '';
  for (const part of code) {
    const column = text.length - text.lastIndexOf('\n') - 1;
    text += print(part, indent, text.includes('\n') ? Math.max(0, column - indent) : before + text.length);
  }
  return text;
}

const flattened = new WeakMap<object, string>();

function flat(code: Code): string {
  if (typeof code === 'string') return code;
  const known = flattened.get(code);
  if (known !== undefined) return known;
  const text = 'open' in code ? `${code.open}${code.items.map(flat).join(', ')}${code.close}` : code.map(flat).join('');
  flattened.set(code, text);
  return text;
}
