import type { Texts } from '../diagnostic/diagnostic.ts';
import { everything } from '../ir/program.ts';
import { periodInWords } from '../slips/words.ts';
import type { Comparison } from './against.ts';

/** What must be known before differences are read: of which month they are, by which rules the old result came, and what stood in for its inputs. */
export function beforehand(comparison: Comparison): readonly Texts[] {
  return [monthInWords(comparison), oldRulesInWords(comparison), ...borrowedInWords(comparison)];
}

/** A result does not say which month it is for, and of another month it would look the same. */
function monthInWords({ run: { ready } }: Comparison): Texts {
  const { at, period } = ready.moment;
  const when = periodInWords({ at, ...(period === undefined ? {} : { period }) });
  return {
    en: `Both are taken as results for ${when.en}: the old one does not say itself which month or day it is for.`,
    zh: `两者均按${when.zh}比较：原结果本身未写明所属月份或日期，请自行核对。`,
  };
}

function borrowedInWords({ borrowed }: Comparison): readonly Texts[] {
  if (borrowed.length === 0) return [];
  return [
    {
      en: `Today's joined tables (${borrowed.join(', ')}) were taken as those of the old result. Where they have changed, name a mapping that joins the old ones: --against-map FILE.`,
      zh: `原结果的合并表格以现在的表格（${borrowed.join('、')}）代替。如其已有改动，请用 --against-map 指明合并旧表格的映射文件。`,
    },
  ];
}

/** Which rules the old result was worked out by, since it does not say so itself. */
function oldRulesInWords({ knowledge: { day, agreed, of } }: Comparison): Texts {
  const known =
    day === everything
      ? { en: 'all that is published now', zh: '现已公布的全部版本' }
      : { en: `what was published by ${day}`, zh: `${day}之前公布的版本` };
  return {
    en: `The old result follows from ${known.en}: ${agreed} of its ${of} values come out again from its own inputs.${agreed < of ? ' If you know the day, name it with --against-known.' : ''}`,
    zh: `原结果依据${known.zh}：其 ${of} 个数值中有 ${agreed} 个可由其自身输入重新得出。${agreed < of ? '如已知该日期，请用 --against-known 指明。' : ''}`,
  };
}
