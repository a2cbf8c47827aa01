/**
 * What a handbook costs when it grows: this one, and all its policies again under other names. Reading and checking, linking to
 * a day, writing and opening a bundle; and what an editor waits for after a key, in a policy that reads others.
 * `node --max-old-space-size=12000 bench/growth/policies.ts [times, such as 1,10,100]`; 100 times takes 10 GB.
 */
import { buildBundle } from '../../engine/bundle/build.ts';
import { link } from '../../engine/program/link.ts';
import { openBundle } from '../../engine/runtime.ts';
import { findingsIn, readAlone } from '../../engine/service/file-findings.ts';
import { openWorkspace, updateFile, type FileText, type Workspace } from '../../engine/service/workspace.ts';
import { fittedExponent, memoryHeld, printSeries, type Point, type Series } from '../growth.ts';
import { at } from '../policy.ts';
import { keep } from '../record.ts';
import { middle, secondsOf, secondsOfAwaited } from '../timing.ts';
import { handbookTimes } from './handbook-copies.ts';

const sizes = (process.argv[2] ?? '1,10').split(',').map(Number);
const keys = 15;

const stages = [
  'read and check',
  'link to a day',
  'write a bundle',
  'open the bundle',
  'after a key: what the text says',
  'after a key: what the handbook says',
] as const;
type Stage = (typeof stages)[number];

interface Measured {
  readonly policies: number;
  readonly files: number;
  /** Versions of policies that a key made the handbook check anew. */
  readonly again: number;
  /** Milliseconds. */
  readonly took: Readonly<Record<Stage, number>>;
}

async function measure(times: number): Promise<Measured> {
  const files = handbookTimes('policies', times);
  let workspace: Workspace | undefined;
  const reading = secondsOf(() => (workspace = openWorkspace(files)));
  if (workspace === undefined) throw new Error('nothing was read');
  const { handbook } = workspace;
  const wrong = handbook.diagnostics.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${wrong.span.file}: ${wrong.message.en}`);
  const linking = middle(Array.from({ length: 5 }, () => secondsOf(() => link(handbook, { at }))));
  let text = '';
  const writing = await secondsOfAwaited(async () => {
    text = await buildBundle({ handbook, timeZone: 'Asia/Shanghai', engine: '0' });
  });
  const opening = await secondsOfAwaited(async () => {
    const opened = await openBundle(text);
    if ('diagnostics' in opened) throw new Error(opened.diagnostics[0]?.message.en);
  });
  const { alone, all, again } = typing(workspace, files);
  const seconds = [reading, linking, writing, opening, alone, all];
  return {
    policies: handbook.versions.size,
    files: files.length,
    again,
    took: Object.fromEntries(stages.map((stage, i) => [stage, (seconds[i] ?? NaN) * 1000])) as Measured['took'],
  };
}

/** Seconds after a key, in the middle of several: in a value of a policy of middling length. */
function typing(
  opened: Workspace,
  files: readonly FileText[],
): { readonly alone: number; readonly all: number; readonly again: number } {
  const policies = files
    .filter(({ path, text }) => !path.startsWith('copy') && /^policy: /m.test(text) && /^ +value: /m.test(text))
    .toSorted((a, b) => a.text.length - b.text.length);
  const typed = policies[policies.length >> 1];
  if (typed === undefined) throw new Error('no policy has a value');
  let workspace = opened;
  let again = 0;
  const times = Array.from({ length: keys }, (_, i) => {
    const { path } = typed;
    const text = i % 2 === 0 ? typed.text.replace(/^( +value: )/m, '$11 + ') : typed.text;
    const before = workspace.readings.get(path);
    const alone = secondsOf(() => readAlone(path, text, before));
    const earlier = loweredIn(workspace);
    const all = secondsOf(() => {
      workspace = updateFile(workspace, path, text);
      findingsIn(workspace, path);
    });
    again = [...loweredIn(workspace)].filter((decisions) => !earlier.has(decisions)).length;
    return { alone, all };
  });
  return { alone: middle(times.map(({ alone }) => alone)), all: middle(times.map(({ all }) => all)), again };
}

/** What each version of a policy was lowered to: another object where it was done again. */
const loweredIn = ({ handbook }: Workspace): ReadonlySet<unknown> =>
  new Set([...handbook.versions.values()].flatMap((versions) => versions.map(({ decisions }) => decisions)));

// The first handbook warms up: what is compiled by then is what a server or an editor runs.
await measure(1);
const measured: Measured[] = [];
for (const times of sizes) measured.push(await measure(times));
const series = stages.map((name): Series => ({
  name,
  points: measured.map(({ policies, took }): Point => [policies, took[name]]),
}));
console.log(
  `\nA handbook of ${measured.map(({ files }) => files.toLocaleString('en')).join(', ')} files, milliseconds; by its policies:\n`,
);
printSeries('policies', series, (cost) => cost.toFixed(1));
console.log(
  `\nA key makes the handbook lower so many versions of policies again: ${measured.map(({ again }) => again).join(', ')}.`,
);
console.log(`The most memory that was held: ${memoryHeld()}.`);
keep(
  'growth-policies',
  series.map((one) => ({ ...one, exponent: fittedExponent(one.points) })),
);
