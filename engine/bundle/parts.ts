import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type {
  Contradiction,
  Decision,
  Fact,
  FieldRule,
  Gap,
  Interpretation,
  Organization,
  Parameter,
  PolicyHead,
  Side,
  Unit,
} from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Edition } from '../program/edition.ts';
import { node, range } from './nodes.ts';
import { keyed, oneField, optional, orWord } from './record.ts';
import { count, flag, list, misfit, names, oneOf, word, type Shape } from './shape.ts';
import { day, decimals, span, texts, type, value } from './values.ts';

export const unit: Shape<Unit> = keyed<Unit>({ en: list(word), zh: list(word), whole: flag });

const fieldRule = keyed<FieldRule>({ type, range: optional(range), scale: optional(decimals), closed: flag });

export const fact: Shape<Fact> = keyed<Fact>({
  name: word,
  type,
  title: texts,
  alias: list(word),
  subject: optional(word),
  range: optional(range),
  scale: optional(decimals),
  closed: flag,
  orFrom: optional(node),
  fields: optional(names(fieldRule)),
  origin: span,
});

export const parameter: Shape<Parameter> = keyed<Parameter>({
  name: word,
  type,
  title: texts,
  owner: word,
  scope: word,
  range: optional(range),
  scale: optional(decimals),
  keys: list(type),
  value: optional(value),
  entries: optional(
    list(keyed<{ readonly keys: readonly string[]; readonly value: Value }>({ keys: list(word), value })),
  ),
  origin: span,
});

export const about: Shape<Interpretation['about']> = oneOf('convention', 'doubt', 'fills', 'chooses');

export const interpretation: Shape<Interpretation> = keyed<Interpretation>({
  id: word,
  about,
  clauses: list(word),
  question: texts,
  answer: texts,
  status: orWord('proposed', keyed<{ readonly by: string; readonly date: string }>({ by: word, date: day })),
  origin: span,
});

export const gap: Shape<Gap> = keyed<Gap>({ id: word, clause: optional(word), says: texts, origin: span });

export const organization: Shape<Organization> = keyed<Organization>({
  posts: names(
    keyed<Organization['posts'][string]>({
      superior: orWord(
        'none',
        oneField<{ readonly post: string } | { readonly gap: string }>({ post: word, gap: word }),
      ),
      department: word,
    }),
  ),
});

export const contradiction: Shape<Contradiction> = keyed<Contradiction>({
  id: word,
  says: texts,
  sides: list(keyed<Side>({ policy: word, clause: word })),
});

export const head: Shape<PolicyHead> = keyed<PolicyHead>({
  policy: word,
  kind: word,
  version: count,
  from: day,
  to: optional(day),
  published: day,
  title: texts,
  cites: list(word),
  scope: optional(word),
  owner: optional(word),
  period: optional(oneOf('month')),
  split: optional(oneOf('days')),
  periodRule: optional(oneOf('end')),
  because: optional(texts),
  file: word,
});

/** A bundle holds only what means something, so the body of a decision is its node. */
const body: Shape<Decision['body']> = {
  write: (given, out) => (given.is === 'ir' ? out.node(given.ir) : unwritable(given)),
  read: (raw, from) => ({ is: 'ir', ir: node.read(raw, from) }),
};
function unwritable(given: Exclude<Decision['body'], { readonly is: 'ir' }>): never {
  throw new Error(`a ${given.is} decision has no place in a bundle`);
}

export const decision: Shape<Decision> = keyed<Decision>({
  name: word,
  policy: word,
  version: count,
  title: texts,
  cites: list(word),
  type,
  hidden: flag,
  takes: list(keyed<Decision['takes'][number]>({ id: word, name: word, type })),
  appliesWhen: list(node),
  requires: list(
    keyed<Decision['requires'][number]>({
      that: node,
      says: texts,
      byKind: optional({ write: (is) => is, read: (raw) => (raw === true ? raw : misfit('true', 'true')) }),
    }),
  ),
  body,
  range: optional(range),
  monotone: optional(
    list(
      keyed<NonNullable<Decision['monotone']>[number]>({ fact: word, direction: oneOf('up', 'down'), origin: span }),
    ),
  ),
  limits: optional(
    list(keyed<NonNullable<Decision['limits']>[number]>({ side: oneOf('at-least', 'at-most'), of: node, text: word })),
  ),
  origin: span,
});

/** What a policy's section says beside its tables. */
export interface PolicyPart {
  readonly decisions: readonly Decision[];
  readonly interpretations: readonly Interpretation[];
  readonly gaps: readonly Gap[];
}
export const policyPart: Shape<PolicyPart> = keyed<PolicyPart>({
  decisions: list(decision),
  interpretations: list(interpretation),
  gaps: list(gap),
});

/** What all policies share, and what of each others read. */
export interface SharedPart {
  readonly units: Readonly<Record<string, Unit>>;
  readonly enumerations: Readonly<Record<string, Readonly<Record<string, Diagnostic['message']>>>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly conventions: readonly Interpretation[];
  readonly contradictions: readonly Contradiction[];
  readonly read: readonly ReadByOthers[];
}
/** Of an edition, by its place among those of the contents, what must be known before any of its decisions is asked. */
export interface ReadByOthers {
  readonly edition: number;
  readonly parameters: readonly Parameter[];
  readonly began?: NonNullable<Edition['began']>;
  readonly organization?: Organization;
}
export const sharedPart: Shape<SharedPart> = keyed<SharedPart>({
  units: names(unit),
  enumerations: names(names(texts)),
  facts: names(fact),
  conventions: list(interpretation),
  contradictions: list(contradiction),
  read: list(
    keyed<ReadByOthers>({
      edition: count,
      parameters: list(parameter),
      began: optional(keyed<{ readonly isRunning: Ir; readonly day: Ir }>({ isRunning: node, day: node })),
      organization: optional(organization),
    }),
  ),
});

/** What stands in the bundle's first section: everything that is needed to know which others to read. */
export interface Contents {
  /** Version of the engine that built it. */
  readonly engine: string;
  readonly handbook: string;
  readonly revision: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly moneyDecimals: number;
  /** The days on which some version begins or no longer holds, in order. */
  readonly changes: readonly string[];
  /** By policy, newest first; each has a section of its own, in this order. */
  readonly editions: readonly EditionEntry[];
}
export interface EditionEntry {
  readonly head: PolicyHead;
  readonly cited: readonly string[];
  readonly decisions: readonly string[];
  /** Names of those that nobody asks by themselves. */
  readonly hidden: readonly string[];
  readonly interpretations: readonly { readonly id: string; readonly about: Interpretation['about'] }[];
  readonly gaps: readonly string[];
}
export const contents: Shape<Contents> = keyed<Contents>({
  engine: word,
  handbook: word,
  revision: count,
  timeZone: word,
  currency: word,
  moneyDecimals: decimals,
  changes: list(day),
  editions: list(
    keyed<EditionEntry>({
      head,
      cited: list(word),
      decisions: list(word),
      hidden: list(word),
      interpretations: list(keyed<EditionEntry['interpretations'][number]>({ id: word, about })),
      gaps: list(word),
    }),
  ),
});
