import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './inbox.css';
import { inboxWords } from './words.ts';

export const inboxPanel: Panel = {
  id: 'inbox',
  title: inboxWords.title,
  view: later(async () => (await import('./inbox.tsx')).Inbox),
  count: ({ overview }) => overview?.openInterpretations ?? 0,
};
