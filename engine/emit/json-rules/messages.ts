import type { Texts } from '../../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

/** Why a decision is not said as rules of json-rules-engine, and what to do about it. */
export const jsonRulesMessages = defineDiagnostics('json-rules', {
  'no-condition': {
    severity: 'info',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” only computes: there is no condition and no table for rules to decide. Ask the engine for it, or give its value to the rules as a fact.`,
      zh: `“${name}”只作计算，没有可供规则判断的条件或表格。请直接向引擎求取，或将其值作为事实提供给规则。`,
    }),
  },
  'no-form': {
    severity: 'info',
    message: ({ name, type }: { name: string; type: Texts }) => ({
      en: `“${name}” is of type ${type.en}, which has no exact form in json-rules-engine: amounts, dates, texts, truths and members cross. Ask the engine for it, or decide each part by a decision of its own.`,
      zh: `“${name}”的类型为${type.zh}，在 json-rules-engine 中没有精确的表示：可传递的是数额、日期、文本、是非值与枚举成员。请直接向引擎求取，或为各部分分别设立决定。`,
    }),
  },
  'takes-argument': {
    severity: 'info',
    message: ({ name, argument }: { name: string; argument: string }) => ({
      en: `“${name}” is asked about something (${argument}), and rules take no arguments. Ask the engine for it, or write a decision that asks about a fact.`,
      zh: `“${name}”须就某一对象（${argument}）求取，而规则不接受参数。请直接向引擎求取，或另写一个就事实求取的决定。`,
    }),
  },
  'rounded-sum': {
    severity: 'info',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” rounds what several rows add up to, and json-rules-engine has no arithmetic. Round the values of the rows, or ask the engine for it.`,
      zh: `“${name}”对多行的合计取整，而 json-rules-engine 没有算术运算。请改为对各行的值取整，或直接向引擎求取。`,
    }),
  },
  'no-version': {
    severity: 'info',
    message: ({ name, at }: { name: string; at: string }) => ({
      en: `No version of the policy of “${name}” is in force on ${at}. Name another day.`,
      zh: `“${name}”所属制度在 ${at} 没有施行中的版本。请另选日期。`,
    }),
  },
  'unknown-decision': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `There is no decision “${name}”.${didYouMean(near).en}`,
      zh: `没有名为“${name}”的决定。${didYouMean(near).zh}`,
    }),
  },
  blocked: {
    severity: 'error',
    message: ({ name, why }: { name: string; why: Texts }) => ({
      en: `“${name}” has a mistake that must be mended first: ${why.en}`,
      zh: `“${name}”存在须先改正的错误：${why.zh}`,
    }),
  },
});
