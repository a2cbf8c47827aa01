import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { comment } from './comment.ts';
import { decisionCode, followsCode } from './decision-code.ts';
import { depths, gather } from './gather.ts';
import { handbookData } from './handbook-data.ts';
import { data, object, print, quoted, type Code } from './layout.ts';
import { moduleMessages } from './messages.ts';
import { doorsOf } from './plain/doors.ts';
import { supportParts } from './support-parts.ts';
import type { Days } from './validity.ts';
import { newWriting } from './writing.ts';

/** An ES module, the decisions that it answers, and why others are not in it. */
interface EmittedModule {
  readonly text: string;
  readonly said: readonly string[];
  readonly refused: readonly Diagnostic[];
}

/** Nodes one inside another; each takes a few of the calls for which a stack has room. */
const deepest = 1000;

/** The decisions, with all that they read, as a plain ES module for the days on which they hold. */
export function emitModule(program: Program, asked: readonly string[], days: Days): EmittedModule {
  const depth = depths(program);
  const refused = asked.flatMap((name): Diagnostic[] => {
    const decision = program.decisions[name];
    if (decision === undefined || depth(name) <= deepest) return [];
    return [moduleMessages['too-deep']({ decision: name, depth: depth(name), most: deepest }, decision.origin)];
  });
  const said = asked.filter((name) => depth(name) <= deepest);
  return { text: moduleText(program, said, days), said, refused };
}

function moduleText(program: Program, said: readonly string[], days: Days): string {
  const gathered = gather(program, said);
  const writing = newWriting(program);
  const names = [...gathered.decisions].toSorted();
  const functions = names.flatMap((name) => {
    const decision = program.decisions[name];
    return decision === undefined ? [] : [decisionCode(decision, writing)];
  });
  const follows = [...gathered.facts].toSorted().flatMap((name): (readonly [string, Code])[] => {
    const orFrom = program.facts[name]?.orFrom;
    return orFrom === undefined ? [] : [[name, followsCode(orFrom, writing)]];
  });
  const doors = doorsOf(said, gathered.facts, writing);
  writing.use('answer');
  writing.use('preparedRows');
  const about = object([
    ['handbook', data(program.handbook)],
    ['revision', data(program.revision)],
    ...daysData(days),
    ['decisions', data(said)],
  ]);
  const contents = object([
    ['handbook', 'handbook'],
    ...daysData(days),
    ['follows', object(follows)],
    ['asked', 'new Map()'],
    ['quick', writing.use('quickAnswers', 'handbook', 'quick', '() => raised')],
    ['decisions', object(names.map((name) => [name, writing.decision(name)]))],
  ]);
  const numbers = [...writing.constants].map(([name, digits]) => `const ${name} = amount(${quoted(digits)});`);
  return `${[
    `// ${comment(program.handbook)}, revision ${String(program.revision)}, for days from ${days.from}${days.to === undefined ? ' on' : ` to ${days.to}`}. Written by “bylaw build --module”: do not edit.`,
    `/** What the module answers, and for which days. */\nexport const about = ${print(about, 0, 21)};`,
    evaluateCode,
    `${unitsComment}\nexport const units = ${print(doors.units, 0, 21)};`,
    prepareCode,
    ...doors.functions,
    ...functions,
    `/** What the handbook says of what is read here. */\nconst handbook = ${print(handbookData(program, gathered), 0, 17)};`,
    ...supportCode(writing.used),
    ...(numbers.length === 0 ? [] : [numbers.join('\n')]),
    ...(doors.readers.length === 0
      ? []
      : [doors.readers.map(([name, code]) => `const ${name} = ${print(code)};`).join('\n')]),
    `const numbers = ${print(doors.numbers, 0, 16)};`,
    `const quick = ${print(doors.quick, 0, 14)};`,
    '/** The flags that the last plain case raised, a bit for each. */\nlet raised = 0;',
    `const contents = ${print(contents, 0, 17)};`,
  ].join('\n\n')}\n`;
}

const evaluateCode = `/**
 * The outcome of a decision on a day: \`evaluate('policy.output', { fact: 'value' }, { at: '2026-10-31' })\`. On another day than
 * those that the module speaks for the outcome is the error \`module/other-date\`.
 */
export function evaluate(decision, facts, options = {}) {
  return answer(contents, String(decision), facts, options);
}`;

const prepareCode = `/**
 * Plain cases of many rows of texts: \`prepare(['policy.output'], ['fact'])\`, then \`run([text])\` for each row gives the values as
 * texts, undefined where \`evaluate\` must say what the outcome is, and \`flags(0)\` what the first of them rests on.
 */
export function prepare(decisions, facts) {
  return preparedRows(handbook, quick, numbers, () => raised, decisions, facts);
}`;

const unitsComment = `/**
 * Plain cases for hosts that have whole units: \`units['policy.output'].of(…)\` takes the facts in the order of \`facts\`, numbers
 * as whole numbers of the smallest unit (\`12.50\` at scale 2 is 1250), truth as true or false, all else as text, undefined for what is
 * not given. It gives the value likewise, at \`scale\`; undefined where \`evaluate\` must say what the outcome is. \`flags()\` names
 * what the last value rests on.
 */`;

function daysData({ from, to }: Days): readonly (readonly [string, Code])[] {
  return [['from', data(from)], ...(to === undefined ? [] : [['to', data(to)] as const])];
}

/** What is used of the support part, with what that uses; its order is that of the list, in which each stands behind what it needs. */
function supportCode(used: ReadonlySet<string>): readonly string[] {
  const parts = new Map(supportParts.map((part) => [part.name, part]));
  const needed = new Set<string>();
  const left = [...used];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const part = parts.get(name);
    if (part === undefined || needed.has(name)) continue;
    needed.add(name);
    left.push(...part.uses);
  }
  return supportParts.filter(({ name }) => needed.has(name)).map(({ code }) => code);
}
