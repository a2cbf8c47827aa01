import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Decision, Fact, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { shortened } from './invalid.ts';
import type { Facts } from './facts.ts';
import type { Failure } from './result.ts';

function failure(code: string, message: Texts, span?: Span, fact?: string): Failure {
  const named = fact === undefined ? {} : { fact };
  return { status: 'error', code, message, ...named, ...(span === undefined ? {} : { span }) };
}

/** Somebody reads a value that was given but cannot be used. */
export function unusable({ code, message, place, fact }: Extract<Value, { is: 'invalid' }>, span: Span): Failure {
  const { en, zh } = message;
  const said = place === undefined ? message : { en: `${place.en}: ${en}`, zh: `${place.zh}：${zh}` };
  return failure(code, said, span, fact);
}

export function contradiction({ name, title }: Fact, given: string, computed: string, span?: Span): Failure {
  const message = {
    en: `“${title.en}” (${name}) is given as ${given}, but the other facts make it ${computed}. Leave one of them out.`,
    zh: `“${title.zh}”（${name}）给出的是${given}，但由其他事实得出${computed}，请只保留一方。`,
  };
  return failure('fact/contradiction', message, span, name);
}

export function computedOutOfRange({ name, title }: Fact, computed: string, allowed: string, span?: Span): Failure {
  const message = {
    en: `“${title.en}” (${name}) follows from other facts as ${computed}, which is out of range; expected is ${allowed}.`,
    zh: `由其他事实得出“${title.zh}”（${name}）为${computed}，超出范围，应为${allowed}。`,
  };
  return failure('fact/out-of-range', message, span, name);
}

export function notApplicable(decision: string, span: Span): Failure {
  return failure(
    'expression/not-applicable',
    {
      en: `“${decision}” does not apply here. Say what holds then: when-applies(${decision}, …).`,
      zh: `“${decision}”在此不适用。请写明此时的取值：when-applies(${decision}, …)。`,
    },
    span,
  );
}

export function overlap(place: string, rows: readonly number[], span: Span): Failure {
  return failure(
    'table/overlap',
    {
      en: `Rows ${rows.join(' and ')} of ${place} hold at once, but only one may.`,
      zh: `${place}的第 ${rows.join('、')} 行同时成立，而只能有一行成立。`,
    },
    span,
  );
}

/** Two tiers of a scale that one tier alone must decide. Numbers count from 1. */
export function tiersOverlap(place: string, tiers: readonly number[], span: Span): Failure {
  return failure(
    'tiers/overlap',
    {
      en: `Tiers ${tiers.join(' and ')} of ${place} hold at once, but only one may.`,
      zh: `${place}的第 ${tiers.join('、')} 档同时成立，而只能有一档成立。`,
    },
    span,
  );
}

/** Hosts ask to be told of a name that is no fact: silently it would count for nothing. */
export const notAFact = ({ code, message, fact }: Facts['unknown'][number]): Failure =>
  failure(code, message, undefined, fact);

export function requirementFailed(says: Texts, span: Span): Failure {
  return failure('requires/failed', says, span);
}

export function numberTooLong(span: Span): Failure {
  return failure(
    'number/too-long',
    {
      en: 'The number has more than 2000 digits. Round on the way.',
      zh: '数字超过2000位，请在计算途中取整。',
    },
    span,
  );
}

export function listTooLong(length: number, span: Span): Failure {
  return failure(
    'list/too-long',
    {
      en: `The list would have ${length} elements; at most 10000 are worked with.`,
      zh: `列表将有${length}个元素，最多处理10000个。`,
    },
    span,
  );
}

export function dateOutOfRange(span: Span): Failure {
  return failure(
    'date/out-of-range',
    { en: 'The date lies outside the years 1 to 9999.', zh: '日期超出公元1年至9999年。' },
    span,
  );
}

export function dateNotWhole(moved: string, span: Span): Failure {
  return failure(
    'date/not-whole',
    {
      en: `A date cannot move by ${moved}: only by whole days or months, a moment by whole seconds. Round first.`,
      zh: `日期不能移动${moved}：只能移动整天或整月，时刻只能移动整秒。请先取整。`,
    },
    span,
  );
}

export function noSuperior(post: string, span: Span): Failure {
  return failure(
    'organization/no-superior',
    {
      en: `“${post}” stands at the top and reports to nobody.`,
      zh: `“${post}”是最高岗位，没有上级。`,
    },
    span,
  );
}

export function unknownPost(post: string, scope: string, span: Span): Failure {
  return failure(
    'organization/unknown-post',
    {
      en: `The organization of “${scope}” has no post “${post}”.`,
      zh: `“${scope}”的组织中没有岗位“${post}”。`,
    },
    span,
  );
}

export function unknownDecision(name: string, program: Program): Failure {
  const decisions = Object.values(program.decisions).filter(({ policy, hidden }) => policy === name && !hidden);
  if (decisions.length > 0) return policyAsked(name, decisions);
  const titled = decisionsTitled(name, program);
  const near = didYouMean(titled.length > 0 ? titled : suggest(name, Object.keys(program.decisions)));
  return failure('decision/unknown', {
    en: `There is no decision “${shortened(name)}”.${near.en}`,
    zh: `没有名为“${shortened(name)}”的决定。${near.zh}`,
  });
}

/** People ask by the title they read on a page: of a decision, or of a policy. */
function decisionsTitled(title: string, { decisions, policies }: Program): readonly string[] {
  const asked = ({ en, zh }: Texts): boolean => en.toLowerCase() === title.toLowerCase() || zh === title;
  const found = Object.values(decisions).filter(({ hidden }) => !hidden);
  const own = found.filter((decision) => asked(decision.title));
  const kept = own.length > 0 ? own : found.filter(({ policy }) => policies[policy] && asked(policies[policy].title));
  return kept.slice(0, 5).map(({ name }) => name);
}

function policyAsked(name: string, decisions: readonly Decision[]): Failure {
  const names = decisions.map((decision) => decision.name);
  return failure('decision/unknown', {
    en: `“${name}” is a policy, not a decision. Ask for one of its decisions: ${names.join(', ')}.`,
    zh: `“${name}”是制度，不是决定。请求取其中的决定：${names.join('、')}。`,
  });
}

export function wrongArgument(name: string, takes: readonly string[]): Failure {
  const what = takes.join(', ');
  return failure(
    'decision/argument',
    takes.length === 0
      ? { en: `“${name}” is not asked about anything: leave “on” out.`, zh: `“${name}”不接受参数，请去掉“on”。` }
      : {
          en: `“${name}” must be asked about one thing (${what}): add “on”.`,
          zh: `“${name}”须指明对象（${what}），请加上“on”。`,
        },
  );
}
