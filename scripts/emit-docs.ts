import { readFileSync, writeFileSync } from 'node:fs';
import { languages, type Language } from '../engine/diagnostic/diagnostic.ts';
import { between } from './docs/between.ts';
import { commandLinePage } from './docs/command-line.ts';
import { functionTable } from './docs/function-table.ts';
import { keysPage } from './docs/key-tables.ts';

const pathOf = (name: string, language: Language): string => `docs/${name}${language === 'zh' ? '.zh-CN' : ''}.md`;

/** Everything that `npm run docs` writes: path below the repository → text. */
export async function emittedDocs(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const language of languages) {
    const reference = pathOf('language', language);
    files.set(reference, between(readFileSync(reference, 'utf8'), 'functions', functionTable(language)));
    files.set(pathOf('keys', language), keysPage(language));
    files.set(pathOf('command-line', language), await commandLinePage(language));
  }
  return files;
}

if (import.meta.main) for (const [path, text] of await emittedDocs()) writeFileSync(path, text);
