import { test } from 'vitest';
import { expectPoliciesToAgree } from './policies-agree.ts';

test('random policies mean what they were written from', () => {
  expectPoliciesToAgree(1, 60);
});
