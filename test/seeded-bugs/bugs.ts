import type { Bug } from './bug.ts';
import { exactBugs } from './exact.ts';
import { explainingBugs } from './explaining.ts';
import { fastBugs } from './fast.ts';

export const bugs: readonly Bug[] = [...explainingBugs, ...exactBugs, ...fastBugs];
