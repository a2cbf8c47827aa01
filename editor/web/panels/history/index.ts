import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './history.css';
import { historyWords } from './words.ts';

export const historyPanel: Panel = {
  id: 'history',
  title: historyWords.title,
  view: later(async () => (await import('./history.tsx')).History),
};
