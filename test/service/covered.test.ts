import { describe, expect, test } from 'vitest';
import { coveredByCases, policiesToCover, policyIn } from '../../engine/service/covered-by-cases.ts';
import { coveredClauses } from '../../engine/service/covered-clauses.ts';
import { proofsOfFile } from '../../engine/service/proofs.ts';
import { changed, head, workspace } from './handbook.ts';

const today = '2026-11-22';

describe('clauses', () => {
  test('of a policy are told with where their figures stand', () => {
    const { own } = coveredClauses(workspace, head, today);
    const clause = own?.clauses.find((one) => one.clause === 'O-1.3.3.3');
    expect(clause?.lacks).toEqual([]);
    expect(clause?.figures.every(({ at }) => at?.file === head)).toBe(true);
  });

  test('of a register are all its own', () => {
    const { own } = coveredClauses(workspace, 'sources/O.yaml', today);
    expect(own?.clauses.every(({ span }) => span.file === 'sources/O.yaml')).toBe(true);
  });

  test('have the units of their figures in Chinese', () => {
    const { own } = coveredClauses(workspace, 'sources/O.yaml', today);
    const figures = own?.clauses.flatMap((clause) => clause.figures.map(({ figure }) => figure)) ?? [];
    expect(figures.find(({ en }) => en === '15 days')?.zh).toBe('15 天');
  });

  test('that nobody cites any more are missing', () => {
    const before = coveredClauses(workspace, head, today);
    const after = coveredClauses(changed(head, 'cites: [O-1.3.3.3]', 'cites: []'), head, today);
    expect(before.missing.map(({ clause }) => clause)).not.toContain('O-1.3.3.3');
    expect(after.missing.find(({ clause }) => clause === 'O-1.3.3.3')?.lacks.length).toBeGreaterThan(0);
    expect(after.missingInAll).toBe(before.missingInAll + 1);
  });
});

describe('worked examples', () => {
  const policy = policyIn(workspace, head) ?? '';

  test('of a policy are counted with what they do not go through', () => {
    const before = coveredByCases(workspace, policy);
    expect(before.failing).toBe(0);
    expect(before.cases).toBeGreaterThan(10);
    const cut = changed(head, '- { in: ">= 120%"', '- { in: "[120% .. 900%]", rate: 5% }\n  - { in: "> 900%"');
    expect(coveredByCases(cut, policy).missing.length).toBeGreaterThan(before.missing.length);
  });

  test('can be asked of every policy that decides something', () => {
    expect(policiesToCover(workspace)).toContain(policy);
    expect(policyIn(workspace, 'sources/O.yaml')).toBeUndefined();
  });
});

test('proofs of a file speak of its own decisions', () => {
  const { findings, decided, notDecided } = proofsOfFile(workspace, head, '2026-11-22');
  expect(findings.every(({ span }) => span.file === head)).toBe(true);
  expect([decided > 0, notDecided]).toEqual([true, 0]);
  expect(proofsOfFile(workspace, 'sources/O.yaml', '2026-11-22')).toMatchObject({ decided: 0, notDecided: 0 });
});
