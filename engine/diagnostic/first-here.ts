import type { Span } from '../source/span.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Points from a name that stands twice to where it stood first. */
export const firstHere = (span: Span): Diagnostic['related'] => [
  { span, message: { en: 'First here.', zh: '首次出现于此。' } },
];
