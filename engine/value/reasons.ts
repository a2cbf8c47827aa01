import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Reason } from '../ir/outcome.ts';
import type { Ir, LeftTo } from '../ir/ir.ts';
import { everything, type Fact, type Program } from '../ir/program.ts';

/**
 * A fact that nobody gave; `place` is its name, or a place in it: `promoters[1].completion`, or a field's name. `open` is why
 * it does not follow from other facts either.
 */
export function missingFact(program: Program, place: string, open: readonly Reason[] = []): Reason {
  const bracket = place.indexOf('[');
  const fact = program.facts[bracket < 0 ? place : place.slice(0, bracket)];
  const texts: Texts =
    fact === undefined
      ? { en: `The field “${place}” is not given.`, zh: `未提供字段“${place}”。` }
      : bracket < 0
        ? notGiven(fact, normalizeReasons(open), program)
        : {
            en: `In “${fact.title.en}” ${place} is not given.`,
            zh: `“${fact.title.zh}”中未提供${place}。`,
          };
  return { code: 'missing-fact', fact: place, text: texts };
}

/** What would do instead of the fact; where more than facts is missing, giving those would not help. */
function notGiven({ name, title }: Fact, open: readonly Reason[], { facts }: Program): Texts {
  const en = `“${title.en}” (${name}) is not given`;
  const zh = `未提供“${title.zh}”（${name}）`;
  const others = open.flatMap(({ code, fact }) => (code === 'missing-fact' && fact !== undefined ? [fact] : []));
  if (open.length === 0) return { en: `${en}.`, zh: `${zh}。` };
  if (others.length === open.length) {
    return {
      en: `${en}: give it, or give ${listed(others.map((other) => factCalled(other, facts).en))}.`,
      zh: `${zh}：请提供，或提供${others.map((other) => factCalled(other, facts).zh).join('、')}。`,
    };
  }
  const why = { en: open.map(({ text }) => text.en).join(' '), zh: open.map(({ text }) => text.zh).join('') };
  return { en: `${en}, and does not follow from other facts: ${why.en}`, zh: `${zh}，也不能由其他事实得出：${why.zh}` };
}

/** A fact by its title with its name behind it; a place inside of one as it is. */
function factCalled(name: string, facts: Program['facts']): Texts {
  const title = facts[name]?.title;
  return title === undefined
    ? { en: name, zh: name }
    : { en: `“${title.en}” (${name})`, zh: `“${title.zh}”（${name}）` };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A list fact that is complete with so many elements only: results of the months of a quarter. */
export function incompleteFact(program: Program, name: string, needs: number): Reason {
  const title = program.facts[name]?.title ?? { en: name, zh: name };
  return {
    code: 'missing-fact',
    fact: name,
    needs,
    text: {
      en: `“${title.en}” (${name}) is complete with exactly ${needs} ${needs === 1 ? 'entry' : 'entries'}.`,
      zh: `“${title.zh}”（${name}）须恰有 ${needs} 项方为完整。`,
    },
  };
}

/** A value that the company has yet to set. */
export function unsetParameter(program: Program, name: string): Reason {
  const parameter = program.parameters[name];
  const owner = parameter?.owner ?? '';
  return {
    code: 'unset-parameter',
    parameter: name,
    text: {
      en: `The company has not set “${parameter?.title.en ?? name}” (${name}); its owner is ${owner}.`,
      zh: `公司尚未设定“${parameter?.title.zh ?? name}”（${name}），负责人为${owner}。`,
    },
  };
}

/** A keyed parameter without an entry for these keys; `place` is `stock.lower-limit(T-1)`. */
export function missingKey(program: Program, name: string, keys: readonly string[]): Reason {
  const parameter = program.parameters[name];
  const place = `${name}(${keys.join(', ')})`;
  const owner = parameter?.owner ?? '';
  return {
    code: 'missing-key',
    parameter: place,
    text: {
      en: `“${parameter?.title.en ?? name}” has no value for ${keys.join(', ')}; its owner is ${owner}.`,
      zh: `“${parameter?.title.zh ?? name}”没有${keys.join('、')}对应的值，负责人为${owner}。`,
    },
  };
}

/** A gap that the policy names: `policy#id`. */
export function gap(program: Program, id: string): Reason {
  const named = program.gaps[id];
  const clause =
    named?.clause === undefined ? { en: '', zh: '' } : { en: ` (${named.clause})`, zh: `（${named.clause}）` };
  return {
    code: 'gap',
    gap: id,
    text:
      named === undefined
        ? { en: `The source leaves this open (${id}).`, zh: `原文对此未作规定（${id}）。` }
        : { en: `${named.says.en}${clause.en}`, zh: `${named.says.zh}${clause.zh}` },
  };
}

/** A value that no row speaks about: `policy#output`. */
export function noRow(output: string): Reason {
  return {
    code: 'gap',
    gap: output,
    text: { en: `No row says anything here: ${output}.`, zh: `没有任何行适用于此：${output}。` },
  };
}

/** A value of the scale that lies between tiers: `policy#output (100% .. 120%)`. */
export function hole(output: string, scale: Ir | { readonly name: string } | undefined, range: string): Reason {
  const place = `${output} ${range}`;
  if (scale === undefined || !('name' in scale)) {
    return {
      code: 'gap',
      gap: place,
      text: { en: `No tier says anything here: ${place}.`, zh: `没有任何档适用于此：${place}。` },
    };
  }
  const isInterval = /^[[(]/.test(range);
  const [en, zh] = isInterval
    ? [`${scale.name} in ${range}`, `${scale.name} 在 ${range} 内`]
    : [`${scale.name} ${range}`, `${scale.name} ${range} `];
  return {
    code: 'gap',
    gap: place,
    text: { en: `No tier covers ${en}: ${output}.`, zh: `没有任何档涵盖 ${zh}的情形：${output}。` },
  };
}

/** In source-only mode: the source alone does not settle what the interpretation answers. */
export function unsettled(program: Program, id: string): Reason {
  const { question, clauses } = program.interpretations[id] ?? { question: { en: '', zh: '' }, clauses: [] };
  const named = [id, ...clauses];
  return {
    code: 'interpretation',
    gap: id,
    text: {
      en: `By the source alone this is undetermined (${named.join(', ')}): ${question.en}`,
      zh: `仅按原文未定（${named.join('，')}）：${question.zh}`,
    },
  };
}

/** In source-only mode: a row or value that is the company's own, in the output `policy#output`. */
export function ownFigure(place: string): Reason {
  return {
    code: 'own-figure',
    gap: place,
    text: {
      en: `The figure is the company's own, the source has none (${place}).`,
      zh: `该数值由公司自定，原文没有（${place}）。`,
    },
  };
}

/** In source-only mode: a parameter that the company has set. */
export function ownParameter(program: Program, name: string): Reason {
  const parameter = program.parameters[name];
  return {
    code: 'own-figure',
    parameter: name,
    text: {
      en: `“${parameter?.title.en ?? name}” (${name}) is set by the company, the source has no value.`,
      zh: `“${parameter?.title.zh ?? name}”（${name}）由公司设定，原文没有。`,
    },
  };
}

/** A person must decide within the range, and nobody has proposed anything. */
export function leftToPerson(program: Program, by: LeftTo['by'], allowed: string): Reason {
  const { person, title } = personOf(program, by);
  return {
    code: 'left-to-person',
    person,
    allowed,
    text: {
      en: `A person decides this within ${allowed}: ${title.en}`,
      zh: `须由人在${allowed}范围内决定：${title.zh}`,
    },
  };
}

/** What was proposed is not what the person may decide. */
export function outsideAllowed(program: Program, by: LeftTo['by'], allowed: string, proposed: string): Reason {
  const { person, title } = personOf(program, by);
  return {
    code: 'outside-allowed',
    person,
    allowed,
    text: {
      en: `${proposed} was proposed, but only ${allowed} may be decided: ${title.en}`,
      zh: `提出的是${proposed}，但只可在${allowed}范围内决定：${title.zh}`,
    },
  };
}

function personOf(program: Program, by: LeftTo['by']): { readonly person: string; readonly title: Texts } {
  if ('post' in by) return { person: by.post, title: { en: `${by.post}.`, zh: `${by.post}。` } };
  return { person: by.gap, title: program.gaps[by.gap]?.says ?? { en: `${by.gap}.`, zh: `${by.gap}。` } };
}

/** No version of the decision's policy is in force on the date. */
export function noVersion(program: Program, policy: string): Reason {
  const { at, known } = program;
  const knowledge =
    known === everything ? { en: '', zh: '' } : { en: ` as published by ${known}`, zh: `以${known}之前公布的为准，` };
  return {
    code: 'no-version',
    text: {
      en: `No version of ${policy} is in force on ${at}${knowledge.en}.`,
      zh: `${knowledge.zh}${policy}在${at}没有施行中的版本。`,
    },
  };
}

export const emptyList: Reason = {
  code: 'empty-list',
  text: { en: 'The list is empty, so it has no such value.', zh: '列表为空，没有这样的值。' },
};
export const tie: Reason = {
  code: 'tie',
  text: { en: 'Two elements are equally first.', zh: '有两个元素并列第一。' },
};
export const denominator: Reason = {
  code: 'denominator',
  text: {
    en: 'It would be divided by a number that is not above 0.',
    zh: '除数不大于0，不能相除。',
  },
};
export const noDuration: Reason = {
  code: 'no-duration',
  text: {
    en: 'There is no such length of time (“none”), so it can neither be compared nor computed with.',
    zh: '该时长为“无”，不能比较，也不能参与计算。',
  },
};

/** Reasons are a set: equal ones are one; sorted by code, then by the name they carry (engine/ir/README.md). */
export function normalizeReasons(reasons: readonly Reason[]): readonly Reason[] {
  return [...distinctReasons(reasons)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
}

/**
 * Each reason once, by what it says but for its words. Of two that differ only in words the one that comes first in the
 * alphabet stays, so that no order of looking at things shows.
 */
export function distinctReasons(reasons: readonly Reason[]): ReadonlyMap<string, Reason> {
  const distinct = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = keyOf(reason);
    const told = distinct.get(key);
    if (told === undefined || reason.text.en < told.text.en) distinct.set(key, reason);
  }
  return distinct;
}

// U+0000 sorts before every character, so that a shorter name comes before the longer ones that begin with it.
function keyOf({ code, fact, parameter, gap: gapId, person, allowed, needs }: Reason): string {
  return [code, fact, parameter, gapId, person, allowed, needs].join('\u0000');
}

/** Flags are a set, sorted. */
export function normalizeFlags(flags: Iterable<string>): readonly string[] {
  return [...new Set(flags)].sort();
}
