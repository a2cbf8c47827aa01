import type { Panel } from '../panel.ts';
import { Problems } from './problems.tsx';
import { problemsWords } from './words.ts';

export const problemsPanel: Panel = {
  id: 'problems',
  title: problemsWords.title,
  View: Problems,
  count: ({ diagnostics, path }) => diagnostics.filter(({ span }) => span.file === path).length,
};
