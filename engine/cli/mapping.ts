import { dirname, resolve } from 'node:path';
import { arrange } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { noColours, renderDiagnostic } from '../diagnostic/render.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { checkMapping, type CheckedMapping } from '../tables/mapping/check-mapping.ts';
import { joinTable, type JoinedTable } from '../tables/mapping/joined-table.ts';
import { readMapping } from '../host/mapping/read-mapping.ts';
import type { Mapping } from '../tables/mapping/shape.ts';
import { separatedBy } from '../tables/delimiter.ts';
import { openTable } from '../host/table/open-table.ts';
import type { Program } from '../ir/program.ts';
import type { SourceFile } from '../source/source-file.ts';
import { refusedText } from './question.ts';
import { remark, type Call, type Refusal } from './verb.ts';

/** A mapping file that fits the handbook. */
export interface OpenMapping {
  readonly file: SourceFile;
  readonly value: Mapping;
  readonly checked: CheckedMapping;
}

/** The mapping of `--map`; undefined when there is none. */
export async function openMapping({ io, options }: Call, program: Program): Promise<OpenMapping | Refusal | undefined> {
  if (options.map === undefined) return undefined;
  const read = await readMapping(resolve(io.cwd, options.map), options.map);
  if (isUnreadable(read)) return refusedText(read);
  const { file, value, diagnostics } = read;
  if (value === undefined) return refusedFindings(diagnostics, file);
  const checked = checkMapping(value, program);
  return checked.diagnostics.length > 0 ? refusedFindings(checked.diagnostics, file) : { file, value, checked };
}

/** The tables that the mapping names, read whole. Their paths are seen from the mapping's folder. */
export async function openJoined(
  call: Call,
  { file, checked }: OpenMapping,
  program: Program,
): Promise<readonly JoinedTable[] | Refusal> {
  const { io, options } = call;
  const folder = dirname(resolve(io.cwd, options.map ?? ''));
  const joined: JoinedTable[] = [];
  for (const one of checked.tables) {
    const { file: path, sheet, 'header-row': headerRow } = one.table;
    const from = { path: resolve(folder, path.text) };
    const table = await openTable({ name: path.text, from, sheet: sheet?.text, headerRow });
    if (isUnreadable(table)) return refusedText(table);
    const separated = separatedBy(table.name, table.manner.delimiter);
    if (separated !== undefined) remark(call, { en: `${separated.en}.`, zh: `${separated.zh}。` });
    const result = await joinTable(table, one, program);
    if (isUnreadable(result)) return refusedText(result);
    if (!('of' in result)) return refusedFindings(result, file);
    joined.push(result);
  }
  return joined;
}

/** Mistakes of a mapping, with their lines: nothing is run on a table that is half understood. */
export function refusedFindings(diagnostics: readonly Diagnostic[], file: SourceFile): Refusal {
  const said = (language: 'en' | 'zh'): string =>
    arrange(diagnostics)
      .map((one) => renderDiagnostic(one, { language, colours: noColours, fileOf: () => file }))
      .join('\n');
  return { exit: 2, says: { en: `The mapping has mistakes.\n${said('en')}`, zh: `映射文件有错误。\n${said('zh')}` } };
}
