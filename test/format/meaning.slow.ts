import { test } from 'vitest';
import { formatsInAllStyles } from './styles.ts';

test('however a handbook is written, its usual form means the same and keeps the comments', () => {
  formatsInAllStyles(40);
});
