import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './problems.css';
import { toldOf } from './told.ts';
import { problemsWords } from './words.ts';

export const problemsPanel: Panel = {
  id: 'problems',
  title: problemsWords.title,
  view: later(async () => (await import('./problems.tsx')).Problems),
  count: ({ diagnostics, proved, path }) =>
    toldOf(diagnostics, proved, path).filter(({ span }) => span.file === path).length,
};
