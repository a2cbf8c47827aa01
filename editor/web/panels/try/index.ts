import type { Panel } from '../panel.ts';
import { TryPanel } from './try.tsx';
import { tryWords } from './words.ts';

export const tryPanel: Panel = { id: 'try', title: tryWords.title, View: TryPanel };
