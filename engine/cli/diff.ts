import { printable } from '../diagnostic/code-frame.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Handbook } from '../program/handbook.ts';
import { renderDiff } from '../review/diff/render.ts';
import { diffOf, withDescribed } from '../review/diff/report.ts';
import { stretchesOf, type State } from '../review/diff/states.ts';
import { effectSection } from '../review/effect/section.ts';
import { underOldNames } from '../service/renames.ts';
import { daysOfMonth, isDay } from '../value/calendar.ts';
import { effectOn } from './diff-effect.ts';
import { openSide, ownHandbook, remarkUncommitted } from './diff-open.ts';
import { sideOf } from './diff-side.ts';
import { gitDriver } from './git-driver.ts';
import { printJson } from './json.ts';
import { noDate, wrongUse } from './refusals.ts';
import { populationOptions } from './population.ts';
import { tableOptions } from './table-options.ts';
import { isRefusal, say, type Call, type Options, type Refusal, type Verb } from './verb.ts';

export const diff: Verb = {
  about: {
    en: 'Say what two handbooks, days or versions decide differently: for each decision how and from when on; what changes no outcome is listed apart. Exit code 1 when a side cannot be read whole.',
    zh: '说明两个手册、日期或版次的决定有何不同：逐项决定说明如何改变、自何时起；不影响结果的变化另列。一方不能完整读取时退出码为 1。',
  },
  takes: {
    form: '<sides...>',
    says: {
      en: 'FROM and TO, each git:REVISION, at:DATE, POLICY@v:NUMBER or dir:FOLDER; then decisions or policies (else all)',
      zh: '两方：git:版本、at:日期、制度@v:版次或 dir:文件夹；之后可写决定或制度（默认全部）',
    },
  },
  options: [
    ...populationOptions,
    ...tableOptions,
    {
      flags: '--all',
      says: {
        en: 'tell each part of the facts in which a decision differs, however many (else the first 8)',
        zh: '逐一列出决定在哪些事实下不同，不论多少（默认列前 8 处）',
      },
    },
    {
      flags: '--git-driver',
      says: {
        en: 'called by git for one file: the difference in words above its lines (docs/review.md)',
        zh: '由 git 就单个文件调用：先用文字说明差异，再列逐行差异（docs/review.zh-CN.md）',
      },
    },
  ],
  examples: [
    'bylaw diff git:main dir:.',
    'bylaw diff at:2026-12-31 at:2027-01-01 pay.head.total',
    'bylaw diff v:1 v:2 commission.head.rate',
    'bylaw diff git:main dir:. commission.head.amount --population people.csv --by department --id name',
  ],
  run: compareSides,
};

async function compareSides(call: Call): Promise<number | Refusal> {
  const { options, names, language } = call;
  if (options.gitDriver === true) return gitDriver(call);
  const wrong = wrongDay(options);
  if (wrong !== undefined) return wrong;
  const [from, to, ...asked] = names;
  if (from === undefined || to === undefined)
    return wrongUse('Two sides are compared: FROM and TO.', '须写明比较的两方。');
  // What a decision is asked about (`x on T-1`) is a matter of the population.
  const wanted = asked.map((name) => name.trim().split(/\s+on\s+/u)[0] ?? name);
  const sides = await openSides(call, from, to, wanted);
  if (isRefusal(sides)) return sides;
  const unknown = wanted.find((name) => !sides.some(({ handbook }) => isKnown(name, handbook)));
  if (unknown !== undefined) return noSuchName(unknown, sides);
  const [before, now] = sides;
  // A rename is no change in meaning.
  const named = underOldNames(before.handbook, now.handbook);
  const after = { ...now, handbook: named.handbook };
  const stretches = stretchesOf(before, after, options);
  const compared = diffOf(before, after, stretches, chooser(wanted), options.all);
  const found = withDescribed(compared, named.renamed, now.handbook, chooser(wanted));
  const tried = options.population === undefined ? undefined : await effectOn(call, stretches, found, asked);
  if (isRefusal(tried)) return tried;
  if (options.json === true) printJson({ ...found, ...(tried === undefined ? {} : { effect: tried.effect }) }, call);
  else {
    for (const line of renderDiff(found, language)) say(call, printable(line));
    if (tried !== undefined) for (const line of ['', ...effectSection(tried.effect, language)]) say(call, line);
  }
  return found.incomplete || tried?.failed === true ? 1 : 0;
}

async function openSides(
  call: Call,
  from: string,
  to: string,
  wanted: readonly string[],
): Promise<readonly [State, State] | Refusal> {
  const [first, second] = [sideOf(from), sideOf(to)];
  if (isRefusal(first)) return first;
  if (isRefusal(second)) return second;
  const own = ownHandbook(call);
  const handbook = first.is === 'version' || second.is === 'version' ? await own() : undefined;
  if (isRefusal(handbook)) return handbook;
  const policy = handbook === undefined ? undefined : policyOf(wanted, handbook);
  const before = await openSide(first, call, own, policy);
  if (isRefusal(before)) return before;
  const after = await openSide(second, call, own, policy);
  if (isRefusal(after)) return after;
  await remarkUncommitted(call, [first, second]);
  return [before, after];
}

/** The policy of all these decisions; undefined where they are of several or none. */
function policyOf(wanted: readonly string[], { versions }: Handbook): string | undefined {
  const found = new Set(
    wanted.map((name) =>
      [...versions.keys()].filter((policy) => isOf(name, policy)).reduce((a, b) => (a.length > b.length ? a : b), ''),
    ),
  );
  const [only] = found;
  return found.size === 1 && only !== '' ? only : undefined;
}

const isOf = (name: string, policy: string): boolean => name === policy || name.startsWith(`${policy}.`);

function isKnown(name: string, { versions, sources }: Handbook): boolean {
  return (
    versions.has(name) ||
    [...versions.values()].flat().some(({ decisions }) => decisions.some((decision) => decision.name === name)) ||
    sources.broken.some((broken) => isOf(name, broken.name))
  );
}

function noSuchName(name: string, sides: readonly State[]): Refusal {
  const all = sides.flatMap(({ handbook: { versions } }) =>
    [...versions].flatMap(([policy, some]) => [
      policy,
      ...some.flatMap(({ decisions }) => decisions.map((one) => one.name)),
    ]),
  );
  const near = didYouMean(suggest(name, new Set(all)));
  return wrongUse(
    `Neither side has a decision or policy “${name}”.${near.en}`,
    `两方都没有决定或制度“${name}”。${near.zh}`,
  );
}

function wrongDay({ at, known, period, population, by, id, pseudonymous }: Options): Refusal | undefined {
  if (at !== undefined && !isDay(at)) return noDate('--at', at);
  if (known !== undefined && !isDay(known)) return noDate('--known', known);
  if (period !== undefined && (at !== undefined || daysOfMonth(period) === undefined))
    return wrongUse(
      `--period takes a month such as 2026-10, and excludes --at: “${period}”.`,
      `--period 须写成 2026-10 的形式，且不能与 --at 同用：“${period}”。`,
    );
  if (population === undefined && (by ?? id ?? pseudonymous) !== undefined)
    return wrongUse(
      '--by, --id and --pseudonymous are about a population, but there is no --population FILE.',
      '--by、--id 与 --pseudonymous 针对人群表，但没有 --population FILE。',
    );
  return undefined;
}

function chooser(wanted: readonly string[]): (policy: string, decision?: string) => boolean {
  if (wanted.length === 0) return () => true;
  const policies = new Set(wanted);
  return (policy, decision) =>
    policies.has(policy) ||
    (decision === undefined ? wanted.some((name) => isOf(name, policy)) : policies.has(decision));
}
