import type { TSchema } from 'typebox';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import { documents } from '../kinds/documents/index.ts';
import type { CasesFile } from '../kinds/documents/cases.ts';
import type { Manifest } from '../kinds/documents/manifest.ts';
import type { Register } from '../kinds/documents/register.ts';
import type { Vocabulary } from '../kinds/documents/vocabulary.ts';
import type { Head } from '../kinds/head.ts';
import { kinds } from '../kinds/index.ts';
import type { Declaration, Kind } from '../kinds/kind.ts';
import { decode } from '../shape/decode.ts';
import { remembered } from '../source/remembered.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { parseYaml } from '../yaml/document.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import { handbookMessages } from './messages.ts';
import { validated } from './validated.ts';

/** A policy file that could be read. */
export interface ReadPolicy {
  readonly file: SourceFile;
  readonly kind: Kind;
  readonly policy: Head;
  readonly declaration: Declaration;
}

/** A policy file whose text or structure means nothing; what is known of it still tells readers why. */
export interface BrokenPolicy {
  readonly file: SourceFile;
  readonly name: string;
  readonly diagnostic: Diagnostic;
}

interface FileOf<T> {
  readonly file: SourceFile;
  readonly value: T;
}

/** All files of a handbook, each read by itself. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly manifest: FileOf<Manifest> | undefined;
  readonly vocabularies: readonly FileOf<Vocabulary>[];
  readonly registers: readonly FileOf<Register>[];
  readonly cases: readonly FileOf<CasesFile>[];
  readonly policies: readonly ReadPolicy[];
  readonly broken: readonly BrokenPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

type ReadFile =
  | { readonly is: 'handbook'; readonly value: Manifest }
  | { readonly is: 'vocabulary'; readonly value: Vocabulary }
  | { readonly is: 'register'; readonly value: Register }
  | { readonly is: 'cases'; readonly value: CasesFile }
  | { readonly is: 'policy'; readonly kind: Kind; readonly value: Head }
  | { readonly is: 'broken'; readonly name: string | undefined };

/** What one file says, whatever the other files say. */
export interface FileReading {
  readonly file: SourceFile;
  readonly read: ReadFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one file: YAML, structure, expressions. Pure in the file, so that a caller may keep it while the text is the same;
 * `before`, the file as it was read before a change, only saves time.
 */
export function readFile(file: SourceFile, before?: SourceFile): FileReading {
  const { root, diagnostics } = parseYaml(file, before);
  if (root?.yaml !== 'map') {
    const empty =
      root === undefined && diagnostics.length > 0 ? [] : [handbookMessages['unknown-file']({}, start(file))];
    return { file, read: { is: 'broken', name: undefined }, diagnostics: [...diagnostics, ...empty] };
  }
  const { read, found } = readMap(file, root);
  return { file, read, diagnostics: [...diagnostics, ...found] };
}

function readMap(file: SourceFile, root: YamlMap): { read: ReadFile; found: readonly Diagnostic[] } {
  const kindNode = scalarAt(root, 'kind');
  const name = scalarAt(root, 'policy')?.text;
  const document = documentOf(root, kindNode);
  if (document !== undefined) {
    const { value, diagnostics } = decodeAs(document.name, document.schema, root, file);
    const is = document.name;
    // Each document's schema is tied to its type in the list of documents.
    const read = value === undefined ? { is: 'broken' as const, name } : ({ is, value } as ReadFile);
    return { read, found: diagnostics };
  }
  if (name === undefined) {
    return { read: { is: 'broken', name }, found: [handbookMessages['unknown-file']({}, start(file))] };
  }
  const kind = kinds.find((known) => known.name === kindNode?.text);
  if (kind === undefined) {
    const written = kindNode?.text ?? '';
    const near = suggest(
      written,
      kinds.map((known) => known.name),
    );
    const diagnostic = handbookMessages['unknown-kind']({ name: written, near }, kindNode?.span ?? start(file), {
      fixes: kindNode === undefined ? [] : writeInstead(near, kindNode.span),
    });
    return { read: { is: 'broken', name }, found: [diagnostic] };
  }
  const { value, diagnostics } = decodeAs(kind.name, kind.schema, root, file);
  return { read: value === undefined ? { is: 'broken', name } : { is: 'policy', kind, value }, found: diagnostics };
}

/** As much of a file as says what it is, so that a text which is being typed can ask too. */
interface FirstKeys {
  readonly entries: readonly { readonly key: { readonly text: string }; readonly value: FirstValue | undefined }[];
}
interface FirstValue {
  readonly yaml: string;
  readonly text?: string;
}

/** What a file is to look like by its first keys; undefined when these name nothing that there is. */
export function shapeOfFile(root: FirstKeys): TSchema | undefined {
  const found = root.entries.find(({ key }) => key.text === 'kind')?.value;
  const kind = found?.yaml === 'scalar' ? { text: found.text ?? '' } : undefined;
  return documentOf(root, kind)?.schema ?? kinds.find(({ name }) => name === kind?.text)?.schema;
}

function documentOf(
  root: FirstKeys,
  kind: { readonly text: string } | undefined,
): (typeof documents)[number] | undefined {
  const first = root.entries[0]?.key.text;
  const wanted = first === 'handbook' ? 'handbook' : first === 'cases-of' ? 'cases' : kind?.text;
  return documents.find(({ name }) => name === wanted && (name !== 'cases' || first === 'cases-of'));
}

function decodeAs<S extends Parameters<typeof decode>[0]>(
  name: string,
  schema: S,
  root: YamlNode,
  file: SourceFile,
): ReturnType<typeof decode<S>> {
  const { value, diagnostics } = decode(schema, root, file.text);
  const structural = validated(name, schema, root, file.text);
  const known = new Set(diagnostics.map(identity));
  return {
    value: structural.length > 0 ? undefined : value,
    diagnostics: [...diagnostics, ...structural.filter((one) => !known.has(identity(one)))],
  };
}

const identity = ({ code, span }: Diagnostic): string => `${code} ${span.start}`;

function scalarAt(map: YamlMap, key: string): YamlScalar | undefined {
  const value = map.entries.find((entry) => entry.key.text === key)?.value;
  return value?.yaml === 'scalar' ? value : undefined;
}

export const start = (file: SourceFile): Span => ({ file: file.name, start: 0, end: 0 });

const policyOf = remembered(({ file, read }: FileReading): ReadPolicy | undefined => {
  if (read.is !== 'policy') return undefined;
  const { kind, value } = read;
  return { file, kind, policy: value, declaration: kind.declare(value) };
});

/** Sorts readings into what a handbook is made of. */
export function gather(readings: readonly FileReading[]): Sources {
  const of = <Is extends ReadFile['is']>(is: Is) =>
    readings.flatMap(({ file, read }) =>
      read.is === is ? [{ file, value: read as Extract<ReadFile, { is: Is }> }] : [],
    );
  const manifests = of('handbook').map(({ file, value }) => ({ file, value: value.value }));
  const [manifest, ...more] = manifests;
  const twice = more.map(({ file }) =>
    handbookMessages['two-manifests']({ other: manifest?.file.name ?? '' }, start(file)),
  );
  const first = readings[0]?.file;
  const none = manifest === undefined && first !== undefined ? [handbookMessages['no-manifest']({}, start(first))] : [];
  return {
    files: readings.map(({ file }) => file),
    manifest,
    vocabularies: of('vocabulary').map(({ file, value }) => ({ file, value: value.value })),
    registers: of('register').map(({ file, value }) => ({ file, value: value.value })),
    cases: of('cases').map(({ file, value }) => ({ file, value: value.value })),
    policies: readings.flatMap((reading) => policyOf(reading) ?? []),
    broken: readings.flatMap(({ file, read, diagnostics }) => {
      const diagnostic = diagnostics.find(({ blocks }) => blocks);
      return read.is === 'broken' && read.name !== undefined && diagnostic !== undefined
        ? [{ file, name: read.name, diagnostic }]
        : [];
    }),
    diagnostics: [...readings.flatMap((reading) => reading.diagnostics), ...twice, ...none],
  };
}
