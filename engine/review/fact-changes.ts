import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Fact } from '../ir/program.ts';
import { fits, printType, type Type } from '../ir/type.ts';
import type { Handbook } from '../program/handbook.ts';
import { printRange } from '../value/print.ts';
import type { Handbooks } from './difference.ts';
import { sameMeaning } from './meaning.ts';
import { quoterOf } from './quote.ts';
import type { SharedChange } from './shared-changes.ts';
import { decimalsOf } from '../program/rounding.ts';

/** Facts of the vocabularies: new, gone, or declared otherwise. A fact is never deleted and keeps its type (semantics 4.4). */
export function factChanges(handbooks: Handbooks): readonly SharedChange[] {
  const { base, head } = handbooks;
  const [old, now] = [factsIn(base), factsIn(head)];
  const gone = old
    .filter(({ name }) => head.facts[name] === undefined)
    .map((fact) => ({
      says: sentence(fact, {
        en: 'is gone; facts are never deleted, since older versions read them: put it back and write `deprecated: true`',
        zh: '已删除；旧版本仍要读取，事实不得删除：请恢复，并写 deprecated: true',
      }),
      refused: true,
    }));
  const known = new Map(old.map((fact) => [fact.name, fact]));
  const changes = now.flatMap((fact): readonly SharedChange[] => {
    const was = known.get(fact.name);
    if (was === undefined) return [{ says: sentence(fact, { en: 'is new', zh: '为新增' }), refused: false }];
    return [
      ...typeChange(was, fact, base.currency, head.currency),
      ...rules(was, fact, handbooks).map((says) => ({ says: sentence(fact, says), refused: false })),
    ];
  });
  return [...gone, ...changes];
}

function factsIn({ sources, facts }: Handbook): readonly Fact[] {
  return sources.vocabularies.flatMap(({ value }) => value.facts ?? []).flatMap(({ key }) => facts[key.text] ?? []);
}

const sentence = ({ title, name }: Fact, { en, zh }: Texts): Texts => ({
  en: `“${title.en}” (${name}) ${en}.`,
  zh: `“${title.zh}”（${name}）${zh}。`,
});

/** A new currency is the manifest's change and told there; new fields of elements leave the old ones as they were. */
function typeChange(was: Fact, fact: Fact, currency: string, now: string): readonly SharedChange[] {
  const before = printType(was.type).replaceAll(`money(${currency})`, `money(${now})`);
  const after = printType(fact.type);
  if (before === after || fact.type.is === 'unknown') return [];
  const says = sentence(fact, {
    en: `was ${before} and is now ${after}`,
    zh: `的类型由 ${before} 改为 ${after}`,
  });
  return [{ says, refused: !keeps(was.type, fact.type) }];
}

function keeps(was: Type, is: Type): boolean {
  if (was.is === 'list' && is.is === 'list') return keeps(was.of, is.of);
  if (was.is !== 'record' || is.is !== 'record') return fits(was, is);
  return Object.entries(was.fields).every(([name, field]) => {
    const now = is.fields[name];
    return now !== undefined && keeps(field, now);
  });
}

function rules(was: Fact, fact: Fact, handbooks: Handbooks): readonly Texts[] {
  const found: Texts[] = [];
  const tell = (en: string, zh: string): void => {
    found.push({ en, zh });
  };
  const [a, b] = [rangeOf(was, handbooks.base), rangeOf(fact, handbooks.head)];
  if (a.en !== b.en) tell(`accepts ${b.en} (was ${a.en})`, `的取值范围由${a.zh}改为${b.zh}`);
  if (was.scale !== fact.scale) {
    const [c, d] = [scaleOf(was), scaleOf(fact)];
    tell(`accepts ${d.en} after the point (was ${c.en})`, `的小数位数由${c.zh}改为${d.zh}`);
  }
  if (fact.closed && !was.closed) tell('now counts as false where it is absent', '未提供时今后视为否');
  if (was.closed && !fact.closed) tell('no longer counts as false where it is absent', '未提供时不再视为否');
  if (!sameMeaning(was.orFrom, fact.orFrom)) {
    const [before, after] = [fromOf(was, handbooks.base), fromOf(fact, handbooks.head)];
    tell(
      `follows from ${after.en} when it is not given (was ${before.en})`,
      `未提供时的推算由${before.zh}改为${after.zh}`,
    );
  }
  for (const alias of was.alias.filter((one) => !fact.alias.includes(one)))
    tell(`is no longer known as “${alias}”`, `不再有别名“${alias}”`);
  for (const alias of fact.alias.filter((one) => !was.alias.includes(one)))
    tell(`is now also known as “${alias}”`, `新增别名“${alias}”`);
  if (was.subject !== fact.subject)
    tell(
      `is about ${fact.subject ?? 'nobody in particular'}, was ${was.subject ?? 'nobody in particular'}`,
      `的主体由${was.subject ?? '无'}改为${fact.subject ?? '无'}`,
    );
  if (!sameMeaning({ fields: was.fields }, { fields: fact.fields }))
    tell('has other rules for the fields of its elements (see the line diff)', '的元素字段规则已改变（见逐行差异）');
  return found;
}

function rangeOf({ range }: Fact, { money, units }: Handbook): Texts {
  if (range === undefined) return { en: 'any value', zh: '不限' };
  const text = printRange(range, { moneyDecimals: decimalsOf(money), units });
  return { en: text, zh: ` ${text} ` };
}

function scaleOf({ scale }: Fact): Texts {
  if (scale === undefined) return { en: 'any number of digits', zh: '不限' };
  return { en: `at most ${scale} ${scale === 1 ? 'digit' : 'digits'}`, zh: `最多 ${scale} 位` };
}

function fromOf({ orFrom }: Fact, handbook: Handbook): Texts {
  if (orFrom === undefined) return { en: 'nothing', zh: '无' };
  const text = quoterOf(handbook)(orFrom);
  return { en: text, zh: ` ${text} ` };
}
