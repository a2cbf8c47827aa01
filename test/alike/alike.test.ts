import { expect, test } from 'vitest';
import { alikeHandbooks } from './handbooks.ts';
import { askedOf, differences } from './ways.ts';

/** All of them take a minute (`alike.slow.ts`): here the small handbooks, and the first rows, by which mistakes were found. */
const few = alikeHandbooks().filter((one) => askedOf(one).decisions.length < 60);

test.each(few)('all ways of answering say of “$name” what the oracle says', ({ program, rows }) => {
  const { decisions } = askedOf({ program, rows: [] });
  const asked = askedOf({ program, rows: rows.slice(0, Math.ceil(250 / decisions.length)) });
  for (const sourceOnly of [false, true]) expect(differences(asked, sourceOnly).slice(0, 3).join('\n')).toBe('');
});
