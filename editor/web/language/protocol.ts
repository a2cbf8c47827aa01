import type { Attempt, FileText, Overview, Question, Reading } from '../../../engine/service/index.ts';

/** What the page may ask its worker. The worker holds the handbook's texts; all else goes over as plain data. */
export interface LanguageService {
  readonly open: (files: readonly FileText[]) => void;
  readonly update: (path: string, text: string) => void;
  readonly overview: (at: string) => Overview;
  readonly reading: (path: string, at: string) => Reading | undefined;
  readonly attempt: (question: Question) => Attempt | undefined;
}

export type Ask = keyof LanguageService;
export type Answer<Name extends Ask> = ReturnType<LanguageService[Name]>;

export interface Request {
  readonly id: number;
  readonly ask: Ask;
  readonly args: readonly unknown[];
}
export type Response =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };
