import { already } from '../../later.ts';
import type { Panel } from '../panel.ts';
import { ReadingPanel } from './reading.tsx';
import { readingWords } from './words.ts';

export const readingPanel: Panel = { id: 'reading', title: readingWords.title, view: already(ReadingPanel) };
