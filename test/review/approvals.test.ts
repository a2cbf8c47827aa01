import { expect, test } from 'vitest';
import { approvalsOf } from '../../engine/review/report/approvals.ts';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { changedTexts, handbookOf, policyTexts, type Replacement } from '../support/policies.ts';

const base = handbookOf(policyTexts);
const title = { file: 'pay/commission.head.yaml', find: "en: Head's commission", replace: "en: The head's commission" };

/** Who approves a change by one commit with these lines. */
function approvals(lines: readonly string[], ...more: readonly Replacement[]): ReturnType<typeof approvalsOf> {
  const head = handbookOf(changedTexts(title, ...more));
  const { policies } = reviewHandbooks(base, head, '2026-11-21');
  return approvalsOf(policies, base, head, [{ id: 'c1', approvedBy: lines }], '2026-11-21');
}

const names = [
  'head',
  'pay/head',
  'Head of the department',
  '部门主管',
  'Li Wei (head)',
  '李伟（部门主管）',
  'HEAD (Li Wei)',
];

test.each(names)('“%s” is the owner', (name) => {
  expect(approvals([name])).toMatchObject({
    needed: [{ policy: 'commission.head', owner: 'head', scope: 'pay', commits: ['c1'] }],
    strangers: [],
    required: false,
  });
});

test.each(['somebody', 'shop/head', 'Li Wei', '(head'])('“%s” is nobody', (name) => {
  expect(approvals([name])).toMatchObject({ needed: [{ commits: [] }], strangers: [{ name, commit: 'c1' }] });
});

test('another post of the organization is known, and approves nothing of the owner’s', () => {
  expect(approvals(['promoter'])).toMatchObject({ needed: [{ owner: 'head', commits: [] }], strangers: [] });
});

test('a change of the owner needs the old one and the new one', () => {
  const owner = { file: title.file, find: 'owner: head', replace: 'owner: promoter' };
  expect(approvals(['promoter'], owner).needed).toMatchObject([
    { owner: 'head', commits: [] },
    { owner: 'promoter', commits: ['c1'] },
  ]);
});
