import { expect, test } from 'vitest';
import { inboxOf } from '../../engine/service/inbox/index.ts';
import { overview, updateFile } from '../../engine/service/index.ts';
import { summaryOf } from '../../engine/service/summary.ts';
import { changed, head, textOf, workspace } from './handbook.ts';

const { title: _, ...whole } = summaryOf(workspace.handbook);

test('a handbook is told in a few numbers', () => {
  expect(summaryOf(workspace.handbook).title?.zh).toBe('电商管理手册');
  const policies = [...workspace.readings.values()].filter(({ file }) => /^policy: /m.test(file.text));
  const names = new Set(policies.map(({ file }) => /^policy: (.*)$/m.exec(file.text)?.[1]));
  expect(whole).toMatchObject({ policies: names.size, errors: 0, warnings: 0 });
});

test('a version more is no policy more, and its interpretations stand for the older ones', () => {
  const amended = textOf(head).replace('version: 1', 'version: 2').replace('from: 2023-01-01', 'from: 2027-01-01');
  const { handbook } = updateFile(workspace, 'pay/zz.yaml', amended);
  const { policies, decisions, openInterpretations } = whole;
  expect(summaryOf(handbook)).toMatchObject({ policies, decisions, openInterpretations });
});

test('a policy that nobody can read is still one, and its error counts', () => {
  const { policies, errors, decisions } = summaryOf(changed(head, 'mode: slab', 'mode: sla').handbook);
  expect(policies).toBe(whole.policies);
  expect(errors).toBeGreaterThan(0);
  expect(decisions).toBeLessThan(whole.decisions);
});

test('what waits for a decision is what the inbox counts', () => {
  const { openInterpretations, openConventions } = whole;
  expect(openInterpretations).toBe(overview(workspace, '2026-11-22').openInterpretations);
  const waiting = inboxOf(workspace).filter(({ status }) => status === 'proposed');
  const ordinary = waiting.filter(({ about }) => about === 'convention');
  expect([openInterpretations, openConventions]).toEqual([waiting.length - ordinary.length, ordinary.length]);
});

test('what somebody decides is open no more', () => {
  const decided = textOf(head).replace('status: proposed', 'decided: { by: head, date: 2026-11-30 }');
  expect(summaryOf(updateFile(workspace, head, decided).handbook).openInterpretations).toBe(
    whole.openInterpretations - 1,
  );
});
