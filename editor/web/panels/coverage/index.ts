import type { Panel } from '../panel.ts';
import { Coverage } from './coverage.tsx';
import { coverageWords } from './words.ts';

export const coveragePanel: Panel = { id: 'coverage', title: coverageWords.title, View: Coverage };
