import type { Texts } from '../diagnostic/diagnostic.ts';
import { partsOf } from '../ir/parts.ts';
import type { Contradiction } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import { gateMeasures, type Gate } from '../program/gates.ts';
import type { Handbook } from '../program/handbook.ts';
import type { Manifest } from '../kinds/documents/manifest.ts';
import { interpretationChanges } from './describing.ts';
import type { Handbooks } from './difference.ts';
import type { SharedChange } from './shared-changes.ts';

/** What the manifest rules for all policies: currency, time zone, rounding, scopes and conventions. */
export function manifestChanges({ base, head }: Handbooks, today: string): readonly SharedChange[] {
  const [was, is] = [base.manifest, head.manifest];
  if (was === undefined || is === undefined) return [];
  const words = [
    changeOf({ en: 'The currency', zh: '币种' }, was.currency.text, is.currency.text),
    changeOf({ en: 'The time zone', zh: '时区' }, was['time-zone'].text, is['time-zone'].text),
  ].flatMap((says) => says ?? []);
  return [
    ...words.map((says) => ({ says, refused: false })),
    ...roundingChange(base, head, today),
    ...scopeChanges(was, is).map((says) => ({ says, refused: false })),
    ...interpretationChanges(base.conventions, head.conventions).map((says) => ({ says, refused: false })),
    ...contradictionChanges(base.contradictions, head.contradictions).map((says) => ({ says, refused: false })),
    ...gateChanges(base.gates, head.gates).map((says) => ({ says, refused: false })),
    ...reviewChanges(was, is).map((says) => ({ says, refused: false })),
  ];
}

function changeOf(what: Texts, was: string, is: string): Texts | undefined {
  if (was === is) return undefined;
  return { en: `${what.en} was ${was} and is now ${is}.`, zh: `${what.zh}由 ${was} 改为 ${is}。` };
}

/** The manifest has no versions, so another rounding would alter what policies in force have paid already. */
function roundingChange(base: Handbook, head: Handbook, today: string): readonly SharedChange[] {
  const text = ({ money, currency }: Handbook): string =>
    money === undefined ? '?' : `${money.to} ${currency} ${money.mode}`;
  const says = changeOf({ en: 'The rounding of money', zh: '金额取整' }, text(base), text(head));
  if (says === undefined || base.money === undefined || head.money === undefined) return [];
  const versions = [...base.versions.values()].flat().filter((version) => version.head.from <= today);
  const decisions = versions.flatMap((version) => version.decisions).filter(({ hidden }) => !hidden);
  const rounded = decisions.filter((decision) =>
    partsOf(decision).some((ir) => nodes(ir).some((node) => node.op === 'round' && node.declaredBy === 'handbook')),
  );
  const names = [...new Set(rounded.map(({ policy }) => policy))].toSorted();
  if (names.length === 0) return [{ says, refused: false }];
  return [
    {
      says: {
        en: `${says.en} It holds for ${names.join(', ')}, for days past as well. Put it back; amend these policies and write \`round:\` there.`,
        zh: `${says.zh}涉及 ${names.join('、')}，且追及既往。请恢复原值；修订这些制度，在其中写明 round。`,
      },
      refused: true,
    },
  ];
}

/** What is said to contradict what; explanations tell it. */
function contradictionChanges(was: readonly Contradiction[], is: readonly Contradiction[]): readonly Texts[] {
  const old = new Map(was.map((one) => [one.id, one]));
  const kept = new Set(is.map(({ id }) => id));
  const gone = was.filter(({ id }) => !kept.has(id));
  return [
    ...is.flatMap((one): readonly Texts[] => {
      const before = old.get(one.id);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(one)) return [];
      const what = before === undefined ? { en: 'New', zh: '新增' } : { en: 'Changed', zh: '改动' };
      const sides = one.sides.map(({ policy, clause }) => `${policy} (${clause})`);
      return [
        {
          en: `${what.en} contradiction ${one.id} between ${sides.join(', ')}: ${one.says.en}`,
          zh: `${what.zh}矛盾 ${one.id}（${sides.join('、')}）：${one.says.zh}`,
        },
      ];
    }),
    ...gone.map(({ id }) => ({ en: `Contradiction ${id} is gone.`, zh: `矛盾 ${id} 已删除。` })),
  ];
}

/** How changes are reviewed, beside the gates. */
function reviewChanges({ review: was }: Manifest, { review: is }: Manifest): readonly Texts[] {
  return [
    changeOf({ en: "Owners' approvals", zh: '负责人批准' }, was?.approvals ?? 'told', is?.approvals ?? 'told'),
    changeOf(
      { en: 'The population of reviews', zh: '评审的人群表' },
      was?.population?.file ?? '–',
      is?.population?.file ?? '–',
    ),
    changeOf(
      { en: 'The last closed month', zh: '最后已结算的月份' },
      was?.closed?.through.text ?? '–',
      is?.closed?.through.text ?? '–',
    ),
  ].flatMap((says) => says ?? []);
}

/** What makes a change fail; a change itself is held against the gates before it as well. */
function gateChanges(was: readonly Gate[], is: readonly Gate[]): readonly Texts[] {
  const textOf = (gates: readonly Gate[], measure: Gate['measure']): string =>
    gates.find((gate) => gate.measure === measure)?.text ?? '–';
  return gateMeasures.flatMap(
    (measure) =>
      changeOf(
        { en: `What fails a change (${measure})`, zh: `变更不通过的条件（${measure}）` },
        textOf(was, measure),
        textOf(is, measure),
      ) ?? [],
  );
}

function scopeChanges(was: Manifest, is: Manifest): readonly Texts[] {
  const old = new Map(was.scopes.map(({ key, value }) => [key.text, value]));
  const now = new Set(is.scopes.map(({ key }) => key.text));
  const gone = [...old.keys()]
    .filter((name) => !now.has(name))
    .map((name): Texts => ({ en: `The scope “${name}” is gone.`, zh: `规则体系“${name}”已删除。` }));
  const changes = is.scopes.flatMap(({ key: { text: name }, value }): readonly Texts[] => {
    const before = old.get(name);
    if (before === undefined) return [{ en: `The scope “${name}” is new.`, zh: `新增规则体系“${name}”。` }];
    const source = ({ source: { text }, part }: typeof value): string =>
      part === undefined ? text : `${text} ${String(part)}`;
    const adopted = ({ adopted: dates }: typeof value): string =>
      dates === undefined ? '–' : `${dates.from.iso} (${dates.published.iso})`;
    return [
      changeOf({ en: `The source of “${name}”`, zh: `“${name}”的来源` }, source(before), source(value)),
      changeOf(
        { en: `The day of adoption (and of publication) of “${name}”`, zh: `“${name}”的施行日（及公布日）` },
        adopted(before),
        adopted(value),
      ),
    ].flatMap((says) => says ?? []);
  });
  return [...gone, ...changes];
}
