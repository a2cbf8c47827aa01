import { expect, it } from 'vitest';
import { titleOf } from '../../../editor/web/parts/title.ts';

const outline = {
  scopes: [{ id: 'pay', title: { en: 'Pay', zh: '薪酬' } }],
  files: [
    { path: 'pay/a.yaml', title: { en: 'Rate', zh: '比率' }, policy: 'a', scope: 'pay', cites: [] },
    { path: 'pay/b.yaml', policy: 'b', scope: 'pay', cites: [] },
    { path: 'other/c.cases.yaml', cites: [] },
  ],
};

const titles = [
  ['a policy', 'pay/a.yaml', '比率'],
  ['its examples', 'pay/a.cases.yaml', '比率 · 示例'],
  ['a policy without a title', 'pay/b.yaml', 'b'],
  ['examples of several policies', 'pay/first-day.cases.yaml', '薪酬 · 示例（pay/first-day）'],
  ['examples beside no policy', 'other/c.cases.yaml', 'c.cases'],
] as const;

it.each(titles)('%s is called as people call it', (_says, path, title) => {
  expect(titleOf(path, outline, 'zh')).toBe(title);
});
