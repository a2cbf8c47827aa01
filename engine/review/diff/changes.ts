import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision } from '../../ir/program.ts';
import { own } from '../../ir/own.ts';
import { brokenPolicyOf } from '../../program/broken.ts';
import type { Version } from '../../program/handbook.ts';
import { organizationPolicy } from '../../program/organizations.ts';
import { versionAt } from '../../program/timeline.ts';
import { describing } from '../describing.ts';
import { headChanges } from '../head-changes.ts';
import { readersOfRoots, rootsOf } from './roots.ts';
import { decisionTitle } from '../where/titles.ts';
import { sentencesOf } from './says.ts';
import type { Linked, Stretch } from './states.ts';
import { decimalsOf } from '../../program/rounding.ts';

/** What differs in a decision, or (without one) in a policy, between two sides. */
export interface Change {
  readonly policy: string;
  readonly decision?: string;
  /** The decision as people call it. */
  readonly called?: Texts;
  /**
   * `reads`: it says the same, but something that it reads differs; where that is decided, `says` tells what comes of it. `unreadable`: a side cannot be read. `policy`: what holds
   * for all of the policy. `described`: nothing that changes outcomes.
   */
  readonly is: 'changed' | 'new' | 'gone' | 'reads' | 'unreadable' | 'policy' | 'described';
  readonly says: readonly Texts[];
  /** What it reads that differs: names of decisions, facts and parameters. */
  readonly through?: readonly string[];
  /** The same as people call them. */
  readonly throughCalled?: readonly Texts[];
}

/** All that differs between two sides on some days. `wanted` chooses policies and decisions by name; `all` tells each part. */
export function changesOf(
  stretch: Stretch,
  wanted: (policy: string, decision?: string) => boolean,
  all: boolean,
): readonly Change[] {
  const { before, after } = stretch;
  const roots = rootsOf(stretch);
  const reading = readersOfRoots(stretch, roots);
  const names = [...new Set([before, after].flatMap(({ program }) => Object.keys(program.decisions)))].sort();
  const compare = (chosen: (policy: string, name: string) => boolean): readonly Change[] =>
    names.flatMap((name) => {
      const [was, is] = [before.program.decisions[name], after.program.decisions[name]];
      const policy = (is ?? was)?.policy ?? '';
      return chosen(policy, name) ? compareOne(name, policy, was, is, stretch, roots, reading) : [];
    });
  const asked = compare(wanted);
  // Who asks about one decision wants to know as well what it follows.
  const followed = new Set(asked.flatMap(({ through = [] }) => through));
  const compared = [...asked, ...compare((policy, name) => followed.has(name) && !wanted(policy, name))];
  const named = (sort: Change['is']): readonly string[] =>
    compared.flatMap(({ is, decision }) => (is === sort ? (decision ?? []) : []));
  const sentences = sentencesOf(stretch, named('changed'), named('reads'), all);
  const told = compared.map((change) =>
    change.is === 'changed' || change.is === 'reads'
      ? { ...change, says: sentences.get(change.decision ?? '') ?? change.says }
      : change,
  );
  const sets = (policy: string, { handbook }: Linked): boolean =>
    (handbook.versions.get(policy) ?? []).some(({ parameters }) => parameters.some(({ name }) => followed.has(name)));
  return [
    ...policyChanges(stretch, (policy) => wanted(policy) || sets(policy, before) || sets(policy, after)),
    ...told,
  ];
}

function compareOne(
  name: string,
  policy: string,
  was: Decision | undefined,
  is: Decision | undefined,
  { before, after }: Stretch,
  roots: ReadonlySet<string>,
  reading: ReadonlyMap<string, readonly string[]>,
): readonly Change[] {
  const known = is ?? was;
  const of = { policy, decision: name, ...(known === undefined ? {} : { called: decisionTitle(known) }) };
  const broken = [whyUnreadable(name, was, before), whyUnreadable(name, is, after)].flatMap((one) => one ?? []);
  if (broken.length > 0) return [{ ...of, is: 'unreadable', says: broken }];
  const [held, holds] = [holdsIn(was), holdsIn(is)];
  const hidden = (is ?? was)?.hidden === true;
  if (!held && !holds) return [];
  if (!held || !holds) return hidden ? [] : [{ ...of, is: held ? 'gone' : 'new', says: [] }];
  if (roots.has(`decision ${name}`)) return [{ ...of, is: 'changed', says: [] }];
  const described = was === undefined || is === undefined ? [] : describedOtherwise(was, is);
  const through = hidden ? undefined : reading.get(`decision ${name}`);
  return [
    ...(was === undefined || described.length === 0
      ? []
      : [{ ...of, called: decisionTitle(was), is: 'described' as const, says: described }]),
    ...(through === undefined
      ? []
      : [
          {
            ...of,
            is: 'reads' as const,
            says: [],
            through: through.map((key) => nameOf(key, after)),
            throughCalled: through.map((key) => calledOf(key, after)),
          },
        ]),
  ];
}

/** What is read, by its title with its name behind it. */
function calledOf(key: string, side: Linked): Texts {
  const [sort, name = ''] = key.split(' ');
  const { facts, parameters, decisions } = side.program;
  const found = sort === 'decision' ? own(decisions, name) : sort === 'fact' ? own(facts, name) : own(parameters, name);
  const plain = nameOf(key, side);
  return found === undefined || sort === 'organization' ? { en: plain, zh: plain } : decisionTitle({ ...found, name });
}

/** What is read, as people call it: of the lines between posts, the policy that draws them. */
function nameOf(key: string, { handbook }: Linked): string {
  const [sort, name = ''] = key.split(' ');
  return sort === 'organization' ? (organizationPolicy(handbook.sources.policies, name) ?? name) : name;
}

const holdsIn = (decision: Decision | undefined): boolean =>
  decision !== undefined && decision.body.is !== 'no-version';

function whyUnreadable(name: string, decision: Decision | undefined, side: Linked): Texts | undefined {
  if (decision?.body.is === 'blocked') return placedOn(side, decision.body.diagnostic);
  const broken = decision === undefined ? brokenPolicyOf(side.handbook, name) : undefined;
  return broken === undefined ? undefined : placedOn(side, broken.diagnostic);
}

function placedOn({ name }: Linked, { span, message }: Diagnostic): Texts {
  return { en: `${name}: ${span.file}: ${message.en}`, zh: `${name}：${span.file}：${message.zh}` };
}

function describedOtherwise(was: Decision, is: Decision): readonly Texts[] {
  const title: Texts = { en: `The title is now “${is.title.en}”.`, zh: `名称改为“${is.title.zh}”。` };
  const [from, to] = [was.cites.join(', '), is.cites.join(', ')];
  const cites: Texts = { en: `Clauses cited: ${from} → ${to}.`, zh: `所依据条款：${from} → ${to}。` };
  return [
    ...(was.title.en === is.title.en && was.title.zh === is.title.zh ? [] : [title]),
    ...(from === to ? [] : [cites]),
  ];
}

function policyChanges({ before, after }: Stretch, wanted: (policy: string) => boolean): readonly Change[] {
  const names = new Set([...before.handbook.versions.keys(), ...after.handbook.versions.keys()]);
  const words = { moneyDecimals: decimalsOf(after.handbook.money), units: after.handbook.units };
  return [...names].sort().flatMap((policy): readonly Change[] => {
    const [was, is] = [inForce(before, policy), inForce(after, policy)];
    if (was === undefined || is === undefined || was === is || !wanted(policy)) return [];
    const [rules, described] = [headChanges(was, is, words), describing(was, is)];
    return [
      ...(rules.length === 0 ? [] : [{ policy, is: 'policy' as const, says: rules }]),
      ...(described.length === 0 ? [] : [{ policy, is: 'described' as const, says: described }]),
    ];
  });
}

function inForce({ handbook, day, program }: Linked, policy: string): Version | undefined {
  return versionAt(handbook.versions.get(policy) ?? [], day, program.known);
}
