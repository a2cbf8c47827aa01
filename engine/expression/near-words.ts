import type { IToken, TokenType } from 'chevrotain';
import { suggest } from '../diagnostic/suggest.ts';
import * as t from './tokens.ts';

interface Word {
  readonly plain: string;
  readonly type: TokenType;
}

/** Words that may follow a value. */
const words: ReadonlyMap<string, TokenType> = new Map(
  Object.entries({ and: t.And, or: t.Or, in: t.In, on: t.On, by: t.By, for: t.For, where: t.Where }).concat(
    Object.entries({ then: t.Then, else: t.Else }),
  ),
);

/** What people call the words and signs. */
const said: ReadonlyMap<string, Word> = new Map(
  (
    [
      ['=', t.Compare, 'is', 'equals', 'equal', 'eq', '等于', '为', '是'],
      ['!=', t.Compare, 'isnt', 'ne', '不等于', '不为', '不是'],
      ['>', t.Compare, 'gt', '大于', '超过', '高于'],
      ['>=', t.Compare, 'ge', 'gte', '大于等于', '不小于', '不低于', '不少于'],
      ['<', t.Compare, 'lt', '小于', '低于', '少于', '不足'],
      ['<=', t.Compare, 'le', 'lte', '小于等于', '不大于', '不超过', '不高于'],
      ['+', t.Plus, 'plus', '加'],
      ['-', t.Minus, 'minus', '减'],
      ['*', t.Times, 'times', '乘', '乘以'],
      ['/', t.Divide, 'div', '除以'],
      ['and', t.And, '并且', '而且', '以及', '与', '和'],
      ['or', t.Or, '或者'],
      ['in', t.In, '属于', '在'],
      ['then', t.Then, '那么'],
      ['else', t.Else, 'otherwise', '不然'],
      ['where', t.Where, 'when', 'with'],
    ] as const
  ).flatMap(([plain, type, ...names]) => names.map((name) => [name, { plain, type }])),
);

/** The word of the language that was meant by a name where no name can stand. */
export function wordMeant({ image }: IToken): Word | undefined {
  const known = said.get(image.toLowerCase());
  if (known !== undefined) return known;
  const [near] = suggest(image, words.keys());
  const type = near === undefined ? undefined : words.get(near);
  return near === undefined || type === undefined ? undefined : { plain: near, type };
}
