import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Register } from '../kinds/documents/register.ts';
import { conventionsOf, interpretationsOf } from '../program/interpretations.ts';
import type { Sources } from '../program/read.ts';
import type { Span } from '../source/span.ts';
import { askedOf, decisionsOf, type Asked } from './asked.ts';
import { figuresOf, type FigureEntry } from './figures.ts';
import { citationsOf, newestPolicies, olderStillHolding, type Citation } from './written.ts';

type Clause = Register['clauses'][number];

/** What covers a clause, or why nothing does. */
type Covered =
  | { readonly is: 'covered'; readonly by: readonly Carrier[] }
  | { readonly is: 'missing'; readonly why: Lack; readonly by: readonly Carrier[] };
type Lack = 'not-cited' | 'no-case' | 'no-provision' | 'not-stated';

/** A place that stands for a clause. */
interface Carrier {
  readonly policy: string;
  readonly span: Span;
}

interface IssueEntry {
  readonly id: string;
  readonly says: Texts;
  /** The interpretations that answer it; of `no-effect` the reason. */
  readonly answers: readonly string[];
  readonly noEffect?: Texts;
  /** Answers that nobody recorded, or whose file is gone or cannot be read. */
  readonly unknown: readonly string[];
}

/** One clause of a register with what covers it, its figures and its issues. */
export interface LedgerEntry {
  readonly clause: string;
  readonly source: string;
  readonly part: string;
  readonly topic: string;
  readonly form: Clause['form'];
  readonly title: Texts;
  readonly span: Span;
  readonly covered: Covered;
  readonly figures: readonly FigureEntry[];
  readonly issues: readonly IssueEntry[];
}

interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Register files of the manifest that are not there or cannot be read: their clauses are not known. */
  readonly unread: readonly string[];
}

/**
 * How each clause of the registers is covered, figure by figure and issue by issue. Only files are read, nothing is linked: what
 * a deleted or broken policy leaves open is told like anything else. Of each policy the newest version counts; figures may also
 * stand in older ones that hold on the day `on` or later, where one is named.
 */
export function ledgerOf(sources: Sources, on?: string): Ledger {
  const policies = newestPolicies(sources);
  const citations = Map.groupBy(policies.flatMap(citationsOf), ({ clause }) => clause);
  const older = on === undefined ? [] : olderStillHolding(sources, on);
  const before = Map.groupBy(older.flatMap(citationsOf), ({ clause }) => clause);
  const asked = askedOf(sources, policies);
  const recorded = new Set(
    [...conventionsOf(sources), ...policies.flatMap((read) => interpretationsOf(read).interpretations)].map(
      ({ id }) => id,
    ),
  );
  const read = new Set(sources.registers.map(({ file }) => file.name));
  return {
    entries: sources.registers.flatMap(({ value }) =>
      value.clauses.map((clause): LedgerEntry => {
        const cited = citations.get(clause.id.text) ?? [];
        return {
          clause: clause.id.text,
          source: value.source.text,
          part: partOf(clause.id.text),
          topic: clause.topic.text,
          form: clause.form,
          title: clause.title,
          span: clause.id.span,
          covered: coveredBy(clause, cited, asked),
          figures: figuresOf(clause, cited, before.get(clause.id.text)),
          issues: (clause.issues ?? []).map((issue) => issueEntry(issue, recorded)),
        };
      }),
    ),
    unread: (sources.manifest?.value.sources ?? [])
      .map(({ value }) => value.register)
      .filter((register) => !read.has(register)),
  };
}

/** `O-1` of `O-1.3.3a`. */
const partOf = (clause: string): string => clause.replace(/\..*$/, '');

/**
 * Executable: a case that counts; record: a policy that cites it; principle: a provision that does. Of every form: each policy
 * that cites it and decides something has such a case, and those that the register names all cite it.
 */
function coveredBy(clause: Clause, cited: readonly Citation[], asked: Asked): Covered {
  const there = coveredByForm(clause, cited, asked);
  if (there.is === 'missing') return there;
  const unasked = cited.filter(({ read }) => {
    const decisions = decisionsOf(read);
    return decisions.length > 0 && !decisions.some((decision) => asked.decisions.has(decision));
  });
  if (unasked.length > 0) return { is: 'missing', why: 'no-case', by: unasked.map(carrier) };
  const citing = new Set(cited.map(({ read }) => read.policy.policy.text));
  const silent = (clause['stated-by'] ?? []).filter(({ text }) => !citing.has(text));
  if (silent.length === 0) return there;
  return { is: 'missing', why: 'not-stated', by: silent.map(({ text, span }) => ({ policy: text, span })) };
}

function coveredByForm({ id, form }: Clause, cited: readonly Citation[], asked: Asked): Covered {
  const all = cited.map(carrier);
  switch (form) {
    case 'executable': {
      if (cited.length === 0) return { is: 'missing', why: 'not-cited', by: [] };
      const ofCase = asked.clauses.get(id.text);
      const tested = cited.filter((citation) => isAsked(citation, asked));
      const by = [...tested.map(carrier), ...(ofCase === undefined ? [] : [{ policy: '', span: ofCase.span }])];
      return by.length > 0 ? { is: 'covered', by } : { is: 'missing', why: 'no-case', by: all };
    }
    case 'record':
      return cited.length > 0 ? { is: 'covered', by: all } : { is: 'missing', why: 'not-cited', by: [] };
    case 'principle': {
      const stated = cited.filter(({ read }) => read.kind.name === 'provisions').map(carrier);
      if (stated.length > 0) return { is: 'covered', by: stated };
      return { is: 'missing', why: cited.length === 0 ? 'not-cited' : 'no-provision', by: all };
    }
  }
}

const carrier = ({ read, span }: Citation): Carrier => ({ policy: read.policy.policy.text, span });

/** Whether a case asks the decision that cites, or of a part that is no decision any decision of its policy. */
function isAsked({ clause, read, part, path }: Citation, { decisions }: Asked): boolean {
  const policy = read.policy.policy.text;
  const own = read.declaration.outputs.filter(
    ({ cites }) =>
      path.length > 0 &&
      cites.some(({ text, span }) => text === clause && span.start >= part.span.start && span.end <= part.span.end),
  );
  const meant = own.length > 0 ? own.map(({ name }) => `${policy}.${name.text}`) : decisionsOf(read);
  return meant.some((decision) => decisions.has(decision));
}

function issueEntry(
  { id, says, answer }: NonNullable<Clause['issues']>[number],
  recorded: ReadonlySet<string>,
): IssueEntry {
  if (answer.form !== 'plain')
    return { id: id.text, says, answers: [], noEffect: answer.value['no-effect'], unknown: [] };
  const answers = answer.value.map(({ text }) => text);
  return { id: id.text, says, answers, unknown: answers.filter((one) => !recorded.has(one)) };
}
