import { printExpression } from '../../engine/expression/print.ts';
import { rangeParts } from '../../engine/ir/walk.ts';
import type { Ir, Range } from '../../engine/ir/ir.ts';
import type { Decision, Fact, FieldRule, Program } from '../../engine/ir/program.ts';
import type { Type } from '../../engine/ir/type.ts';
import { randomProgram } from './programs.ts';
import { textOf, written } from './written.ts';
import { node } from './world.ts';

/** A random program that policies can say, and the policies that say it. */
export interface RandomHandbook {
  readonly program: Program;
  readonly texts: Readonly<Record<string, string>>;
}

/** What the language itself can say of a random program: its plain decisions, as formulas. The same for the same seed. */
export function randomHandbook(seed: number): RandomHandbook {
  const random = randomProgram(seed);
  const facts = Object.values(random.facts)
    .filter(isDeclarable)
    .map((fact): Fact => ({ ...fact, ...open(fact) }));
  const kept = new Map<string, Decision>();
  const lines = new Map<string, string[]>();
  for (const decision of Object.values(random.decisions)) {
    const { name, policy, type, takes, body } = decision;
    if (takes.length > 0 || body.is !== 'ir' || type.is === 'record' || type.is === 'list' || type.is === 'post')
      continue;
    const said = written(body.ir, { policy, readable: kept });
    if (said === undefined) continue;
    kept.set(name, {
      ...decision,
      hidden: false,
      appliesWhen: [],
      requires: [],
      body: { is: 'ir', ir: paid(said.ir, random) },
    });
    const of = lines.get(policy) ?? [];
    // Only what members and gaps need is said; the rest follows from the text.
    const typed = type.is === 'duration' || type.is === 'quantity' ? '' : `type: ${typeWord(type)}, `;
    of.push(`  ${name.slice(policy.length + 1)}: { ${typed}value: ${JSON.stringify(textOf(said))} }`);
    lines.set(policy, of);
  }
  const program: Program = {
    ...random,
    facts: Object.fromEntries(facts.map((fact) => [fact.name, fact])),
    parameters: {},
    decisions: Object.fromEntries(kept),
  };
  const policies = [...lines].map(([policy, decisions]) => [`${policy}.yaml`, policyText(policy, decisions)] as const);
  return { program, texts: { ...frame(program), ...Object.fromEntries(policies) } };
}

/** Money is rounded as the manifest says. */
function paid(ir: Ir, { moneyDecimals }: Program): Ir {
  if (ir.type.is !== 'money') return ir;
  return node('round', ir.type, {
    value: ir,
    to: step(moneyDecimals),
    mode: 'half-up',
    marks: [],
    declaredBy: 'handbook',
  });
}

const step = (decimals: number): string => (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);

const isDeclarable = ({ name, type }: Fact): boolean => type.is !== 'record' && !name.startsWith('derived.');

/** Closed facts must be booleans, and nothing follows from anything. */
function open({ closed, type, fields }: Fact): Partial<Fact> {
  const rule = (of: FieldRule): FieldRule => ({ ...of, closed: of.closed && of.type.is === 'boolean' });
  const opened = fields && Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, rule(of)]));
  return { closed: closed && type.is === 'boolean', ...(opened && { fields: opened }) };
}

const title = 'title: { en: random, zh: 随机 }';

function frame({ facts, moneyDecimals }: Program): Readonly<Record<string, string>> {
  return {
    'handbook.yaml': `handbook: random
${title}
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: ${step(moneyDecimals)} CNY, mode: half-up } }
sources: { R: { register: sources/R.yaml, ${title} } }
scopes: { pay: { source: R, ${title} } }
`,
    'facts.yaml': `kind: vocabulary
${title}
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
  - { id: kg, en: [kg], zh: [公斤], whole: false }
enumerations:
  color: { red: { en: red, zh: 红 }, green: { en: green, zh: 绿 }, blue: { en: blue, zh: 蓝 } }
facts:
${Object.values(facts).map(factLine).join('\n')}
`,
  };
}

function factLine({ name, fields, ...rule }: Fact): string {
  const inner = fields && Object.entries(fields).map(([field, of]) => `${field}: { ${declared(of).join(', ')} }`);
  const more = inner ? [`of: thing, fields: { ${inner.join(', ')} }`] : [];
  return `  ${name}: { ${[...declared(rule), ...more, title].join(', ')} }`;
}

function declared({ type, range, scale, closed }: FieldRule): readonly string[] {
  return [
    `type: ${typeWord(type)}`,
    ...(type.is === 'quantity' ? [`unit: ${type.unit}`] : []),
    ...(type.is === 'duration' ? [`unit: ${{ days: 'day', months: 'month', minutes: 'minute' }[type.family]}`] : []),
    ...(type.is === 'list' && type.of.is !== 'record' ? [`of: ${typeWord(type.of)}`] : []),
    ...(range === undefined ? [] : [`range: ${JSON.stringify(rangeText(range))}`]),
    ...(scale === undefined ? [] : [`scale: ${String(scale)}`]),
    // A whole unit is whole unless a fact says otherwise.
    ...(scale === undefined && type.is === 'quantity' && type.unit === 'can' ? ['whole: false'] : []),
    ...(closed ? ['closed: true'] : []),
  ];
}

function typeWord(type: Type): string {
  return type.is === 'enumeration' ? type.name : type.is;
}

function rangeText(range: Range): string {
  const [only] = rangeParts(range);
  const value = only === undefined ? undefined : node('literal', only.type, { value: { is: 'boolean', truth: true } });
  if (value === undefined || range.range !== 'interval') throw new Error('random facts have intervals');
  const within = written(node('within', { is: 'boolean' }, { value, range }), { policy: '', readable: new Map() });
  if (within === undefined) throw new Error('bounds are written values');
  return printExpression(within.expr).replace(/^true in /, '');
}

function policyText(policy: string, decisions: readonly string[]): string {
  const interpretation = (about: string): string =>
    `  - { id: ${about}, clause: R-1, about: ${about}, question: { en: q, zh: 问 }, answer: { en: a, zh: 答 }, status: proposed }`;
  return `policy: ${policy}
kind: formula
version: 1
effective: { from: 2020-01-01 }
published: 2020-01-01
${title}
scope: pay
decisions:
${decisions.join('\n')}
gaps: [{ id: open, says: { en: open, zh: 开 } }, { id: silent, says: { en: silent, zh: 缺 } }]
interpretations:
${['convention', 'doubt', 'fills', 'chooses'].map(interpretation).join('\n')}
`;
}
