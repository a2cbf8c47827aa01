import type { Decision, Parameter, Program } from '../ir/program.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import type { Mutant } from './mutant.ts';

/** A program with the mutant's change in it, whatever parameters it tries. */
export function mutatedProgram(mutant: Mutant, program: Program, handbook: Handbook): Program {
  const changed: Record<string, Decision> = {};
  for (const [before, after] of mutant.decisions) {
    if (program.decisions[before.name] !== before) return relinked(mutant, program, handbook);
    changed[before.name] = after;
  }
  if (mutant.days !== undefined) return relinked(mutant, program, handbook);
  return { ...program, decisions: { ...program.decisions, ...changed } };
}

/** Where versions stand side by side, or another version holds, linking says what the change comes to. */
function relinked(mutant: Mutant, program: Program, handbook: Handbook): Program {
  const versions = new Map(handbook.versions);
  versions.set(
    mutant.policy,
    (versions.get(mutant.policy) ?? []).map((version) => changedVersion(version, mutant)),
  );
  const { at, known } = program;
  const linked = link({ ...handbook, versions }, { at, known });
  return { ...linked, parameters: { ...linked.parameters, ...triedIn(program, mutant, handbook) } };
}

/** What the case sets for itself; of a file of parameters all that stands in it follows its days. */
function triedIn(program: Program, { policy }: Mutant, handbook: Handbook): Program['parameters'] {
  const isFile = (handbook.versions.get(policy) ?? []).some(({ parameters }) => parameters.length > 0);
  if (!isFile) return program.parameters;
  const plain = link(handbook, program).parameters;
  const text = (one: Parameter | undefined): string => JSON.stringify([one?.value, one?.entries]);
  return Object.fromEntries(
    Object.entries(program.parameters).filter(([name, parameter]) => text(parameter) !== text(plain[name])),
  );
}

function changedVersion(version: Version, { version: number, decisions, days }: Mutant): Version {
  if (version.head.version !== number) return version;
  const { to: _to, ...head } = version.head;
  const moved =
    days === undefined ? version.head : { ...head, from: days.from, ...(days.to === undefined ? {} : { to: days.to }) };
  return {
    ...version,
    head: moved,
    decisions: version.decisions.map((decision) => decisions.get(decision) ?? decision),
  };
}
