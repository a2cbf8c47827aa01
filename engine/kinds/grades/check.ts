import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { printExpression } from '../../expression/print.ts';
import type { Ir } from '../../ir/ir.ts';
import type { CheckContext } from '../kind.ts';
import { checkScale } from '../scale-coverage.ts';
import { tiersOf } from '../scale.ts';
import { missedWhole, shareOf } from '../shares.ts';
import type { Distribution, GradesPolicy } from './index.ts';
import { writtenShare } from './largest-remainder.ts';
import { gradesMessages as messages } from './messages.ts';

/** Every score has one grade, every grade has scores, and the shares make the whole. */
export function checkGrades(
  policy: GradesPolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
): readonly Diagnostic[] {
  const { by, bands, distribution } = policy;
  const node = lowered.get('grade');
  const cells = bands.map((band) => band.in);
  const tiers = node?.op === 'bands' ? tiersOf(cells, node) : [];
  const partial = tiers.length < cells.length;
  return [
    ...(node?.op === 'bands' ? checkScale({ by, node, tiers, partial, context, messages }) : []),
    ...checkMembers(policy, context),
    ...(distribution === undefined ? [] : checkShares(policy, distribution)),
  ];
}

function checkMembers(
  { type, bands, reserved = [], distribution }: GradesPolicy,
  context: CheckContext,
): readonly Diagnostic[] {
  const kept = new Set(reserved.map(({ key }) => key.text));
  const named = [...bands.map(({ grade }) => grade), ...(distribution?.shares ?? []).map(({ key }) => key)];
  const given = new Set(bands.map(({ grade }) => grade.text));
  return [
    ...context
      .members(type.text)
      .filter((grade) => !given.has(grade) && !kept.has(grade))
      .map((grade) => messages['no-band']({ grade }, type.span)),
    ...named.filter(({ text }) => kept.has(text)).map(({ text, span }) => messages.reserved({ grade: text }, span)),
  ];
}

function checkShares({ bands }: GradesPolicy, { shares, span }: Distribution): readonly Diagnostic[] {
  const found = shares.map(({ value: entry }) => {
    const value = writtenShare(entry);
    return { value, share: shareOf(value) };
  });
  const wrong = found.filter(({ share }) => share === undefined);
  const missed = wrong.length > 0 ? undefined : missedWhole(found.flatMap(({ share }) => share ?? []));
  const last = found.at(-1)?.value.span ?? span;
  const without = new Set(bands.map(({ grade }) => grade.text)).difference(new Set(shares.map(({ key }) => key.text)));
  return [
    ...wrong.map(({ value }) => messages.share({ found: printExpression(value) }, value.span)),
    ...(missed === undefined ? [] : [messages.shares(missed, last)]),
    ...[...without].map((grade) => messages['no-share']({ grade }, span)),
  ];
}
