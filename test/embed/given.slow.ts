import { expect, test } from 'vitest';
import { loadHandbook, type LoadedHandbook } from '../../engine/host/load-handbook.ts';
import { rulesAt } from '../../engine/runtime.ts';
import { askHostilely } from './hostile.ts';

test(
  'decisions of the handbook that read their facts quickly say what reading all first says',
  { timeout: 300_000 },
  async () => {
    const { handbook } = (await loadHandbook('policies')) as LoadedHandbook;
    const { wrong, asked, quick } = askHostilely(rulesAt(handbook, { at: '2026-10-31' }), 8);
    console.log({ asked, quick });
    expect(wrong.slice(0, 3).join('\n')).toBe('');
    expect(quick).toBeGreaterThan(asked / 20);
  },
);
