import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { EffectSection } from '../review/effect/section.ts';
import { diffOf } from '../review/diff/report.ts';
import { stretchesOf, type State } from '../review/diff/states.ts';
import type { Retroaction } from '../review/report/retroactive.ts';
import { daysOfMonth } from '../value/calendar.ts';
import { effectOn, type Tried } from './diff-effect.ts';
import { wrongUse } from './refusals.ts';
import type { ReviewSides } from './review-sides.ts';
import { isRefusal, type Call, type Options, type Refusal } from './verb.ts';

/** What a population made of the change, or why none was tried. */
interface TriedEffect {
  readonly effect?: EffectSection;
  readonly failed: boolean;
  readonly untried?: Texts;
}

type Two = readonly [State, State];

const statesOf = ({ since, base, head }: ReviewSides): Two => [
  { name: since.name, handbook: base.handbook },
  { name: 'head', handbook: head.handbook },
];

/** The effect on the population that the call names, else on the manifest's. */
export async function effectOfReview(call: Call, sides: ReviewSides): Promise<TriedEffect | Refusal> {
  const { names, options } = call;
  const written = sides.head.handbook.manifest?.review?.population;
  if (options.population !== undefined) return tried(await tryOn(call, sides, {}, names), false);
  if (names.length > 0)
    return wrongUse(
      `Decisions are tried on a population: name it with --population FILE (${names.join(', ')}).`,
      `决定须在人群表上试算：请用 --population FILE 指明（${names.join('、')}）。`,
    );
  if (written === undefined) return { failed: false };
  const file = ownFile(call, sides, written.file);
  const map = written.map === undefined ? undefined : ownFile(call, sides, written.map);
  if (typeof file === 'object') return { failed: false, untried: file };
  if (typeof map === 'object') return { failed: false, untried: map };
  const own = { ...plain(options), population: file, ...(map === undefined ? {} : { map }) };
  const { by, id } = written;
  const call2 = {
    ...call,
    options: { ...own, ...(by === undefined ? {} : { by }), ...(id === undefined ? {} : { id }) },
  };
  return tried(await tryOn(call2, sides, {}, []), true);
}

/** A fault of the manifest's table is told in the report. */
function tried(result: Tried | Refusal | undefined, isManifests: boolean): TriedEffect | Refusal {
  if (result === undefined) return { failed: false };
  if (!isRefusal(result)) return { effect: result.effect, failed: result.isUnanswered };
  return isManifests ? { failed: true, untried: result.says } : result;
}

/** The closed months that are reached, each tried on its table; and those without one. */
export async function settledMonths(
  call: Call,
  sides: ReviewSides,
  reached: readonly string[],
): Promise<(Pick<Retroaction, 'settled' | 'untried'> & { readonly failed: boolean }) | Refusal> {
  const tables = tablesOf(call, sides);
  if (isRefusal(tables)) return tables;
  const settled: Retroaction['settled'][number][] = [];
  const untried = reached.filter((period) => !tables.has(period));
  let failed = false;
  for (const period of reached) {
    const options = tables.get(period);
    if (options === undefined) continue;
    const result = await tryOn({ ...call, options: { ...options, period } }, sides, { period }, []);
    if (result === undefined) continue;
    if (isRefusal(result)) return result;
    settled.push({ period, effect: result.effect });
    failed ||= result.isUnanswered;
  }
  return { settled, untried, failed };
}

/** The tables of closed months: those of the call before those of the manifest. */
function tablesOf(call: Call, sides: ReviewSides): ReadonlyMap<string, Options> | Refusal {
  const found = new Map<string, Options>();
  for (const { period, file, map } of sides.head.handbook.manifest?.review?.closed?.populations ?? []) {
    const [table, mapping] = [ownFile(call, sides, file), map === undefined ? undefined : ownFile(call, sides, map)];
    if (typeof table === 'object' || typeof mapping === 'object') continue;
    found.set(period.text, {
      ...plain(call.options),
      population: table,
      ...(mapping === undefined ? {} : { map: mapping }),
    });
  }
  for (const written of call.options.closed ?? []) {
    const [period = '', file = ''] = written.split(/=(.*)/su);
    if (daysOfMonth(period) === undefined || file === '')
      return wrongUse(
        `“${written}” is no table of a month: --closed takes MONTH=FILE such as 2026-09=people.csv.`,
        `“${written}”不是某月的表格：--closed 须写成 月份=文件，例如 2026-09=people.csv。`,
      );
    found.set(period, { ...plain(call.options, true), population: file });
  }
  return found;
}

/** Options that are about the population of the command line alone do not hold for others. */
function plain(options: Options, keepsTable = false): Options {
  const { population: _1, at: _2, period: _3, by: _4, ...rest } = options;
  if (keepsTable) return rest;
  const { map: _5, format: _6, encoding: _7, delimiter: _8, sheet: _9, ...bare } = rest;
  return bare;
}

/** A file that the manifest names, as seen from here: below the handbook's folder, or it is not read. */
function ownFile({ io }: Call, { head: { dir } }: ReviewSides, name: string): string | Texts {
  const path = resolve(dir, name);
  if (!existsSync(path))
    return { en: `the manifest names ${name}, which is not here.`, zh: `清单所指的 ${name} 不在此处。` };
  if (!realpathSync(path).startsWith(join(realpathSync(dir), sep)))
    return {
      en: `the manifest names ${name}, which lies outside of the handbook's folder.`,
      zh: `清单所指的 ${name} 不在手册文件夹内。`,
    };
  return relative(io.cwd, path);
}

/** Undefined where no outcome changes at all. */
async function tryOn(
  call: Call,
  sides: ReviewSides,
  asked: { readonly period?: string },
  wanted: readonly string[],
): Promise<Tried | Refusal | undefined> {
  const [before, after] = statesOf(sides);
  const { period = asked.period, at, known } = call.options;
  const stretches = stretchesOf(before, after, {
    ...(at === undefined ? {} : { at }),
    ...(period === undefined ? {} : { period }),
    ...(known === undefined ? {} : { known }),
  });
  const diff = diffOf(before, after, stretches, () => true);
  if (wanted.length === 0 && diff.policies.every(({ changes }) => changes.length === 0)) return undefined;
  return effectOn(call, stretches, diff, wanted);
}
