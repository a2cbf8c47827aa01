/** What the search beside the list of files comes upon. */
import { expect, test } from 'vitest';
import { find } from '../../engine/service/find.ts';
import { workspace } from './handbook.ts';

const policiesFor = (query: string): readonly string[] =>
  find(workspace, query, 'zh', 40)
    .filter(({ sort }) => sort === 'policy')
    .map(({ name }) => name);

test("a clause's number finds the policies that cite it and those that it leaves open", () => {
  expect(policiesFor('O-1.3.3.2')).toEqual(['pay.promoter', 'commission.promoter']);
});

test("a word of a clause's title finds the policies that cite the clause", () => {
  const found = find(workspace, '欺诈', 'zh', 40);
  expect(found.some(({ sort, title }) => sort === 'clause' && title.zh.includes('欺诈'))).toBe(true);
  expect(policiesFor('欺诈')).toContain('commission');
});

test('a policy that only has the word in its own texts is left to the list of files', () => {
  expect(policiesFor('commission.promoter')).toEqual([]);
});
