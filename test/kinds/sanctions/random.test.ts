import { expect, test } from 'vitest';
import { random, type Random } from '../../random/random.ts';
import { asking } from '../answers.ts';
import { head, shopWith } from './shop.ts';

const circumstances = ['first', 'serious', 'malicious'];
/** All combinations, gravest first: by the gravest circumstance, then the next, then by their number. */
const combinations = [[2, 1, 0], [2, 1], [2, 0], [2], [1, 0], [1], [0], []];

interface Line {
  readonly needs: readonly number[];
  readonly fine?: number;
  readonly warning?: boolean;
  readonly marked: boolean;
}

function someLines(chance: Random): readonly Line[] {
  const lines = combinations.flatMap((needs): readonly Line[] =>
    chance.chance(0.4)
      ? [
          {
            needs,
            marked: chance.chance(0.3),
            ...(chance.chance(0.7) ? { fine: chance.below(3) * 100 } : {}),
            ...(chance.chance(0.7) ? { warning: chance.chance(0.5) } : {}),
          },
        ]
      : [],
  );
  return lines.length === 0 ? [{ needs: [1], fine: 100, marked: false }] : lines;
}

const measures = ({ fine, warning, marked }: Line): string =>
  [
    fine === undefined ? [] : `fine: ${fine} CNY`,
    warning === undefined ? [] : `warning: ${warning}`,
    marked ? 'rests-on: doubtful' : [],
  ]
    .flat()
    .join(', ');

function policyOf(lines: readonly Line[], none: Line | undefined, several: boolean): string {
  const rows = lines.map((line) => {
    const key = line.needs.length === 0 ? 'any' : line.needs.map((one) => circumstances[one]).join(' and ');
    return `    ${key}: { ${measures(line)} }\n`;
  });
  const answer = (id: string): string =>
    `  - { id: ${id}, clause: S-1, about: chooses, question: { en: Q., zh: 问。 }, answer: { en: A., zh: 答。 }, status: proposed }\n`;
  return `${head}violation: kind
circumstances: { first: is-first, serious: is-serious, malicious: is-malicious }
measures:
  warning: { type: boolean, title: { en: Warning, zh: 警告 } }
  fine: { type: money, title: { en: Fine, zh: 罚款 } }
${several ? 'when-several: { take: gravest, rests-on: gravest }\n' : ''}${none === undefined ? '' : `when-none: { ${measures(none)} }\n`}violations:
  fake:
${rows.join('')}  late:
    any: { fine: 1 CNY }
interpretations:
${answer('gravest')}${answer('doubtful')}`;
}

/** As the page says it, for circumstances that are all known: fine and flags, or the gap. */
function fineByHand(
  lines: readonly Line[],
  none: Line | undefined,
  several: boolean,
  given: readonly number[],
): string {
  const met = lines.filter(({ needs }) => needs.every((one) => given.includes(one)));
  const isBeaten = (line: Line): boolean =>
    met.some((other) => other.needs.length > line.needs.length && line.needs.every((one) => other.needs.includes(one)));
  const [gravest = none, ...others] = met.filter((line) => !isBeaten(line));
  if (gravest === undefined || (others.length > 0 && !several)) return 'gap t#fine';
  const differs = others.some(({ fine = 0 }) => fine !== (gravest.fine ?? 0));
  const flags = [...(gravest.marked ? ['t#doubtful'] : []), ...(differs ? ['t#gravest'] : [])];
  return `${gravest.fine ?? 0}.00 CNY ${flags.join(' ')}`.trim();
}

test('random lines decide as the page says, in all evaluators alike', () => {
  for (let seed = 0; seed < 40; seed++) {
    const chance = random(seed);
    const lines = someLines(chance);
    const none: Line | undefined = chance.chance(0.5) ? { needs: [], fine: 7, marked: false } : undefined;
    const several = chance.chance(0.7);
    const text = policyOf(lines, none, several);
    const { handbook } = shopWith(text);
    const ask = asking(handbook);
    const told = new Set(handbook.diagnostics.map(({ code }) => code));
    const answers = combinations.map((given) => {
      const facts = {
        kind: 'fake',
        'is-first': given.includes(0),
        'is-serious': given.includes(1),
        'is-malicious': given.includes(2),
      };
      const { value, flags, reasons } = ask('t.fine', facts);
      ask('t.fine', facts, true);
      const said = value === undefined ? `${reasons[0]?.code} ${reasons[0]?.gap}` : [value, ...flags].join(' ');
      expect(said, `${JSON.stringify(facts)}\n${text}`).toBe(fineByHand(lines, none, several, given));
      return said;
    });
    expect(told.has('sanctions/gap') || told.has('sanctions/several'), text).toBe(answers.includes('gap t#fine'));
    for (let i = 0; i < 6; i++) {
      const some = (): boolean | null => chance.pick([true, false, null]);
      const facts = {
        kind: chance.pick(['fake', 'late', null]),
        'is-first': some(),
        'is-serious': some(),
        'is-malicious': some(),
      };
      for (const sourceOnly of [true, false]) for (const name of ['t.fine', 't.warning']) ask(name, facts, sourceOnly);
    }
  }
});
