import type { Panel } from '../panel.ts';
import { Amend } from './amend.tsx';
import { amendWords } from './words.ts';

export const amendPanel: Panel = { id: 'amend', title: amendWords.title, View: Amend };
