import { bundleMessages } from './messages.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';

/** Which bundles this engine writes and reads. */
export const bundleFormat = 1;
const mostBytes = 256 * 1024 * 1024;

/** What the first line of a bundle says of the others. */
export interface Envelope {
  /** SHA-256 of all bytes behind the first line, in lower-case hexadecimal. */
  readonly sha256: string;
  /** A JWS in compact form; missing on a bundle that nobody signed. */
  readonly signature?: string;
}

/** The text of a bundle: a first line about the rest, then one section a line, all of it one JSON value. */
export async function bundleText(sections: readonly string[]): Promise<string> {
  const content = `${sections.join(',\n')}\n]}\n`;
  return firstLine({ sha256: await sha256(new TextEncoder().encode(content)) }) + content;
}

/** The same bundle under another first line. */
export function withSignature(bundle: string, envelope: Envelope): string {
  return firstLine(envelope) + contentOf(bundle);
}

/** The hash of a bundle's content. */
export function hashOf(bundle: string): Promise<string> {
  return sha256(new TextEncoder().encode(contentOf(bundle)));
}

const contentOf = (bundle: string): string => bundle.slice(bundle.indexOf('\n') + 1);

function firstLine({ sha256, signature }: Envelope): string {
  const said = { bylaw: 'bundle', format: bundleFormat, sha256, signature: signature ?? null };
  return `${JSON.stringify(said).slice(0, -1)},"content":[\n`;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Opened extends Envelope {
  /** Where each section lies in the bytes. */
  readonly sections: readonly { readonly start: number; readonly end: number }[];
}

/** The first line and the lines behind it, once their hash is what the first line says. */
export async function openEnvelope(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Opened | Diagnostic> {
  const at = (start: number, end: number): Span => ({ file: name, start, end });
  if (bytes.length > mostBytes) return bundleMessages['too-large']({ bytes: bytes.length, most: mostBytes }, at(0, 0));
  const newline = bytes.subarray(0, 20_000).indexOf(10);
  const first = at(0, Math.max(newline, 0));
  const said = envelopeOf(newline < 0 ? '' : new TextDecoder().decode(bytes.subarray(0, newline)));
  if (said === undefined) return bundleMessages['no-bundle']({}, first);
  if (said.format !== bundleFormat)
    return bundleMessages['newer-format']({ format: said.format, known: bundleFormat }, first);
  const is = await sha256(bytes.subarray(newline + 1));
  if (is !== said.sha256) return bundleMessages.altered({ said: said.sha256, is }, at(newline + 1, bytes.length));
  const sections = linesOf(bytes, newline + 1);
  if (sections === undefined)
    return bundleMessages.malformed(
      { place: 'the last line', expected: { en: 'the end of a bundle', zh: '制度包的结尾' } },
      at(bytes.length, bytes.length),
    );
  const { sha256: hash, signature } = said;
  return { sha256: hash, ...(signature === null ? {} : { signature }), sections };
}

interface Said {
  readonly format: number;
  readonly sha256: string;
  readonly signature: string | null;
}

function envelopeOf(line: string): Said | undefined {
  if (!line.endsWith('"content":[')) return undefined;
  try {
    const said: unknown = JSON.parse(`${line}]}`);
    return isSaid(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isSaid(said: unknown): said is Said {
  if (typeof said !== 'object' || said === null || Object.keys(said).join() !== 'bylaw,format,sha256,signature,content')
    return false;
  const { bylaw, format, sha256, signature } = said as Readonly<Record<string, unknown>>;
  return (
    bylaw === 'bundle' &&
    Number.isSafeInteger(format) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    (signature === null || typeof signature === 'string')
  );
}

/** The lines of the sections, without the comma between them; undefined when the last line is not the end. */
function linesOf(bytes: Uint8Array, from: number): Opened['sections'] | undefined {
  const found: { readonly start: number; readonly end: number }[] = [];
  let start = from;
  for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
    const isEnd = bytes[start] === 93 && end === bytes.length - 1;
    if (isEnd) return bytes[start + 1] === 125 && end === start + 2 ? found : undefined;
    const comma = bytes[end - 1] === 44 ? 1 : 0;
    found.push({ start, end: end - comma });
    start = end + 1;
  }
  return undefined;
}
