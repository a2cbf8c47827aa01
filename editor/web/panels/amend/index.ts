import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './amend.css';
import { amendWords } from './words.ts';

export const amendPanel: Panel = {
  id: 'amend',
  title: amendWords.title,
  view: later(async () => (await import('./amend.tsx')).Amend),
};
