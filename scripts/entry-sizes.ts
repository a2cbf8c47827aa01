/**
 * How much a browser loads of each entry of the package: bundled with all that it needs, minified, gzip. `npm run sizes` prints it.
 * What is shared between entries counts in each.
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** Entry → the most bytes that it may take, where something is promised. */
export const promised: Readonly<Record<string, number | undefined>> = {
  runtime: 40_000,
  explain: undefined,
  facts: undefined,
  language: undefined,
  index: undefined,
  'json-rules': undefined,
  node: undefined,
};

/** Bytes after gzip. */
export async function sizeOf(entry: string): Promise<number> {
  const input = fileURLToPath(new URL(`../engine/${entry}.ts`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    // Not Vite's mode for libraries, which leaves the blanks in.
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      modulePreload: false,
      // What Node brings itself is loaded by nobody.
      rolldownOptions: { input, preserveEntrySignatures: 'strict', external: /^node:/ },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  const code = outputs.flatMap(({ output }) => output.map((part) => ('code' in part ? part.code : ''))).join('');
  return gzipSync(code, { level: 9 }).length;
}

if (import.meta.main) {
  for (const [entry, most] of Object.entries(promised)) {
    const bytes = await sizeOf(entry);
    const limit = most === undefined ? '' : ` (at most ${String(most / 1000)} kB)`;
    console.log(`${entry.padEnd(10)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzip${limit}`);
  }
}
