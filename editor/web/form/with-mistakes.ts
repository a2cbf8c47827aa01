import type { Cell, Form, GridPart, Part } from '../../../engine/service/form/form.ts';

const keyOf = ({ at, key }: Pick<Cell, 'at' | 'key'>): string => JSON.stringify([at, key]);

interface Mistakes {
  readonly cells: ReadonlyMap<string, Cell['diagnostics']>;
  readonly grids: ReadonlyMap<string, GridPart>;
}

/** What a form says, with what is wrong in another state of it: what is being typed stays as it is typed. */
export function withMistakes(form: Form, tried: Form): Form {
  const found: Mistakes = { cells: new Map(cellsIn(tried.parts)), grids: new Map(gridsIn(tried.parts)) };
  return { ...form, parts: form.parts.map((part) => marked(part, found)), diagnostics: tried.diagnostics };
}

function marked(part: Part, found: Mistakes): Part {
  const cell = <One extends Cell | undefined>(one: One): One => {
    const diagnostics = one === undefined ? undefined : found.cells.get(keyOf(one));
    return one === undefined || diagnostics === undefined ? one : { ...one, diagnostics };
  };
  switch (part.is) {
    case 'fields':
      return { ...part, fields: part.fields.map(cell) };
    case 'group':
      return { ...part, parts: part.parts.map((inner) => marked(inner, found)) };
    case 'grid': {
      const other = found.grids.get(part.id);
      return {
        ...part,
        above: other?.above ?? [],
        rows: part.rows.map((row, index) => ({
          ...row,
          cells: row.cells.map(cell),
          details: row.details.map((inner) => marked(inner, found)),
          below: other?.rows[index]?.below ?? [],
        })),
      };
    }
  }
}

function cellsIn(parts: readonly Part[]): readonly (readonly [string, Cell['diagnostics']])[] {
  return parts.flatMap((part) => {
    const own = part.is === 'fields' ? part.fields : part.is === 'grid' ? part.rows.flatMap(({ cells }) => cells) : [];
    const inner =
      part.is === 'group' ? part.parts : part.is === 'grid' ? part.rows.flatMap(({ details }) => details) : [];
    return [
      ...own.flatMap((one) => (one === undefined ? [] : [[keyOf(one), one.diagnostics] as const])),
      ...cellsIn(inner),
    ];
  });
}

function gridsIn(parts: readonly Part[]): readonly (readonly [string, GridPart])[] {
  return parts.flatMap((part): readonly (readonly [string, GridPart])[] => {
    if (part.is === 'group') return gridsIn(part.parts);
    return part.is === 'grid' ? [[part.id, part], ...part.rows.flatMap(({ details }) => gridsIn(details))] : [];
  });
}
