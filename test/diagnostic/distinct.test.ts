import { expect, test } from 'vitest';
import { arrange, distinct } from '../../engine/diagnostic/arrange.ts';
import { wordMessages } from '../../engine/expression/messages.ts';
import { handbookWith } from '../kinds/small-handbook.ts';

test('what is counted is what is listed', () => {
  const at = (start: number) => wordMessages.empty({ isCell: false }, { file: 'a.yaml', start, end: start + 1 });
  const found = [at(1), at(2), at(1), at(1)];
  expect(distinct(found)).toHaveLength(2);
  expect(arrange(found)).toHaveLength(2);
});

test('of the dates only the one that is missing is asked for', () => {
  const { handbook } = handbookWith(`policy: t
kind: formula
version: 1
effective: { from: 2023-01-01 }
title: { en: T, zh: 表 }
scope: shop
decisions:
  x: { value: 5 CNY }
`);
  const said = handbook.diagnostics.filter(({ code }) => code === 'handbook/no-dates').map(({ message }) => message.en);
  expect(said).toEqual([expect.stringContaining('`published:`')]);
  expect(said.join()).not.toContain('effective');
});
