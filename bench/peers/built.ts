import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildBundle } from '../../engine/bundle/build.ts';
import { emitModule } from '../../engine/emit/module/module.ts';
import { daysAround } from '../../engine/emit/module/validity.ts';
import { link } from '../../engine/program/link.ts';
import { at, benchHandbook, decisions } from '../policy.ts';

/** Writes what a host is given: the bundle and the module; as variables that contenders read. */
export async function writeBench(folder: string): Promise<Readonly<Record<string, string>>> {
  const handbook = benchHandbook();
  const paths = { BENCH_BUNDLE: join(folder, 'bench.bundle'), BENCH_MODULE: join(folder, 'bench.mjs') };
  writeFileSync(paths.BENCH_BUNDLE, await buildBundle({ handbook, timeZone: 'Asia/Shanghai', engine: '0' }));
  writeFileSync(paths.BENCH_MODULE, emitModule(link(handbook, { at }), decisions, daysAround(handbook, at)).text);
  return paths;
}

/**
 * The file of a contender. Bylaw's is made one of JavaScript first, as a package is that somebody installs: read from its
 * sources, what is timed as loading would be Node taking the types out of some hundred files.
 */
export async function builtModule(file: string, folder: string): Promise<string> {
  const source = join(import.meta.dirname, 'contenders', `${file}.ts`);
  // What cannot be built is started all the same, and says why in the table.
  return file.startsWith('bylaw') ? builtFile(source, file, folder).catch(() => source) : source;
}

/** A program and all that it imports as one file of JavaScript in a folder of its own. */
export async function builtFile(source: string, name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir: join(folder, name),
      emptyOutDir: true,
      minify: false,
      target: 'es2024',
      rolldownOptions: { input: source, output: { entryFileNames: 'index.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, name, 'index.mjs');
}
