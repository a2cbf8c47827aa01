import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { CheckContext } from '../kinds/kind.ts';
import { sameData } from '../source/same-data.ts';
import { conditionsOf } from './conditions.ts';
import type { LoweredVersion } from './lowered.ts';

/** What a kind may ask that is no part of its own file. */
type Asks = Omit<CheckContext, 'text'>;

/** What a kind's own checks found in a version, and all that they asked of the handbook with its answers. */
interface Checked {
  readonly found: readonly Diagnostic[];
  readonly asked: readonly Asked[];
}
interface Asked {
  readonly again: (context: Asks) => unknown;
  readonly answer: unknown;
}

/** What all versions were told, and the words in which. */
export interface CheckedKinds {
  readonly words: CheckContext['words'];
  readonly byVersion: ReadonlyMap<LoweredVersion, Checked>;
}

/** The kinds' own checks of all versions. One is not made again where it would be told the same as before. */
export function checkKinds(
  versions: Iterable<LoweredVersion>,
  context: Asks,
  before: CheckedKinds | undefined,
): CheckedKinds {
  const { words } = context;
  const known = before !== undefined && sameData(before.words, words) ? before.byVersion : undefined;
  const byVersion = Array.from(versions, (version) => {
    const one = known?.get(version);
    return [version, one !== undefined && holds(one, context) ? one : checked(version, context)] as const;
  });
  return { words, byVersion: new Map(byVersion) };
}

function holds({ asked }: Checked, context: Asks): boolean {
  return asked.every(({ again, answer }) => sameData(again(context), answer));
}

function checked(version: LoweredVersion, context: Asks): Checked {
  const asked: Asked[] = [];
  const noted = <T>(again: (context: Asks) => T): T => {
    const answer = again(context);
    asked.push({ again, answer });
    return answer;
  };
  const { read, decisions } = version;
  const found = read.declaration.check(
    irByOutput(version),
    {
      fact: (name) => noted((one) => one.fact(name)),
      members: (name) => noted((one) => one.members(name)),
      parameters: (name) => noted((one) => one.parameters(name)),
      decides: (name) => noted((one) => one.decides(name)),
      decisionNames: () => noted((one) => one.decisionNames()),
      posts: (scope) => noted((one) => one.posts(scope)),
      scopesOf: (post) => noted((one) => one.scopesOf(post)),
      words: context.words,
      text: read.file.text,
    },
    conditionsOf(decisions),
  );
  return { found, asked };
}

function irByOutput({ read, decisions }: LoweredVersion): ReadonlyMap<string, Ir> {
  const prefix = `${read.policy.policy.text}.`.length;
  return new Map(
    decisions.flatMap(({ name, body }) => (body.is === 'ir' ? [[name.slice(prefix), body.ir] as const] : [])),
  );
}
