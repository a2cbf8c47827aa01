import type { Texts } from '../diagnostic/diagnostic.ts';
import type { PolicyHead } from '../ir/program.ts';
import type { InputChange, RuleChange } from './causes.ts';

/** `Promoter commission: version 2 (published 2026-11-15, in force from 2026-10-01) instead of version 1 (…)`. */
export function ruleChangeInWords({ policy, was, is }: RuleChange): Texts {
  const title = (is ?? was)?.title ?? { en: policy, zh: policy };
  if (is === undefined) {
    return {
      en: `${title.en}: no version any more, before ${versionEn(was)}`,
      zh: `${title.zh}：不再有版本，原为${versionZh(was)}`,
    };
  }
  if (was === undefined) {
    return { en: `${title.en}: ${versionEn(is)}, none before`, zh: `${title.zh}：${versionZh(is)}，此前没有` };
  }
  return {
    en: `${title.en}: ${versionEn(is)} instead of ${versionEn(was)}`,
    zh: `${title.zh}：${versionZh(is)}代替${versionZh(was)}`,
  };
}

function versionEn(head: PolicyHead | undefined): string {
  return head === undefined ? '' : `version ${head.version} (published ${head.published}, in force from ${head.from})`;
}

function versionZh(head: PolicyHead | undefined): string {
  return head === undefined ? '' : `第 ${head.version} 版（${head.published}发布，自${head.from}起施行）`;
}

/** `Orders of the month: 45000.00 CNY → 46000.00 CNY`. */
export function inputChangeInWords({ title, was, is }: InputChange): Texts {
  return {
    en: `${title.en}: ${was ?? 'not given'} → ${is ?? 'not given'}`,
    zh: `${title.zh}：${was ?? '未提供'} → ${is ?? '未提供'}`,
  };
}
