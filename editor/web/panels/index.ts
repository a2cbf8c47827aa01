import { amendPanel } from './amend/index.ts';
import { historyPanel } from './history/index.ts';
import { casesPanel } from './cases/index.ts';
import type { Panel } from './panel.ts';
import { coveragePanel } from './coverage/index.ts';
import { inboxPanel } from './inbox/index.ts';
import { problemsPanel } from './problems/index.ts';
import { readingPanel } from './reading/index.ts';
import { tryPanel } from './try/index.ts';

/** The tabs at the right, in their order: a folder each, and a line here. */
export const panels: readonly Panel[] = [
  readingPanel,
  tryPanel,
  casesPanel,
  amendPanel,
  historyPanel,
  problemsPanel,
  inboxPanel,
  coveragePanel,
];
