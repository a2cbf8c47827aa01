import { evaluate } from '../evaluate/evaluate.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import { readValue } from '../value/read.ts';
import { factsOf } from './meaning-key.ts';
import { failing, ofValue, undetermined, type Symbol } from './symbol.ts';
import type { Walk } from './walk.ts';

/** What a loop over a list comes to where the fact that moves has no part in it: the evaluator says. Undefined elsewhere. */
export function workedOut(ir: Ir, { along, program, meanings }: Walk): Symbol | undefined {
  if (along === undefined || factsOf(ir, program, meanings).includes(along.fact) || readsOutside(ir)) return undefined;
  const name = '(worked out)';
  const decision = { ...plain, name, type: ir.type, origin: ir.origin, body: { is: 'ir', ir } } as const;
  const asked = { ...program, decisions: { ...program.decisions, [name]: decision } };
  const { status, value, reasons, error } = evaluate(asked, name, { values: along.values, unknown: [] });
  if (status === 'determined') {
    const read = readValue(value ?? '', ir.type, program);
    return read.is === 'invalid' ? undefined : ofValue(read);
  }
  return status === 'undetermined'
    ? undetermined(...reasons.map(({ text }) => text.en))
    : failing(error?.code ?? status);
}

const plain: Pick<
  Decision,
  'policy' | 'version' | 'title' | 'cites' | 'hidden' | 'takes' | 'requires' | 'appliesWhen'
> = {
  policy: '',
  version: 0,
  title: { en: '', zh: '' },
  cites: [],
  hidden: true,
  takes: [],
  requires: [],
  appliesWhen: [],
};

/** Names that are bound around it: an element of a list further out. */
function readsOutside(ir: Ir): boolean {
  const bound = new Set<string>();
  const read = new Set<string>();
  for (const node of nodes(ir)) {
    if (node.op === 'local') read.add(node.id);
    if (node.op === 'aggregate' || node.op === 'fold') bound.add(node.local);
    if (node.op === 'fold') bound.add(node.state);
  }
  return [...read].some((id) => !bound.has(id));
}
