/**
 * The browser that `npm ci` brought, unpacked once for each clone.
 *
 * `@sparticuz/chromium` ships a headless Chromium and the few libraries that a bare Linux lacks; Noto Sans SC gives it
 * Chinese glyphs. What is unpacked stays inside `node_modules`, so that a clone uses no other clone's, or user's, binary.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { sfntOfWoff } from './woff.ts';

/** Raise it when the layout of the unpacked folder changes. */
const LAYOUT = 1;

const { resolve } = createRequire(import.meta.url);
const entry = resolve('@sparticuz/chromium');
const browserPackage = join(dirname(entry), '..');
const fontPackage = dirname(resolve('@fontsource/noto-sans-sc/package.json'));

export interface Unpacked {
  readonly executable: string;
  readonly libraries: string;
  readonly fontsConf: string;
  /** For what the browser and fontconfig want to remember from run to run. */
  readonly cache: string;
}

export async function unpackedChromium(): Promise<Unpacked> {
  const parent = join(browserPackage, '..', '..', '.cache');
  const versions = [await versionOf(browserPackage), await versionOf(fontPackage), LAYOUT];
  const folder = join(parent, `chromium-${versions.join('-')}`);
  if (!(await exists(folder))) await unpack(parent, folder);
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontsConf: join(folder, 'fonts', 'fonts.conf'),
    cache: join(folder, 'cache'),
  };
}

/** Under another name first: a folder with the final name is always whole, also when two test processes start at once. */
async function unpack(parent: string, folder: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  const staging = await mkdtemp(join(parent, 'unpacking-'));
  try {
    await unpackBrowser(staging);
    await unpackFonts(join(staging, 'fonts'));
    await mkdir(join(staging, 'cache'));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process was faster.
    if (!(await exists(folder))) throw error;
  }
}

/** The package unpacks into the folder for temporary files and nowhere else, so a process of its own gets ours as that. */
async function unpackBrowser(staging: string): Promise<void> {
  const script = `
    const { inflate } = await import(process.argv[1]);
    await Promise.all(process.argv.slice(2).map((archive) => inflate(archive)));`;
  const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(browserPackage, 'bin', name));
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script, pathToFileURL(entry).href, ...archives],
    { env: { ...process.env, TMPDIR: staging } },
  );
}

/** One weight is enough, Chromium draws bold from it; the package cuts that weight into a hundred files by frequency of use. */
async function unpackFonts(folder: string): Promise<void> {
  const files = join(fontPackage, 'files');
  for (const name of await readdir(files)) {
    if (!name.endsWith('-400-normal.woff')) continue;
    const font = sfntOfWoff(await readFile(join(files, name)));
    await writeFile(join(folder, 'fonts', name.replace(/\.woff$/, '.ttf')), font);
  }
  await writeFile(join(folder, 'fonts.conf'), FONTS_CONF);
}

/** The same fonts on every machine, and none of the machine's own: a page looks the same, and wraps the same, everywhere. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
${['sans-serif', 'serif', 'monospace'].map(alias).join('\n')}
</fontconfig>
`;

function alias(family: string): string {
  return `  <alias><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>`;
}

async function versionOf(folder: string): Promise<string> {
  // npm's own file: its shape is known.
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function exists(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  );
}
