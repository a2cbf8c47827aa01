import type { Texts } from '../../diagnostic/diagnostic.ts';
import { session } from '../../evaluate/evaluate.ts';
import type { Explanation, Step } from '../../evaluate/explanation.ts';
import type { Program } from '../../ir/program.ts';
import type { Facts } from '../../value/facts.ts';
import { howOf } from './how.ts';
import type { Asked } from './sides.ts';

interface SideOfRow {
  readonly program: Program;
  readonly facts: Facts;
}

/**
 * Why a decision comes out differently: the decisions on its way that differ while nothing that they read does, each with what
 * decided it before and after (version, tier, row, branch, parameter, formula, rounding).
 */
export function causesOf({ decision, on, sourceOnly }: Asked, before: SideOfRow, after: SideOfRow): readonly Texts[] {
  const [was, is] = [before, after].map(({ program, facts }) =>
    decisionsIn(session(program, facts, { sourceOnly }).explain(decision, on).explanation),
  ) as [Decisions, Decisions];
  const differing = new Set([...was.keys(), ...is.keys()].filter((key) => !isSame(was.get(key), is.get(key))));
  const roots = [...differing].filter((key) => {
    const reads = [was.get(key), is.get(key)].flatMap((one) => (one === undefined ? [] : one.reads));
    return !reads.some((other) => other !== key && differing.has(other));
  });
  // A decision that nobody asks any more, or only now, explains nothing where another does.
  const told = roots.flatMap((key) => causeOf(was.get(key)?.explanation, is.get(key)?.explanation));
  return told.length > 0 ? told : causeOf(was.get(decision)?.explanation, is.get(decision)?.explanation);
}

type Decisions = ReadonlyMap<string, { readonly explanation: Explanation; readonly reads: readonly string[] }>;

type Told = Decisions extends ReadonlyMap<string, infer One> ? One : never;

function isSame(was: Told | undefined, is: Told | undefined): boolean {
  // What one side only looks at is no cause by itself: whoever looks at it is.
  if (was === undefined || is === undefined) return true;
  const [a, b] = [was.explanation.outcome, is.explanation.outcome];
  return a.status === b.status && a.value === b.value;
}

/** All decisions of an explanation by name, and by what they are asked about. */
function decisionsIn(whole: Explanation): Decisions {
  const found = new Map<string, Told>();
  const waiting = [whole];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const key = keyOf(one.outcome.decision, one === whole ? undefined : one.on);
    if (found.has(key)) continue;
    const steps = [...decisionSteps(one.steps)];
    found.set(key, { explanation: one, reads: steps.map(({ name, on }) => keyOf(name, on)) });
    waiting.push(...steps.flatMap(({ explanation }) => explanation ?? []));
  }
  return found;
}

const keyOf = (name: string, on: string | undefined): string => (on === undefined ? name : `${name} on ${on}`);

/** The decisions that an explanation's own steps read, at any depth but not inside another decision. */
function* decisionSteps(part: unknown): Generator<Extract<Step, { step: 'decision' }>, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  if (isDecisionStep(part)) {
    yield part;
    return;
  }
  for (const value of Object.values(part)) yield* decisionSteps(value);
}

function isDecisionStep(part: object): part is Extract<Step, { step: 'decision' }> {
  return 'step' in part && part.step === 'decision';
}

function causeOf(was: Explanation | undefined, is: Explanation | undefined): readonly Texts[] {
  const title = (is ?? was)?.title ?? { en: '', zh: '' };
  const name = (is ?? was)?.outcome.decision ?? '';
  const [old, now] = [was === undefined ? [] : howOf(was), is === undefined ? [] : howOf(is)];
  const [gone, come] = [without(old, now), without(now, old)];
  const versions = versionWords(was, is);
  const [en, zh] = (['en', 'zh'] as const).map((language) => {
    const said = (lines: readonly Texts[]): string =>
      lines.map((line) => line[language]).join(language === 'en' ? '; ' : '；');
    const how = gone.length + come.length === 0 ? [] : [`${said(gone) || '–'} → ${said(come) || '–'}`];
    return [...versions.map((text) => text[language]), ...how].join(language === 'en' ? ', ' : '，');
  }) as [string, string];
  if (en === '') return [];
  return [{ en: `${title.en} (${name}): ${en}`, zh: `${title.zh}（${name}）：${zh}` }];
}

function without(lines: readonly Texts[], others: readonly Texts[]): readonly Texts[] {
  const known = new Set(others.map(({ en }) => en));
  return lines.filter(({ en }) => !known.has(en));
}

function versionWords(was: Explanation | undefined, is: Explanation | undefined): readonly Texts[] {
  const [old, now] = [was?.policy?.version, is?.policy?.version];
  if (old === now) return [];
  return [
    {
      en: `version ${now ?? 'none'} instead of ${old ?? 'none'}`,
      zh: `第 ${now ?? '–'} 版代替第 ${old ?? '–'} 版`,
    },
  ];
}
