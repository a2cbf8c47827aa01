import { checkerFor } from '../../engine/expression/check.ts';
import { checkCell } from '../../engine/expression/check-cells.ts';
import type { Environment } from '../../engine/expression/environment.ts';
import { parseCell } from '../../engine/expression/parse.ts';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { weekdays } from '../../engine/ir/weekday.ts';
import type { Ir, Range } from '../../engine/ir/ir.ts';
import type { Type } from '../../engine/ir/type.ts';
import type { PrintWords } from '../../engine/value/print.ts';
import { domainOf, type Domain, type World } from '../../engine/proof/domain.ts';

export const words: PrintWords = {
  moneyDecimals: 2,
  units: { can: { en: ['can', 'cans'], zh: ['罐'], whole: true } },
};

const enumerations: Readonly<Record<string, readonly string[]>> = {
  weekday: weekdays,
  grade: ['A', 'B', 'C'],
  group: ['longjing', 'other'],
};

/** A fact as the tests write it. */
export interface Column {
  readonly type: Type;
  readonly range?: string;
  readonly scale?: number;
}

const origin = { file: '<test>', start: 0, end: 0 };

function environment(found: Diagnostic[]): Environment {
  return {
    currency: 'CNY',
    scope: 'tea',
    lookup: (name) => (name.startsWith('fact.') ? { binds: 'fact', name, type: { is: 'number' } } : undefined),
    names: () => [],
    unit: (form) => (['can', 'cans', '罐'].includes(form) ? 'can' : undefined),
    units: () => ['can'],
    enumeration: (name) => enumerations[name],
    posts: () => ['head', 'clerk'],
    interpretation: () => undefined,
    interpretations: () => [],
    gap: () => undefined,
    gaps: () => [],
    report: (diagnostic) => {
      found.push(diagnostic);
    },
    fresh: () => 0,
    knows: () => false,
  };
}

/** Reads a cell as a policy writes it. */
export function rangeOf(text: string, type: Type): Range {
  const found: Diagnostic[] = [];
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
  const { cell, diagnostics } = parseCell({ file: '<test>', text, offsets });
  const range = checkCell(cell, checkerFor(environment(found)), type);
  const [mistake] = [...diagnostics, ...found];
  if (mistake !== undefined) throw new Error(`${text}: ${mistake.message.en}`);
  return range;
}

/** A world in which the column `i` is the fact `i`. */
export function worldOf(columns: readonly Column[]): World {
  return {
    fact: (name) => {
      const column = columns[Number(name)];
      if (column === undefined) return undefined;
      return {
        name,
        type: column.type,
        title: { en: name, zh: name },
        alias: [],
        closed: false,
        origin,
        ...(column.range === undefined ? {} : { range: rangeOf(column.range, column.type) }),
        ...(column.scale === undefined ? {} : { scale: column.scale }),
      };
    },
    members: (name) => enumerations[name] ?? [],
    posts: () => [],
  };
}

export function domainsOf(columns: readonly Column[]): readonly Domain[] {
  const world = worldOf(columns);
  return columns.map(({ type }, i) => {
    const read: Ir = { op: 'fact', type, origin, name: `${i}` };
    const domain = domainOf(read, world);
    if ('notDecided' in domain) throw new Error(domain.notDecided.en);
    return domain;
  });
}
