import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { languages, type Language } from '../engine/diagnostic/diagnostic.ts';
import { between } from './docs/between.ts';
import { readCauses } from './docs/causes.ts';
import { sampleDiagnostics } from './docs/codes.ts';
import { commandLinePage } from './docs/command-line.ts';
import { diagnosticIndex, diagnosticPage } from './docs/diagnostic-pages.ts';
import { functionTable } from './docs/function-table.ts';
import { keysPage } from './docs/key-tables.ts';
import { kindTable } from './docs/kind-table.ts';

const pathOf = (name: string, language: Language): string => `docs/${name}${language === 'zh' ? '.zh-CN' : ''}.md`;
const codeList = 'docs/diagnostics/codes.txt';

/** Every code that there ever was; a code that is gone stays in the list, and a test fails. */
export function listedCodes(): readonly string[] {
  return existsSync(codeList) ? readFileSync(codeList, 'utf8').trimEnd().split('\n') : [];
}

/** The pages of diagnostics that there are: one for each code. */
export const diagnosticPages = (): readonly string[] =>
  globSync('docs/diagnostics/*/*.md').map((path) => path.replaceAll('\\', '/'));

/** Everything that `npm run docs` writes: path below the repository → text. */
export async function emittedDocs(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const language of languages) {
    const reference = pathOf('language', language);
    const page = between(readFileSync(reference, 'utf8'), 'functions', functionTable(language));
    files.set(reference, between(page, 'kinds', kindTable(language)));
    files.set(pathOf('keys', language), keysPage(language));
    files.set(pathOf('command-line', language), await commandLinePage(language));
  }
  const causes = readCauses();
  const told = new Map(sampleDiagnostics.map((diagnostic) => [diagnostic.code, diagnostic]));
  for (const [code, cause] of causes) {
    files.set(`docs/diagnostics/${code}.md`, diagnosticPage(code, told.get(code), cause));
  }
  files.set('docs/diagnostics/README.md', diagnosticIndex([...causes.keys()].sort(), told));
  files.set(codeList, `${[...new Set([...listedCodes(), ...causes.keys()])].sort().join('\n')}\n`);
  return files;
}

if (import.meta.main) {
  const files = await emittedDocs();
  for (const path of diagnosticPages()) if (!files.has(path)) rmSync(path);
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
