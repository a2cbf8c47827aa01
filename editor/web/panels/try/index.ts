import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './try.css';
import { tryWords } from './words.ts';

export const tryPanel: Panel = {
  id: 'try',
  title: tryWords.title,
  view: later(async () => (await import('./try.tsx')).TryPanel),
};
