import type { Texts } from '../diagnostic/diagnostic.ts';

/** Names of what may stand between the cells of a text table. */
export const delimiterNames = ['comma', 'tab', 'semicolon'] as const;
export type Delimiter = (typeof delimiterNames)[number];

export const signOf: Readonly<Record<Delimiter, string>> = { comma: ',', tab: '\t', semicolon: ';' };

/** By the line that names the columns, quoted names apart: a comma where there is one, else a tab, else a semicolon. */
export function delimiterIn(header: string): Delimiter {
  const bare = header.replaceAll(/"[^"]*(?:"|$)/g, '');
  return delimiterNames.find((name) => bare.includes(signOf[name])) ?? 'comma';
}

/** What the extension of a path says; undefined where it leaves that open. */
export function delimiterByName(path: string): Delimiter | undefined {
  return /\.(?:tsv|tab)$/i.test(path) ? 'tab' : undefined;
}

/** That the cells of a table were separated by something else than commas; undefined where they were not. */
export function separatedBy(name: string, delimiter: Delimiter = 'comma'): Texts | undefined {
  switch (delimiter) {
    case 'comma':
      return undefined;
    case 'tab':
      return { en: `${name} was read with tabs between its cells`, zh: `${name} 按制表符分隔读取` };
    case 'semicolon':
      return { en: `${name} was read with semicolons between its cells`, zh: `${name} 按分号分隔读取` };
  }
}
