import type { Texts } from '../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../diagnostic/define.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly near: readonly string[];
}

/** What can be declared, in Chinese. */
const declared: Readonly<Record<string, string>> = {
  alias: '别名',
  enumeration: '枚举',
  fact: '事实',
  output: '输出',
  parameter: '参数',
  unit: '单位',
};

/** What can be wrong between the files of a handbook. */
export const handbookMessages = defineDiagnostics('handbook', {
  'no-manifest': {
    severity: 'error',
    message: () => ({
      en: 'There is no handbook.yaml: it names the currency, the sources and the scopes.',
      zh: '缺少 handbook.yaml：其中写明币种、来源与规则体系。',
    }),
  },
  'two-manifests': {
    severity: 'error',
    message: ({ other }: { other: string }) => ({
      en: `A handbook has one manifest, but ${other} is one already.`,
      zh: `一本手册只能有一个清单，而 ${other} 已是清单。`,
    }),
  },
  'unknown-file': {
    severity: 'error',
    message: () => ({
      en: 'This file does not say what it is: its first key is `policy:`, `kind:`, `cases-of:` or `handbook:`.',
      zh: '此文件未写明类型：首个键应为 policy、kind、cases-of 或 handbook。',
    }),
  },
  'unknown-kind': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `There is no kind “${name}”.${didYouMean(near).en}`,
      zh: `没有类型“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'unknown-type': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `“${name}” is no type and no enumeration.${didYouMean(near).en}`,
      zh: `“${name}”既不是类型，也不是枚举。${didYouMean(near).zh}`,
    }),
  },
  'needs-unit': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `A ${type} needs \`unit:\`.`,
      zh: `${type} 需要写明 unit。`,
    }),
  },
  'unknown-scope': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `The manifest knows no scope “${name}”.${didYouMean(near).en}`,
      zh: `清单中没有规则体系“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'no-scope': {
    severity: 'error',
    message: () => ({
      en: 'The policy does not say which company it belongs to: add `scope:`.',
      zh: '该制度未写明所属规则体系：请补充 scope。',
    }),
  },
  'unknown-clause': {
    severity: 'error',
    blocks: false,
    message: ({ name, near }: Unknown) => ({
      en: `No register has the clause “${name}”.${didYouMean(near).en}`,
      zh: `条款登记册中没有“${name}”。${didYouMean(near).zh}`,
    }),
  },
  'unknown-side': {
    severity: 'error',
    blocks: false,
    message: ({ name, near }: Unknown) => ({
      en: `There is no policy “${name}” that could be a side of a contradiction. Leave the side out until its policy is written.${didYouMean(near).en}`,
      zh: `没有可作为矛盾一方的制度“${name}”。该制度写成之前请勿列入。${didYouMean(near).zh}`,
    }),
  },
  'side-not-cited': {
    severity: 'error',
    blocks: false,
    message: ({ policy, name, near }: Unknown & { policy: string }) => ({
      en: `No part of ${policy} cites ${name}, so it does not follow that clause. Name the policy that does, or a clause that it cites.${didYouMean(near).en}`,
      zh: `${policy} 没有任何部分引用 ${name}，因此并未采用该条款。请写明采用该条款的制度，或该制度所引的条款。${didYouMean(near).zh}`,
    }),
  },
  'one-side': {
    severity: 'error',
    blocks: false,
    message: ({ id }: { id: string }) => ({
      en: `“${id}” has one side only. A contradiction needs two: leave it out until the other one's policy is written.`,
      zh: `“${id}”只有一方。矛盾须有两方：另一方的制度写成之前请勿记录。`,
    }),
  },
  'side-twice': {
    severity: 'error',
    blocks: false,
    message: ({ policy, clause }: { policy: string; clause: string }) => ({
      en: `${policy} with ${clause} is a side already. A contradiction needs two different ones.`,
      zh: `${policy} 与 ${clause} 已是其中一方。矛盾须有不同的两方。`,
    }),
  },
  'unknown-answer': {
    severity: 'error',
    blocks: false,
    message: ({ name, near }: Unknown) => ({
      en: `No policy records the interpretation “${name}”. Write policy#interpretation, or \`{ no-effect: … }\` with the reason.${didYouMean(near).en}`,
      zh: `没有制度记录解释“${name}”。请写“制度#解释”，或以 { no-effect: … } 写明理由。${didYouMean(near).zh}`,
    }),
  },
  duplicate: {
    severity: 'error',
    message: ({ what, name }: { what: string; name: string }) => ({
      en: `“${name}” is declared twice (${what}). Names are unique in the whole handbook.`,
      zh: `“${name}”重复声明（${declared[what] ?? what}）。名称在整本手册内唯一。`,
    }),
  },
  clash: {
    severity: 'error',
    message: ({ name, what }: { name: string; what: Texts }) => ({
      en: `“${name}” is also a ${what.en}. A name stands for one thing: choose another.`,
      zh: `“${name}”同时也是${what.zh}。一个名称只能指一样东西，请换一个。`,
    }),
  },
  'applies-by-element': {
    severity: 'error',
    message: ({ variable }: { variable: string }) => ({
      en: `Under \`each\` a decision applies to the whole list or not at all, so \`applies-when\` may not read “${variable}”. Write the condition into the value: \`choose\`.`,
      zh: `在 each 之下，决定对整个列表适用或不适用，因此 applies-when 不能读取“${variable}”。请用 choose 把条件写入取值。`,
    }),
  },
  cycle: {
    severity: 'error',
    message: ({ path }: { path: string }) => ({
      en: `These need each other, so none can be computed: ${path}.`,
      zh: `以下各项互相依赖，无法计算：${path}。`,
    }),
  },
  'type-changed': {
    severity: 'error',
    message: ({ name, now, before }: { name: string; now: string; before: string }) => ({
      en: `“${name}” is ${now} here but ${before} in another version. A decision keeps its type.`,
      zh: `“${name}”在此为 ${now}，在另一版本为 ${before}。决定的类型不可改变。`,
    }),
  },
  'no-dates': {
    severity: 'error',
    message: ({ missing }: { missing: readonly ('effective' | 'published')[] }) => {
      const keys = missing.map((key) => (key === 'effective' ? '`effective: { from: … }`' : '`published:`'));
      const [en, zh] = missing.includes('effective')
        ? ['from when it holds', '施行日期']
        : ['when it was published', '公布日期'];
      return {
        en: `The version does not say ${en}: add ${keys.join(' and ')}, or \`adopted:\` to its scope.`,
        zh: `该版本未写明${zh}：请补充 ${keys.join(' 与 ')}，或在规则体系中写 \`adopted:\`。`,
      };
    },
  },
  'ends-before-it-starts': {
    severity: 'error',
    message: ({ from, to }: { from: string; to: string }) => ({
      en: `The version ends on ${to}, before it starts on ${from}.`,
      zh: `该版本的终止日 ${to} 早于起始日 ${from}。`,
    }),
  },
  'same-version': {
    severity: 'error',
    message: ({ policy, version }: { policy: string; version: string }) => ({
      en: `${policy} has version ${version} twice.`,
      zh: `${policy} 的第 ${version} 版出现两次。`,
    }),
  },
  'no-version': {
    severity: 'error',
    blocks: false,
    message: ({ policy, from, to }: { policy: string; from: string; to: string }) => ({
      en: `No version of ${policy} is in force from ${from} to ${to}, and no version says so with \`to:\`.`,
      zh: `自 ${from} 至 ${to} ${policy} 没有生效版本，也没有版本以 to 写明终止。`,
    }),
  },
  'covers-later': {
    severity: 'error',
    blocks: false,
    message: ({ version, later }: { version: string; later: string }) => ({
      en: `Version ${version} stands before version ${later}, which starts later. Say so with \`replaces: [${later}]\`, or end it with \`to:\`.`,
      zh: `第 ${version} 版优先于起始更晚的第 ${later} 版。请写 replaces: [${later}]，或以 to 写明终止。`,
    }),
  },
  'not-each': {
    severity: 'error',
    message: () => ({
      en: '`each` names an element and its list: `lot in order.lots`.',
      zh: 'each 应写明元素与列表：lot in order.lots。',
    }),
  },
  'rounding-step': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `Values of ${type} cannot be rounded to this: write a value of the same unit above zero.`,
      zh: `${type} 的值不能以此取整：请写同单位且大于零的值。`,
    }),
  },
  'not-monotone-by': {
    severity: 'error',
    message: ({ name, output }: { name: string; output: string }) => ({
      en: `“${output}” cannot rise or fall with “${name}”: both must be numbers, amounts, dates or of an enumeration, and “${name}” a fact.`,
      zh: `“${output}”无法随“${name}”升降：两者须为数字、金额、日期或枚举，且“${name}”须为事实。`,
    }),
  },
  'no-limits': {
    severity: 'error',
    message: ({ output, side }: { output: string; side: string }) => ({
      en: `“${output}” has no order, so \`${side}\` says nothing of it: only numbers, amounts, dates and times are more or less.`,
      zh: `“${output}”没有大小顺序，${side} 对其没有意义：仅数字、金额、日期与时间可比大小。`,
    }),
  },
  'not-constant': {
    severity: 'error',
    message: () => ({
      en: 'A written value is needed here, not a computation.',
      zh: '此处需要字面值，而不是算式。',
    }),
  },
  'needs-rounding': {
    severity: 'warning',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” may be a quotient that never ends. Say how it is rounded with \`round:\`.`,
      zh: `“${name}”可能是除不尽的商，请用 round 写明取整方式。`,
    }),
  },
  'rounded-twice': {
    severity: 'warning',
    message: ({ name, first, second }: { name: string; first: string; second: string }) => ({
      en: `“${name}” rounds to ${second} what was rounded to ${first} already: the result may differ from rounding once.`,
      zh: `“${name}”把已取整至 ${first} 的值再取整至 ${second}：结果可能与一次取整不同。`,
    }),
  },
  'no-reason': {
    severity: 'warning',
    message: ({ policy, version }: { policy: Texts; version: string }) => ({
      en: `Version ${version} of “${policy.en}” does not say why it was amended: add \`because:\`.`,
      zh: `“${policy.zh}”第 ${version} 版未写明修订原因：请填写“修订原因”（because）。`,
    }),
  },
  'closed-not-boolean': {
    severity: 'error',
    message: ({ type }: { type: string }) => ({
      en: `\`closed: true\` says that absence is false, so only a boolean can be closed; this is ${type}. Take \`closed:\` out.`,
      zh: `closed: true 表示未记录即为否，只有 boolean 可以如此；此处为 ${type}。请删去 closed。`,
    }),
  },
  'unused-fact': {
    severity: 'warning',
    message: ({ name }: { name: string }) => ({
      en: `No policy reads the fact “${name}”.`,
      zh: `没有制度读取事实“${name}”。`,
    }),
  },
  'unused-interpretation': {
    severity: 'warning',
    message: ({ id }: { id: string }) => ({
      en: `No place of the policy rests on the interpretation “${id}”, so nothing shows that it decides. Write \`rests-on:\` where it does, or take it out.`,
      zh: `制度中没有任何一处依据解释“${id}”，看不出它决定了什么。请在所决定之处写 rests-on，或将其删除。`,
    }),
  },
});
