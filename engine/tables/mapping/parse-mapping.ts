import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decode } from '../../shape/decode.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { parseYaml } from '../../yaml/document.ts';
import { mappingMessages } from './messages.ts';
import { mapping, type Mapping } from './shape.ts';

export interface MappingFile {
  readonly file: SourceFile;
  /** Undefined where its structure does not fit. */
  readonly value: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a mapping's text. */
export function parseMapping(file: SourceFile): MappingFile {
  const { root, diagnostics } = parseYaml(file);
  if (root?.yaml !== 'map') {
    const none =
      diagnostics.length > 0 ? [] : [mappingMessages['no-mapping']({}, { file: file.name, start: 0, end: 0 })];
    return { file, value: undefined, diagnostics: [...diagnostics, ...none] };
  }
  const decoded = decode(mapping, root, file.text);
  const found = [...diagnostics, ...decoded.diagnostics];
  const isSound = found.every(({ severity }) => severity !== 'error');
  return { file, value: isSound ? decoded.value : undefined, diagnostics: found };
}
