import { afterAll, beforeAll, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { bylaw } from './terminal.ts';
import { branches } from './reviews/branches.ts';
import { git, makeBranch, now, repositoryOf } from './reviews/repository.ts';

/** Seven changes of the whole handbook, each with its report as a reviewer reads it (test/cli/reviews/*.md). */
let cwd = '';
beforeAll(() => {
  cwd = repositoryOf('policies');
});
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

test.each(branches.map((branch) => [branch.name, branch] as const))('%s', async (name, branch) => {
  await makeBranch(cwd, branch);
  for (const language of branch.zh === true ? ['en', 'zh'] : ['en']) {
    const { code, out } = await bylaw(['review', '--base', 'main', '--lang', language, ...branch.options], {
      cwd,
      now,
    });
    await expect(settled(out)).toMatchFileSnapshot(`reviews/${name}${language === 'zh' ? '.zh-CN' : ''}.md`);
    expect(code).toBe(branch.exit);
  }
  git(cwd, 'checkout', '-q', 'main');
});

/** What any other change of the handbook would alter too: how many answers, parts and old findings there are, and commits. */
function settled(report: string): string {
  return report
    .replace(/\d+ answers were checked/u, 'N answers were checked')
    .replace(/核对了 \d+ 个结果/u, '核对了 N 个结果')
    .replace(/\d+ findings were there before/u, 'N findings were there before')
    .replace(/另有 \d+ 个原有的问题/u, '另有 N 个原有的问题')
    .replaceAll(/\b(?=[a-z]*\d)[0-9a-f]{7,10}\b/gu, 'COMMIT')
    .replaceAll(/ (\d+)\/(\d+) \| (\d+)\/(\d+) \|/gu, (_, ...shares: readonly string[]) => {
      const [covered, all, now, nowAll] = shares.slice(0, 4).map(Number);
      const from = all ?? 0;
      const part = (count = 0): string => (count === from ? 'N' : `N${count > from ? '+' : ''}${count - from}`);
      return ` ${part(covered)}/${part(all)} | ${part(now)}/${part(nowAll)} |`;
    });
}
