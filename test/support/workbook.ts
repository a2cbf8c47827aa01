import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A workbook as some program would write it, part by part, so that tests can hold what no writer of ours makes. */
export interface Parts {
  /** Name of a sheet → the XML of its rows, and what stands behind them. */
  readonly sheets: Readonly<
    Record<string, { readonly rows: string; readonly behind?: string; readonly state?: string }>
  >;
  readonly strings?: readonly string[];
  /** Number formats: style n is the nth, counted from 1; style 0 has none. A number is one that every program knows. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (rows: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([type, target], i) => `<Relationship Id="r${i}" Type="${types}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export async function workbook({ sheets, strings = [], formats = [], from1904 = false }: Parts): Promise<Buffer> {
  const names = Object.entries(sheets);
  const list = names.map(
    ([name, { state }], i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  const own = formats.flatMap((code, i) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`] : [],
  );
  const styles = formats.map((code, i) => `<xf numFmtId="${typeof code === 'string' ? 200 + i : code}"/>`);
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${types}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', '/xl/styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map(([, { rows, behind = '' }], i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
  };
  const zip = new ZipFile();
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as Readable) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A cell with an inline text. */
export const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** A number with a style. */
export const number = (stored: string, style = 0): string => `<c s="${style}"><v>${stored}</v></c>`;
export const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
