import type { Panel } from '../panel.ts';
import { History } from './history.tsx';
import { historyWords } from './words.ts';

export const historyPanel: Panel = { id: 'history', title: historyWords.title, View: History };
