import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './cases.css';
import { casesWords } from './words.ts';

export const casesPanel: Panel = {
  id: 'cases',
  title: casesWords.title,
  view: later(async () => (await import('./cases.tsx')).CasesPanel),
};
