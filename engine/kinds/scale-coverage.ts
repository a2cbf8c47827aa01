import type { Reporters } from '../diagnostic/define.ts';
import type { Diagnostic, Fix, Texts } from '../diagnostic/diagnostic.ts';
import type { Expr } from '../expression/ast.ts';
import { printExpression } from '../expression/print.ts';
import type { Bands } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import { areTyped, continuum, domainOf, type Domain, type NotDecided } from '../proof/domain.ts';
import { holdsNothing } from '../proof/empty.ts';
import { gaps } from '../proof/gaps.ts';
import { layOut, type Grid } from '../proof/grid.ts';
import type { Part } from '../proof/part.ts';
import { holdsWitness, withValuePast } from '../proof/past.ts';
import { printCondition, printDomain } from '../proof/print-part.ts';
import { unreachableRows } from '../proof/rows.ts';
import { printValue } from '../value/print.ts';
import type { CheckContext } from './kind.ts';
import { fillGap, fixOf, neighboursOf, partOverlap, turned } from './scale-fixes.ts';
import { isPoint, mendsOf, overlapsThatCount, type Mends } from './scale-mends.ts';
import { compareLow, textOf, type Tier } from './scale.ts';

/** A scale and what stands on it, in the order of the file. */
interface Scale {
  /** The scale as the author writes it. */
  readonly by: Expr;
  readonly node: Bands;
  readonly tiers: readonly Tier[];
  /** Some tiers could not be read: what they cover is not known. */
  readonly partial?: boolean;
  readonly context: CheckContext;
  readonly messages: ScaleMessages;
  /** Where tiers add up: how to say that no value lies in a hole, but some reach past it. */
  readonly uncounted?: ScaleMessages['gap'];
}

/**
 * Values of the scale, and one of them: `“Completion of the sales target” (sales.completion) in (100% .. 120%)`. `example` names
 * it in the sentence, unless it is the only one and was said.
 */
export interface ScalePlace {
  readonly where: Texts;
  readonly witness: string;
  readonly example: Texts;
}

/** How a kind says what is wrong with its scale. */
type ScaleMessages = Reporters<{
  readonly gap: Message<ScalePlace>;
  readonly overlap: Message<ScalePlace>;
  readonly unreachable: Message<{ readonly tier: string; readonly by: Texts; readonly range: Texts }>;
  readonly empty: Message<{ readonly tier: string }>;
  readonly 'not-decided': Message<{ readonly why: Texts }>;
}>;
interface Message<Arguments> {
  readonly severity: Diagnostic['severity'];
  message(args: Arguments): Texts;
}

/** Every value of the scale belongs to one tier, and every tier can be reached. */
export function checkScale(scale: Scale): readonly Diagnostic[] {
  const { tiers, messages } = scale;
  const hollow = tiers.filter(({ band }) => holdsNothing(band.range));
  const filled = tiers.filter((tier) => !hollow.includes(tier));
  return [
    ...hollow.map((tier) =>
      messages.empty({ tier: textOf(tier) }, tier.cell.span, { fixes: turnRound(scale, hollow) }),
    ),
    ...checkCoverage({ ...scale, tiers: filled, partial: scale.partial === true || hollow.length > 0 }),
  ];
}

/** The mend of the only empty tier, where it leaves nothing to say. */
function turnRound(scale: Scale, [tier, ...more]: readonly Tier[]): readonly Fix[] {
  const changed = tier === undefined || more.length > 0 ? undefined : turned(tier);
  if (tier === undefined || changed === undefined || holdsNothing(changed.band.range)) return [];
  const after = scale.tiers.map((one) => (one === tier ? changed : one));
  return checkScale({ ...scale, tiers: after }).length === 0 ? [fixOf({ tier, changed })] : [];
}

function checkCoverage(scale: Scale): readonly Diagnostic[] {
  const { node, tiers, partial = false, context } = scale;
  if (!areTyped([node.by, ...tiers.flatMap(({ band }) => rangeParts(band.range))])) return [];
  const declared = domainOf(node.by, context);
  if ('notDecided' in declared) return [notDecided(scale, declared)];
  const domain = node.mode === 'slab' ? declared : continuum(declared);
  const grid = layOut(
    [domain],
    tiers.map(({ band }) => [band.range]),
  );
  if ('notDecided' in grid) return [notDecided(scale, grid)];
  // A hole beside a tier that says nothing is that tier's own mistake.
  const holes = partial ? [] : gaps(grid);
  const mends = partial ? () => [] : mendsOf(tiers, node.mode, domain);
  return [
    ...checkReach(scale, grid, domain),
    ...('notDecided' in holes
      ? [notDecided(scale, holes)]
      : holes.flatMap(([part]) => gapOf(scale, mends, declared, part))),
    ...overlapsThatCount(grid, node.mode).flatMap(({ rows, box: [part] }) => overlapOf(scale, mends, rows, part)),
  ];
}

function notDecided({ by, messages }: Scale, { notDecided: why, span }: NotDecided): Diagnostic {
  return messages['not-decided']({ why }, span ?? by.span);
}

function checkReach({ tiers, by, node, context, messages }: Scale, grid: Grid, domain: Domain): readonly Diagnostic[] {
  return unreachableRows(grid).flatMap(({ row }) => {
    const tier = tiers[row];
    if (tier === undefined) return [];
    const args = { tier: textOf(tier), by: scaleTitle(by, node, context), range: printDomain(domain, context.words) };
    return [messages.unreachable(args, tier.cell.span)];
  });
}

function gapOf(scale: Scale, mends: Mends, domain: Domain, part: Part | undefined): readonly Diagnostic[] {
  if (part === undefined) return [];
  const { by, node, tiers, context, messages } = scale;
  const neighbours = neighboursOf(part, tiers);
  const { below, above } = neighbours;
  const where = placeWords(scaleTitle(by, node, context), printCondition('', part, context.words).trim());
  const shown = holdsWitness(domain, part) ? part : withValuePast(domain, part);
  const args = { where, ...exampleOf(shown, context) };
  const report = shown === part ? messages.gap : (scale.uncounted ?? messages.gap);
  const related = below === undefined || above === undefined ? [] : [{ span: above.cell.span, message: beginsAbove }];
  const fixes = mends(fillGap(neighbours), []);
  const extras = { related, fixes, ...witnessOf(scale, shown) };
  return [report(args, (below ?? above)?.cell.span ?? by.span, extras)];
}

const beginsAbove: Texts = { en: 'The one that begins above the hole:', zh: '始于缺口之上的一档：' };

function overlapOf(
  scale: Scale,
  mends: Mends,
  [earlier, later]: readonly [number, number],
  part: Part | undefined,
): readonly Diagnostic[] {
  const { by, node, tiers, context, messages } = scale;
  const [first, second] = [tiers[earlier], tiers[later]];
  if (first === undefined || second === undefined || part === undefined) return [];
  const [lower, higher] = compareLow(first, second) <= 0 ? [first, second] : [second, first];
  const where = placeWords(scaleTitle(by, node, context), printCondition('', part, context.words).trim());
  return [
    messages.overlap({ where, ...exampleOf(part, context) }, second.cell.span, {
      related: [{ span: first.cell.span, message: { en: 'The other one.', zh: '另一处。' } }],
      fixes: mends(partOverlap(lower, higher), [lower, higher]),
      ...witnessOf(scale, part),
    }),
  ];
}

/** What a scale measures: its title, with the name that the author writes behind it. */
export function scaleTitle(by: Expr, { by: ir }: Bands, context: Pick<CheckContext, 'fact'>): Texts {
  const name = printExpression(by);
  const title = ir.op === 'fact' ? context.fact(ir.name)?.title : undefined;
  // A name in Latin letters stands between blanks in Chinese, a title does not.
  if (title === undefined || title.zh === name) return { en: name, zh: /^[\w(]/u.test(name) ? ` ${name} ` : name };
  return { en: `“${title.en}” (${name})`, zh: `“${title.zh}”（${name}）` };
}

/** `“Completion” (c) in (100% .. 120%)`. */
function placeWords(title: Texts, condition: string): Texts {
  const [, range] = /^in ([[(].*)$/u.exec(condition) ?? [];
  const [, value] = /^= (.*)$/u.exec(condition) ?? [];
  const blank = title.zh.endsWith(' ') ? '' : ' ';
  const where =
    value !== undefined
      ? `为 ${value} 的情形`
      : range === undefined
        ? `${blank}${condition} 的情形`
        : `在 ${range} 内的情形`;
  return { en: `${title.en} ${condition}`, zh: `${title.zh}${where}` };
}

function exampleOf(part: Part, context: CheckContext): Omit<ScalePlace, 'where'> {
  const witness = witnessText(part, context);
  const example = isPoint(part) ? { en: '', zh: '' } : { en: `, for example ${witness}`, zh: `，例如 ${witness}` };
  return { witness, example };
}

const witnessText = ({ witness }: Part, { words }: CheckContext): string =>
  witness === undefined ? '' : printValue(witness, words);

/** The facts to replay a finding with; a scale that is computed has no single fact to give. */
function witnessOf({ node, context }: Scale, part: Part): { readonly witness?: Readonly<Record<string, string>> } {
  return node.by.op === 'fact' ? { witness: { [node.by.name]: witnessText(part, context) } } : {};
}
