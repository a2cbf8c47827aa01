import type { Panel } from '../panel.ts';
import { Inbox } from './inbox.tsx';
import { inboxWords } from './words.ts';

export const inboxPanel: Panel = {
  id: 'inbox',
  title: inboxWords.title,
  View: Inbox,
  count: ({ overview }) => overview?.openInterpretations ?? 0,
};
