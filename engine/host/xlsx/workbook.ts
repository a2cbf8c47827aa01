import type { Package } from './package.ts';
import { readXml, unescaped } from './xml.ts';

/** What a workbook says of itself beside its sheets. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
  /** Texts that cells refer to by number. */
  readonly strings: readonly string[];
  /** The number format of each style that cells refer to by number. */
  readonly formats: readonly Format[];
}

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** A number format as written, or the number of one that every program knows. */
export interface Format {
  readonly id: number;
  readonly code?: string;
}

export async function readWorkbook(parts: Package): Promise<Workbook> {
  const root = await relationsOf(parts, '_rels/.rels', '');
  const path = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, relationsPath(path), path.slice(0, path.lastIndexOf('/') + 1));
  const { found, from1904 } = await sheetsOf(parts, path);
  const sheets = found.flatMap(({ name, id, isHidden }) => {
    const part = relations.get(id);
    return part?.type.endsWith('/worksheet') === true ? [{ name, path: part.path, isHidden }] : [];
  });
  const part = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type.endsWith(type))?.path;
  const [strings, styles] = [part('/sharedStrings'), part('/styles')];
  return {
    sheets,
    from1904,
    strings: strings === undefined ? [] : await stringsOf(parts, strings),
    formats: styles === undefined ? [] : await formatsOf(parts, styles),
  };
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

function relationsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

async function relationsOf(parts: Package, path: string, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readXml(await parts.read(path), {
    open: (name, { Id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      const whole = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);
      relations.set(Id, { type, path: decodeURI(whole) });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relations;
}

interface NamedSheet {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

async function sheetsOf(
  parts: Package,
  path: string,
): Promise<{ readonly found: readonly NamedSheet[]; readonly from1904: boolean }> {
  const found: NamedSheet[] = [];
  let from1904 = false;
  await readXml(await parts.read(path), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (tag !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      found.push({ name: attributes['name'] ?? '', id, isHidden });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { found, from1904 };
}

/** Texts in runs of several looks are one text; readings above characters (`rPh`) are none of it. */
async function stringsOf(parts: Package, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, inText, readings] = ['', false, 0];
  await readXml(await parts.read(path), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') readings += 1;
      inText = name === 't' && readings === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') readings -= 1;
      if (name === 'si') strings.push(unescaped(text));
      inText = false;
    },
  });
  return strings;
}

async function formatsOf(parts: Package, path: string): Promise<readonly Format[]> {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  await readXml(await parts.read(path), {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? '0');
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      const code = codes.get(id);
      if (name === 'xf' && inCells) formats.push(code === undefined ? { id } : { id, code });
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
