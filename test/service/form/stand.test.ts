import { expect, it } from 'vitest';
import type { Address, StandsAs } from '../../../engine/service/form/form.ts';
import { standingOf } from '../../../engine/service/form/standing.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { edited, policyText } from './parts.ts';
import { tiers } from './policies.ts';

const formula = `policy: pay.extra
kind: formula
version: 1
title: { en: Extra, zh: 另计 }
scope: pay
decisions:
  bonus: # by hand
    title: { en: Bonus, zh: 奖金 }
    value: 100 CNY # for now
  fee:
    choose:
      - { when: "person.new", value: 5 CNY }
      - otherwise: { unstated: rest } # nobody says
gaps:
  - id: rest
    says: { en: The rest., zh: 其余。 }
`;

interface Example {
  readonly says: string;
  readonly text?: string;
  readonly at: Address;
  readonly as: StandsAs;
  readonly to: readonly [string, string];
}

const examples: readonly Example[] = [
  {
    says: 'a rate becomes a gap with its note',
    text: tiers,
    at: ['tiers', 1, 'rate'],
    as: { is: 'gap', gap: 'middle', says: { en: 'The middle.', zh: '中间。' } },
    to: ['    rate: 1%\n', '    rate: undetermined(middle)\n'],
  },
  {
    says: 'a decision is left to a person',
    at: ['decisions', 'bonus', 'value'],
    as: { is: 'left-to', by: 'head', allowed: '[50 CNY .. 100 CNY]' },
    to: ['    value: 100 CNY # for now', '    left-to: { by: head, allowed: "[50 CNY .. 100 CNY]" } # for now'],
  },
  {
    says: 'a decision follows a parameter',
    at: ['decisions', 'bonus', 'value'],
    as: { is: 'value', text: 'pay.bonus' },
    to: ['value: 100 CNY', 'value: pay.bonus'],
  },
  {
    says: 'an arm in braces is left to a person',
    at: ['decisions', 'fee', 'choose', 0, 'value'],
    as: { is: 'left-to', by: 'superior', allowed: '{1 CNY, 2 CNY}', proposed: 'fee.proposed' },
    to: ['value: 5 CNY }', 'left-to: { by: superior, allowed: "{1 CNY, 2 CNY}", proposed: fee.proposed } }'],
  },
  {
    says: 'a gap gets its value, its comment stays',
    at: ['decisions', 'fee', 'choose', 1, 'otherwise', 'unstated'],
    as: { is: 'value', text: '3元' },
    to: ['- otherwise: { unstated: rest } # nobody', '- otherwise: 3元 # nobody'],
  },
  {
    says: 'a gap is left to a person',
    at: ['decisions', 'fee', 'choose', 1, 'otherwise', 'unstated'],
    as: { is: 'left-to', by: 'head', allowed: '[0 CNY .. 9 CNY]' },
    to: [
      '- otherwise: { unstated: rest } # nobody',
      '- otherwise:\n          left-to: { by: head, allowed: "[0 CNY .. 9 CNY]" } # nobody',
    ],
  },
];

it.each(examples)('$says, and back', ({ text = formula, at, as, to: [before, after] }) => {
  const result = edited(text, { edit: 'stand', at, as });
  const gaps = as.is === 'gap' ? result.slice(result.indexOf('\ngaps:')).split('\ninterpretations')[0] : '';
  expect(result.replace(`${gaps}\n`, '\n').replace(/\n\n\n/, '\n\n')).toContain(after);
  const rest = result.replace(after, before);
  if (as.is !== 'gap') expect(rest).toBe(text);
  else expect(rest).toContain('id: middle\n    says: { en: The middle., zh: 中间。 }');
  // The place can stand as it did before.
  if (before.includes('unstated')) {
    const back = edited(result, { edit: 'stand', at: at.slice(0, -1), as: { is: 'gap', gap: 'rest' } });
    expect(back).toBe(text);
  }
});

it('says how a place stands and what else it may be', () => {
  const path = 'pay/p.yaml';
  const standing = (text: string, at: Address): unknown => {
    const found = standingOf(openWorkspace([{ path, text }]), path, at);
    return found === undefined ? undefined : [found.now, found.others, found.takesNames];
  };
  expect(standing(formula, ['decisions', 'bonus', 'value'])).toEqual(['value', ['gap', 'left-to'], true]);
  expect(standing(formula, ['decisions', 'fee', 'choose', 1, 'otherwise', 'unstated'])).toEqual([
    'gap',
    ['value', 'left-to'],
    true,
  ]);
  expect(standing(tiers, ['tiers', 0, 'rate'])).toEqual(['value', ['gap'], true]);
  expect(standing(tiers, ['tiers', 0, 'in'])).toBeUndefined();
  expect(standing(tiers, ['owner'])).toEqual(['value', ['gap'], false]);
  expect(standing(tiers, ['title', 'en'])).toBeUndefined();
  const parameters = policyText('parameters.yaml');
  const unset = /^ {2}([\w.-]+):\n(?: {4}.*\n)*? {4}value: unset/m.exec(parameters)?.[1] ?? '';
  expect(standing(parameters, ['parameters', unset, 'value'])).toEqual(['unset', ['value'], false]);
});

it('a bare part among percents is asked about, not written', () => {
  const as: StandsAs = { is: 'value', text: '0.026' };
  expect(edited(tiers, { edit: 'stand', at: ['tiers', 1, 'rate'], as, unit: '%' })).toMatch(
    /^refused: “0.026” can mean/,
  );
});
