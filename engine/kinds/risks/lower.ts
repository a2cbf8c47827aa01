import { typed } from '../../expression/check-cells.ts';
import { checkMessages } from '../../expression/check-messages.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Ir } from '../../ir/ir.ts';
import { typeWords } from '../../ir/type-words.ts';
import { boolean, days, unknown } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Output } from '../kind.ts';
import { anyOf } from '../nodes.ts';
import { lowerUnstated } from '../place.ts';
import type { RiskEntry, RisksPolicy } from './index.ts';

/** Decisions of the register itself, whose names no risk can have. */
export const ownNames = ['level', 'interval'] as const;

/** `.level` of likelihood and impact, `.interval` of the search for risks, and one decision for each risk with triggers. */
export function outputsOf(policy: RisksPolicy): readonly Output[] {
  const { level, identification, risks } = policy;
  const named = (text: string): Word => ({ text, span: policy.policy.span });
  return [
    ...(level === undefined
      ? []
      : [
          {
            name: named('level'),
            title: { en: 'Risk level', zh: '风险等级' },
            cites: [],
            hidden: false,
            lower: ({ checker }) => checker.check(level),
          } satisfies Output,
        ]),
    ...(identification === undefined
      ? []
      : [
          {
            name: named('interval'),
            title: { en: 'Interval of risk identification', zh: '风险识别间隔' },
            cites: identification.cites ?? [],
            hidden: false,
            lower: ({ checker }) =>
              identification.every.form === 'unstated'
                ? lowerUnstated(identification.every.value.unstated, checker, days)
                : lowerInterval(identification.every.value, checker),
          } satisfies Output,
        ]),
    ...risks.flatMap(riskOutput),
  ];
}

/** Has the risk come up? True when any of its triggers is. */
function riskOutput({ id, title, triggers, cites = [] }: RiskEntry): readonly Output[] {
  if (triggers === undefined) return [];
  const lower: Output['lower'] = ({ checker }) => anyOf(triggers.map((trigger) => typed(trigger, checker, boolean)));
  return [{ name: id, title, cites, hidden: false, lower }];
}

function lowerInterval(written: Expr, checker: Checker): Ir {
  const interval = checker.check(written);
  if (interval.type.is === 'duration' || interval.type.is === 'unknown') return interval;
  const found = typeWords(interval.type);
  checker.env.report(checkMessages['wrong-type']({ found, expected: typeWords(days) }, written.span));
  return { ...broken(written), type: unknown };
}
