import { test } from 'vitest';
import { expectPoliciesToAgree } from './policies-agree.ts';

test('many random policies mean what they were written from', { timeout: 600_000 }, () => {
  expectPoliciesToAgree(1000, 600);
});
