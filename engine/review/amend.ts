import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { applyEdits } from '../source/edit.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { isDay } from '../value/calendar.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlEntry, YamlMap } from '../yaml/node.ts';
import { reviewMessages } from './messages.ts';

export interface Amendment {
  /** First day of the new version. */
  readonly from: string;
  /** The day from which it is known. */
  readonly published: string;
  readonly because?: Texts;
  /** First day of the version that is amended, where its file leaves that to its scope. */
  readonly adopted?: string;
}

/** Two files in place of one: the old version moves into `history/`, the new one stands where it stood. */
export interface Amended {
  readonly historyPath: string;
  readonly historyText: string;
  readonly newText: string;
  readonly version: number;
}

/**
 * The next version of a policy as text: number and dates are set, everything else, comments included, is left for the author
 * to change. Refused when the dates make no sense or the file is no policy.
 */
export function amend(file: SourceFile, amendment: Amendment): Amended | Diagnostic {
  const { root } = parseYaml(file);
  const start: Span = { file: file.name, start: 0, end: 0 };
  for (const day of [amendment.from, amendment.published]) {
    if (!isDay(day)) return reviewMessages['no-such-day']({ day }, start);
  }
  if (root?.yaml !== 'map') return reviewMessages['no-policy']({}, start);
  const version = entryOf(root, 'version');
  const policy = scalarText(entryOf(root, 'policy'));
  const number = Number(scalarText(version));
  if (version === undefined || policy === undefined || !Number.isSafeInteger(number))
    return reviewMessages['no-policy']({}, start);
  const effective = entryOf(root, 'effective');
  const written = effective?.value.yaml === 'map' ? scalarText(entryOf(effective.value, 'from')) : undefined;
  const current = written ?? amendment.adopted;
  if (current !== undefined && amendment.from <= current) {
    const code = amendment.from === current ? 'same-day' : 'before-newest';
    const args = { day: amendment.from, newest: current, version: String(number) };
    return reviewMessages[code](args, effective?.value.span ?? start);
  }
  const edits = [
    setScalar(version, String(number + 1)),
    ...setOrInsert(file.text, effective, version, `effective: { from: ${amendment.from} }`),
    ...setOrInsert(file.text, entryOf(root, 'published'), effective ?? version, `published: ${amendment.published}`),
    ...becauseEdit(file.text, root, amendment.because),
  ];
  const slash = file.name.lastIndexOf('/') + 1;
  const [folder, name] = [file.name.slice(0, slash), file.name.slice(slash)];
  return {
    historyPath: `${folder}history/${name.replace(/\.ya?ml$/, '')}.v${String(number)}.yaml`,
    historyText: file.text,
    newText: applyEdits(file.text, edits),
    version: number + 1,
  };
}

function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.text === key);
}

function scalarText(entry: YamlEntry | undefined): string | undefined {
  return entry?.value.yaml === 'scalar' ? entry.value.text : undefined;
}

const setScalar = ({ value }: YamlEntry, text: string): TextEdit => ({ span: value.span, text });

/** Replaces a head line, or inserts it behind another one; heads stand in block style, one key a line. */
function setOrInsert(text: string, entry: YamlEntry | undefined, behind: YamlEntry, line: string): readonly TextEdit[] {
  if (entry !== undefined) return [{ span: { ...entry.span, end: entry.value.span.end }, text: line }];
  return [insertBehind(text, behind, line)];
}

/** The reason for the amendment; the reason for the one before does not hold for this one. */
function becauseEdit(text: string, root: YamlMap, because: Texts | undefined): readonly TextEdit[] {
  const old = entryOf(root, 'because');
  const line = because === undefined ? undefined : `because: { en: ${quote(because.en)}, zh: ${quote(because.zh)} }`;
  if (old !== undefined) {
    const span = { ...old.span, end: old.value.span.end };
    return line === undefined ? [] : [{ span, text: line }];
  }
  const behind = entryOf(root, 'owner') ?? entryOf(root, 'title');
  if (line === undefined || behind === undefined) return [];
  return [insertBehind(text, behind, line)];
}

/** A line of its own behind another, whose comment stays with it. */
function insertBehind(text: string, { value: { span } }: YamlEntry, line: string): TextEdit {
  const newline = text.indexOf('\n', span.end);
  const end = newline === -1 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
  return { span: { file: span.file, start: end, end }, text: `${text.includes('\r\n') ? '\r\n' : '\n'}${line}` };
}

const quote = (text: string): string => JSON.stringify(text);
