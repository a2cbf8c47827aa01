/** The packed package in five kinds of project, installed from the file that would be published. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../bundle/support.ts';
import { install, lookedAt, packed } from './installed.ts';
import { templateFiles } from './template.ts';
import { handbookOf } from '../support/policies.ts';
import { answers } from './questions.ts';
import { projects, type Project } from './projects.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);
const texts = await templateFiles();
const handbook = JSON.stringify(Object.entries(texts).map(([path, text]) => ({ path, text })));
let folder = '';
let tarball = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bylaw-package-'));
  tarball = await packed(folder);
  const begun = performance.now();
  await install(tarball, folder);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${basename(tarball)}: ${megabytes((await stat(tarball)).size)} packed, installed in ${seconds} s`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

describe.each(projects)('$name', (project) => {
  test('asks through every entry', async () => {
    const path = await written(project);
    if (project.isTyped === true)
      await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: path });
    const said = project.runs === undefined ? await shown(path) : await printed(path, project.runs);
    console.log(`${project.name}: ${said}`);
    expect(JSON.parse(said)).toEqual(answers);
  });
});

async function written({ name, files }: Project): Promise<string> {
  const path = join(folder, name.replaceAll(' ', '-'));
  await mkdir(join(path, 'public'), { recursive: true });
  const bundle = await built(handbookOf(texts));
  // A page fetches them, a program reads them.
  const data = { 'handbook.json': handbook, 'handbook.bundle': bundle };
  const fetched = Object.entries(data).map(([file, text]) => [`public/${file}`, text] as const);
  for (const [file, text] of [...Object.entries({ ...files, ...data }), ...fetched])
    await writeFile(join(path, file), text);
  return path;
}

async function printed(path: string, program: string): Promise<string> {
  const { stdout } = await run(process.execPath, [program], { cwd: path });
  return stdout.trim();
}

/** What the page shows once it is built and served. */
function shown(path: string): Promise<string> {
  return lookedAt(path, async (page) => {
    const output = page.locator('output:not(:empty)');
    return (await output.textContent({ timeout: 60_000 })) ?? '';
  });
}

test('the tarball holds what is needed and nothing else', async () => {
  const { stdout } = await run('tar', ['-tzf', tarball], { maxBuffer: 2 ** 26 });
  const files = stdout
    .trim()
    .split('\n')
    .map((file) => file.replace(/^package\//, ''));
  expect(files.filter((file) => !/^(dist|editor\/dist|schemas|templates|docs)\//.test(file)).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'engine/cli/bylaw.js',
    'package.json',
  ]);
  expect(
    files.filter((file) => /\.(test|slow|map|tsbuildinfo)$|\.(test|slow)\.|causes\/|^schemas\/validators/.test(file)),
  ).toEqual([]);
  // Every entry leads to a file, with its types.
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  const targets = Object.values(exports).flatMap((to) => (typeof to === 'string' ? [] : Object.values(to)));
  expect(targets.filter((to) => !files.includes(to.slice(2)))).toEqual([]);
  expect(targets.length).toBeGreaterThan(10);
});
