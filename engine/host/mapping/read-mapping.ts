import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decode } from '../../shape/decode.ts';
import { sourceFile, type SourceFile } from '../../source/source-file.ts';
import { parseYaml } from '../../yaml/document.ts';
import { isUnreadable, type Unreadable } from '../host-messages.ts';
import { readText } from '../read-text.ts';
import { mappingMessages } from './messages.ts';
import { mapping, type Mapping } from './shape.ts';

interface MappingFile {
  readonly file: SourceFile;
  /** Undefined where its structure does not fit. */
  readonly value: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a mapping; `name` is what messages call it. */
export async function readMapping(path: string, name: string): Promise<MappingFile | Unreadable> {
  const text = await readText(path);
  if (isUnreadable(text)) return text;
  const file = sourceFile(name, text);
  const { root, diagnostics } = parseYaml(file);
  if (root?.yaml !== 'map') {
    const none = diagnostics.length > 0 ? [] : [mappingMessages['no-mapping']({}, { file: name, start: 0, end: 0 })];
    return { file, value: undefined, diagnostics: [...diagnostics, ...none] };
  }
  const decoded = decode(mapping, root, text);
  const found = [...diagnostics, ...decoded.diagnostics];
  const isSound = found.every(({ severity }) => severity !== 'error');
  return { file, value: isSound ? decoded.value : undefined, diagnostics: found };
}
