import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Ir, Table } from '../../ir/ir.ts';
import { boolean } from '../../ir/type.ts';
import { areTyped, type NotDecided } from '../../proof/domain.ts';
import { situations, type Situation } from '../../proof/situations.ts';
import { printValue } from '../../value/print.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import type { SanctionsPolicy } from './index.ts';
import { metLines, type Line } from './lines.ts';
import { sanctionsMessages as messages } from './messages.ts';
import { milderLines } from './rank.ts';
import { witnessLine } from '../witness-line.ts';

/** What the checks of combinations look at. */
export interface World {
  readonly policy: SanctionsPolicy;
  /** The table of one measure: all have the same columns, the violation and then the circumstances. */
  readonly node: Table;
  readonly lowered: ReadonlyMap<string, Ir>;
  readonly context: CheckContext;
  readonly conditions: Conditions;
}

/** Circumstances that can come together, the lines that then apply, and facts that show it where there are some. */
export interface Combination {
  readonly given: ReadonlySet<number>;
  readonly met: readonly Line[];
  readonly witness: Readonly<Record<string, string>> | undefined;
}

/** Of each violation: circumstances for which no line or more than one decides, lines in vain, and lines out of rank. */
export function checkCombinations(all: readonly (readonly Line[])[], world: World): readonly Diagnostic[] {
  const columns = world.node.columns.map(({ value }) => value);
  const kinds = columns[0]?.type;
  if (kinds?.is !== 'enumeration' || !areTyped(columns)) return [];
  const members = world.context.members(kinds.name);
  const open: { readonly what: string; readonly why: Texts }[] = [];
  const found = all.flatMap((lines, i): readonly Diagnostic[] => {
    const key = world.policy.violations[i]?.key;
    if (key === undefined || !members.includes(key.text)) return [];
    const combinations = combinationsOf(key.text, lines, world);
    if ('notDecided' in combinations) {
      open.push({ what: key.text, why: combinations.notDecided });
      return [];
    }
    const { 'when-none': none, 'when-several': rule } = world.policy;
    const without = none === undefined ? combinations.filter(({ met }) => met.length === 0) : [];
    const several = rule === undefined ? combinations.filter(({ met }) => met.length > 1) : [];
    if ([...without, ...several].some(({ witness }) => witness === undefined)) {
      open.push({ what: key.text, why: computed });
    }
    const decides = new Set(combinations.flatMap(({ met: [first] }) => first ?? []));
    return [
      ...shown(without).map((one) => tell('gap', one, lines, i, world)),
      ...shown(several).map((one) => tell('several', one, lines, i, world)),
      ...lines
        .filter((line) => !decides.has(line))
        .map((line) => messages['never-met']({ line: line.key.text }, line.key.span)),
      ...milderLines(lines, combinations, world),
    ];
  });
  const [first] = open;
  return first === undefined
    ? found
    : [
        ...found,
        messages['not-decided']({ what: open.map(({ what }) => what), why: first.why }, world.policy.violation.span),
      ];
}

const computed: Texts = {
  en: 'it depends on values that are computed from others.',
  zh: '这取决于由其他值计算得出的值。',
};

/** One finding a violation: whoever mends it sees the next. */
const shown = (all: readonly Combination[]): readonly Combination[] =>
  all.filter(({ witness }) => witness !== undefined).slice(0, 1);

function combinationsOf(
  violation: string,
  lines: readonly Line[],
  { policy, node, lowered, context, conditions }: World,
): readonly Combination[] | NotDecided {
  const [kind, ...circumstances] = node.columns.map(({ value }) => value);
  if (kind?.type.is !== 'enumeration') return [];
  const member: Ir = { ...kind, op: 'literal', value: { is: 'member', enumeration: kind.type.name, name: violation } };
  const isIt: Ir = { op: 'compare', type: boolean, origin: kind.origin, comparison: '=', left: kind, right: member };
  const prefix = `${policy.policy.text}.`;
  const inline = (decision: string): Ir | undefined =>
    decision.startsWith(prefix) ? lowered.get(decision.slice(prefix.length)) : undefined;
  const { appliesWhen, requires } = conditions;
  const asked = { statements: circumstances, holds: [...appliesWhen, isIt], requires, inline };
  const found = situations(asked, context);
  if ('notDecided' in found) return found;
  return found
    .filter(({ truths }) => !truths.includes('open'))
    .map((situation) => {
      const given = new Set(situation.truths.flatMap((truth, place) => (truth === 'true' ? [place] : [])));
      return { given, met: metLines(lines, given), witness: printed(situation, context) };
    });
}

function printed({ witness }: Situation, { words }: CheckContext): Readonly<Record<string, string>> | undefined {
  if (witness === undefined) return undefined;
  return Object.fromEntries([...witness].map(([fact, value]) => [fact, printValue(value, words)]));
}

function tell(
  code: 'gap' | 'several',
  { given, witness = {} }: Combination,
  lines: readonly Line[],
  violation: number,
  { policy }: World,
): Diagnostic {
  const key = policy.violations[violation]?.key;
  const names = [...given].map((place) => policy.circumstances[place]?.key.text ?? '');
  const args = {
    violation: key?.text ?? '',
    given:
      names.length === 0
        ? { en: 'without any circumstance', zh: '没有任何情节' }
        : { en: `with ${names.join(' and ')}`, zh: `具有情节 ${names.join('、')} ` },
    witness: witnessLine(witness),
  };
  return messages[code](args, key?.span ?? lines[0]?.key.span ?? policy.violation.span, { witness });
}
