import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';

export const controlsMessages = defineDiagnostics('controls', {
  'never-true': {
    severity: 'error',
    blocks: false,
    message: ({ rule }: { rule: string }) => ({
      en: `No facts make “${rule}” true: what it asks for cannot all hold. Mend the condition, or remove it.`,
      zh: `没有任何事实能使“${rule}”成立：其条件不可能同时满足。请修改条件或删除。`,
    }),
  },
  'always-true': {
    severity: 'warning',
    message: ({ rule }: { rule: string }) => ({
      en: `“${rule}” is true whatever the facts are, so it says nothing. Mend the condition, or remove it.`,
      zh: `无论事实如何，“${rule}”总是成立，等于没有规定。请修改条件或删除。`,
    }),
  },
  contradiction: {
    severity: 'error',
    blocks: false,
    message: ({ about, rules, actions, witness }: Clash) => ({
      en: `“${rules[0]}” and “${rules[1]}” can hold at once, yet demand ${actions[0]} and ${actions[1]} for ${about}${witness === '' ? '' : `; for example ${witness}`}. Let one of them exclude the other.`,
      zh: `“${rules[0]}”与“${rules[1]}”可能同时成立，却对 ${about} 分别要求 ${actions[0]} 与 ${actions[1]}${witness === '' ? '' : `；例如 ${witness}`}。请使两者互斥。`,
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ what, why }: { what: readonly string[]; why: Texts }) => ({
      en: `Whether these can be true, need not be, or contradict each other was not decided: ${what.join(', ')}. ${why.en}`,
      zh: `未能判定以下各项能否成立、是否总成立或互相矛盾：${what.join('、')}。${why.zh}`,
    }),
  },
  duplicate: {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `“${id}” stands here twice. Each rule and gate has an id of its own, since its decision is called so.`,
      zh: `“${id}”在此重复。每条规则与关口的编号应各不相同，其决定以此命名。`,
    }),
  },
  'reserved-id': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `“${id}” is the list of the rules raised, so no rule or gate can be called so. Choose another id.`,
      zh: `“${id}”是已触发规则的列表，规则与关口不能以此命名。请换一个编号。`,
    }),
  },
  empty: {
    severity: 'error',
    message: () => ({
      en: 'This policy has neither `rules:` nor `gates:`. Write at least one of them.',
      zh: '此制度既无 rules 也无 gates，请至少写一项。',
    }),
  },
  'not-a-deadline': {
    severity: 'error',
    message: ({ found }: { found: Texts }) => ({
      en: `A deadline is a length of time such as 3 days, a day or a time, not ${found.en}.`,
      zh: `时限应为时长（例如 3天）、日期或时间，而不是${found.zh}。`,
    }),
  },
  'not-of-a-gate': {
    severity: 'error',
    message: ({ gate, found }: { gate: string; found: string }) => ({
      en: `“${gate}” is a gate: a rule can demand it \`open\` or \`shut\`, not “${found}”.`,
      zh: `“${gate}”是关口：规则只能要求 open 或 shut，而不是“${found}”。`,
    }),
  },
});

interface Clash {
  readonly about: string;
  readonly rules: readonly [string, string];
  readonly actions: readonly [string, string];
  readonly witness: string;
}
