import { later } from '../../later.ts';
import type { Panel } from '../panel.ts';
import './coverage.css';
import { coverageWords } from './words.ts';

export const coveragePanel: Panel = { id: 'coverage', title: coverageWords.title, view: later(async () => (await import('./coverage.tsx')).Coverage) };
