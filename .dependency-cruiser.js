import { backends, doors, layers, outside, runtime } from './scripts/layers.ts';

const inEngine = (/** @type {readonly string[]} */ folders) => `^engine/(${folders.join('|')})/`;
const startOf = (/** @type {readonly string[]} */ paths) => `^(${paths.join('|')})`;
const typeOnly = ['type-only'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.slice(0, -1).map((folders, place) => ({
      name: `order-${folders.join('-')}`,
      comment: 'A folder imports only from folders before it: see scripts/layers.ts.',
      severity: 'error',
      from: { path: inEngine(folders) },
      to: { path: inEngine(layers.slice(place + 1).flat()) },
    })),
    ...layers
      .filter((siblings) => siblings.length > 1)
      .map((siblings) => ({
        name: 'siblings',
        comment: 'Folders of one layer do not know each other.',
        severity: 'error',
        from: { path: `^engine/(${siblings.join('|')})/` },
        to: { path: inEngine(siblings), pathNot: '^engine/$1/' },
      })),
    {
      name: 'backends-see-the-program-only',
      severity: 'error',
      from: { path: inEngine(backends.folders) },
      to: { path: '^engine/', pathNot: inEngine([...backends.mayImport, ...backends.folders]) },
    },
    {
      name: 'runtime-stays-small',
      comment: 'A host that loads a bundle carries no parser and no schema library.',
      severity: 'error',
      from: { path: inEngine(runtime.folders) },
      to: { path: `node_modules/(${runtime.without.join('|')})/`, reachable: true },
    },
    {
      name: 'kinds-are-apart',
      severity: 'error',
      from: { path: '^engine/kinds/([^/]+)/' },
      to: { path: '^engine/kinds/[^/]+/', pathNot: '^engine/kinds/$1/' },
    },
    {
      name: 'index-is-the-way-in',
      comment: 'The public door is for those outside the engine, and for its command line.',
      severity: 'error',
      from: { path: '^engine/[^/]+/', pathNot: '^engine/cli/' },
      to: { path: '^engine/[^/]+[.]ts$' },
    },
    {
      name: 'doors-only',
      comment: 'The editor and the servers come in through the doors.',
      severity: 'error',
      from: { path: '^(editor|server)/' },
      to: { path: '^engine/', pathNot: startOf(doors) },
    },
    {
      name: 'engine-stands-alone',
      comment: 'Only the command line starts the servers.',
      severity: 'error',
      from: { path: '^engine/', pathNot: '^engine/cli/' },
      to: { path: '^(editor|server)/' },
    },
    {
      name: 'nothing-from-the-tools',
      severity: 'error',
      from: { path: '^(engine|editor|server)/' },
      to: { path: '^(test|scripts|bench|examples)/' },
    },
    {
      name: 'no-node-inside',
      comment: 'Only these touch the outside world; the rest also runs in a browser.',
      severity: 'error',
      from: { path: '^(engine|editor|server)/', pathNot: [startOf(outside), '^editor/web/.*[.]config[.]ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycle-at-run-time',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: typeOnly } },
    },
    {
      name: 'resolves-and-is-declared',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'ships-what-it-needs',
      comment:
        'What is published may not need a development dependency; the page is built beforehand. DuckDB is an optional peer, loaded where it is asked for.',
      severity: 'error',
      from: { path: '^(engine|editor/server|editor/lsp|server)/' },
      to: {
        pathNot: '(^|/)node_modules/@duckdb/node-api/',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: typeOnly,
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
