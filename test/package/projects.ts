import { imports, questions, requires } from './questions.ts';

/** A project as somebody starts it: the texts of its files, and how it is checked, built and run. */
export interface Project {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Has TypeScript's compiler accept it. */
  readonly isTyped?: true;
  /** What Node runs; a page is built and opened instead. */
  readonly runs?: string;
}

const manifest = (type: 'module' | 'commonjs'): string =>
  JSON.stringify({ name: 'host', version: '1.0.0', private: true, type });

const fromDisk = (typed: boolean): string => `${questions(typed)}
const files = JSON.parse(readFileSync('handbook.json', 'utf8'))${typed ? ' as { path: string; text: string }[]' : ''};
void ask(files, readFileSync('handbook.bundle')).then((found) => console.log(JSON.stringify(found)));
`;

/** As `tsc --init` writes it, with the strictest of the usual settings. */
const tsconfig = (module: string, moduleResolution: string, more: object): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: [],
      ...more,
    },
    files: ['ask.ts', 'node.d.ts'],
  });

/** The little of Node's types that the program itself uses: the package's types must need none that are not its own. */
const nodeTypes = `declare module 'node:fs' {
  export function readFileSync(path: string): Uint8Array;
  export function readFileSync(path: string, encoding: 'utf8'): string;
}
`;

const typedProgram = `import { readFileSync } from 'node:fs';\n${imports}\n${fromDisk(true)}`;

export const projects: readonly Project[] = [
  {
    name: 'ESM',
    files: {
      'package.json': manifest('module'),
      'ask.js': `import { readFileSync } from 'node:fs';\n${imports}\n${fromDisk(false)}`,
    },
    runs: 'ask.js',
  },
  {
    name: 'CommonJS',
    files: {
      'package.json': manifest('commonjs'),
      'ask.js': `const { readFileSync } = require('node:fs');\n${requires}\n${fromDisk(false)}`,
    },
    runs: 'ask.js',
  },
  {
    name: 'TypeScript nodenext',
    files: {
      'package.json': manifest('module'),
      'tsconfig.json': tsconfig('nodenext', 'nodenext', { lib: ['es2025', 'dom'] }),
      'node.d.ts': nodeTypes,
      'ask.ts': typedProgram,
    },
    isTyped: true,
    runs: 'ask.js',
  },
  {
    name: 'TypeScript bundler',
    files: {
      'package.json': manifest('module'),
      'tsconfig.json': tsconfig('esnext', 'bundler', { lib: ['es2025', 'dom'] }),
      'node.d.ts': nodeTypes,
      'ask.ts': typedProgram,
    },
    isTyped: true,
    runs: 'ask.js',
  },
  {
    name: 'Vite page',
    files: {
      'package.json': manifest('module'),
      'index.html':
        '<!doctype html><html lang="en"><title>Host</title><output></output><script type="module" src="/ask.js"></script></html>',
      'ask.js': `${imports}
${questions(false)}
async function show() {
  const files = await (await fetch('handbook.json')).json();
  const bundle = new Uint8Array(await (await fetch('handbook.bundle')).arrayBuffer());
  document.querySelector('output').textContent = JSON.stringify(await ask(files, bundle));
}
show().catch((error) => (document.querySelector('output').textContent = String(error)));
`,
    },
  },
];
