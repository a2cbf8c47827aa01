import type { Panel } from '../panel.ts';
import { CasesPanel } from './cases.tsx';
import { casesWords } from './words.ts';

export const casesPanel: Panel = { id: 'cases', title: casesWords.title, View: CasesPanel };
