import type { Language } from '../diagnostic/diagnostic.ts';
import { printable } from '../diagnostic/code-frame.ts';
import { noColours, type Colours } from '../diagnostic/render.ts';
import { approximated, approximatedValue } from '../value/approximate.ts';
import type {
  ChoiceStep,
  DecisionStep,
  Explanation,
  ExpressionStep,
  InterpretationStep,
  ListStep,
  RowStep,
  Step,
  TierStep,
  Worded,
} from './explanation.ts';
import { isOfTheHandbook } from './conventions.ts';
import { questionAnswer, sentences, type Sentences } from './render-words.ts';

/** The explanation as indented text for people who do not program: every step of the way to the value, to be redone by hand. */
export function renderExplanation(explanation: Explanation, language: Language, colours: Colours = noColours): string {
  const page: Page = { language, say: sentences[language], colours };
  return `${approximated(decisionLines(explanation, undefined, page).join('\n'), language)}\n`;
}

interface Page {
  readonly language: Language;
  readonly say: Sentences;
  readonly colours: Colours;
}
type Lines = readonly string[];

/** A list of people or orders is read from its beginning; nobody reads its hundredth line. */
const mostElements = 12;

function indented(lines: Lines): Lines {
  return lines.map((line) => `  ${line}`);
}

/** A decision with its version, clauses and steps; the version only where the reader's own was another. */
function decisionLines(explanation: Explanation, reader: string | undefined, page: Page): Lines {
  const { say, language, colours } = page;
  const { outcome, policy, title, hidden, on, steps } = explanation;
  const asked = on === undefined ? outcome.decision : `${outcome.decision} on ${on}`;
  const result =
    outcome.value === undefined
      ? statusText(outcome.status, page)
      : approximatedValue(say.value(printable(outcome.value)), outcome.type, language);
  const head = `${say.named(title[language], printable(asked))} = ${colours.strong(result)}`;
  const facts = [
    ...(policy === undefined || outcome.policy === reader ? [] : [say.version(policy)]),
    ...(outcome.cites.length === 0 || hidden ? [] : [say.clauses(outcome.cites)]),
    ...(outcome.flags.length === 0 ? [] : [say.flags(outcome.flags)]),
  ].map((line) => colours.frame(line));
  const reasons = outcome.reasons.map(({ text }) => colours.warning(`! ${printable(text[language])}`));
  const error =
    outcome.error === undefined
      ? []
      : [colours.error(`! ${outcome.error.code}: ${printable(outcome.error.message[language])}`)];
  return [head, ...indented([...facts, ...reasons, ...error, ...stepLines(steps, outcome.policy, page)])];
}

function statusText(status: string, { say }: Page): string {
  return status === 'determined' ? '' : say.status[status as keyof Sentences['status']];
}

function stepLines(steps: readonly Step[], policy: string, page: Page): Lines {
  return steps.flatMap((step) => linesOf(step, policy, page));
}

function linesOf(step: Step, policy: string, page: Page): Lines {
  const { say, language } = page;
  const inner = (steps: readonly Step[]): Lines => indented(stepLines(steps, policy, page));
  switch (step.step) {
    case 'fact': {
      const value = say.value(printable(step.value ?? ''));
      const text = say.fact(step.how, value, printable(step.problem?.[language] ?? ''));
      return [`${say.named(step.title[language], step.name)}${text}`, ...inner(step.steps)];
    }
    case 'parameter': {
      const name = step.keys.length === 0 ? step.name : `${step.name}(${printable(step.keys.join(', '))})`;
      const value = step.value === undefined ? undefined : say.value(printable(step.value));
      return [`${say.named(step.title[language], name)}${say.parameter(step.owner, value)}`];
    }
    case 'decision':
      return readLines(step, policy, page);
    case 'expression':
      return [expressionLine(step, page)];
    case 'condition': {
      const says = step.says === undefined || step.holds !== 'no' ? '' : `${step.says[language]} `;
      const held = `${say.condition(step.sort)}${say.colon}${says}${wordedText(step, page)} → ${say.holds[step.holds]}`;
      return [...stepLines(step.steps, policy, page), held];
    }
    case 'choice':
      return choiceLines(step, policy, page);
    case 'tier':
      return tierLines(step, policy, page);
    case 'row':
      return rowLines(step, policy, page);
    case 'list':
      return listLines(step, policy, page);
    case 'rounding': {
      const text = step.changed ? say.rounding(step.mode, step.unit, step.from, step.to) : say.rounded(step.unit);
      return [`${text}${say.declaredBy(step.declaredBy)}`];
    }
    case 'interpretation':
      return interpretationLines(step, page);
    case 'own':
      return [say.own];
    case 'gap':
      return [`${say.gap(step.id)}${say.colon}${step.says[language]}`];
    case 'person': {
      const proposed = step.proposed === undefined ? undefined : say.value(printable(step.proposed));
      return [say.person(step.person, step.allowed, proposed, step.inside)];
    }
  }
}

/** A decision that is read: in full where it is read first. */
function readLines(step: DecisionStep, policy: string, page: Page): Lines {
  const { say, language } = page;
  if (step.explanation !== undefined) return decisionLines(step.explanation, policy, page);
  const asked = step.on === undefined ? step.name : `${step.name} on ${step.on}`;
  const value = step.value === undefined ? statusText(step.status, page) : say.value(printable(step.value));
  return [`${say.named(step.title[language], printable(asked))} = ${value} ${say.seeAbove}`];
}

/** `a × b = 2 × 3 = 6`, `a < b: 2 < 3 → yes`, saying nothing twice. */
function expressionLine(step: ExpressionStep, page: Page): string {
  const { say } = page;
  const words = wordedText(step, page);
  if (step.value === undefined) return `${words} → ${say.holds.open}`;
  return `${words} ${step.isCondition ? '→' : '='} ${say.value(printable(step.value))}`;
}

function wordedText({ text, filled, value, isCondition }: Worded, { say }: Page): string {
  if (filled === text || filled === value) return printable(text);
  return `${printable(text)}${isCondition ? say.colon : ' = '}${printable(filled)}`;
}

function choiceLines(step: ChoiceStep, policy: string, page: Page): Lines {
  const { say, language, colours } = page;
  const tested = step.tested.flatMap((arm) => {
    const label = arm.label === undefined ? '' : `${arm.label[language]}${say.colon}`;
    const line = `${arm.number}. ${label}${wordedText(arm, page)} → ${say.holds[arm.holds]}`;
    return [...stepLines(arm.steps, policy, page), line];
  });
  if (step.taken === undefined) return tested;
  const value = valueText(step, page);
  const taken = `${say.arm(step.taken, step.of)}${value}${cited(step.cites, page)}`;
  return [...tested, colours.strong(taken), ...indented(stepLines(step.steps, policy, page))];
}

function tierLines(step: TierStep, policy: string, page: Page): Lines {
  const { say, colours } = page;
  const { value } = step.by;
  const by = wordedText(step.by, page);
  const taken = step.taken.flatMap((tier) => {
    const place = `${say.tier(tier.number, step.of)} ${tier.range}`;
    const since = step.mode === 'slab' && value !== undefined ? say.since(by, printable(value)) : '';
    const part =
      tier.part === undefined || tier.value === undefined
        ? valueText(tier, page)
        : `${say.colon}${say.part(step.mode, tier.part, tier.value)}`;
    const line = colours.strong(`${place}${since}${part}${cited(tier.cites, page)}`);
    return [line, ...indented(stepLines(tier.steps, policy, page))];
  });
  const before = stepLines(step.before, policy, page);
  if (value === undefined) return before;
  if (step.taken.length === 0) return [...before, say.noTier(printable(value))];
  if (step.mode === 'slab') return [...before, ...taken];
  return [...before, say.scale(by, printable(value)), ...taken, `${say.total}${valueText(step, page)}`];
}

/** What is made of the values of all rows that hold. */
const collects: Readonly<Record<Language, Readonly<Record<NonNullable<RowStep['collect']>, string>>>> = {
  en: { sum: 'Sum', count: 'Count', list: 'List', min: 'Least', max: 'Greatest' },
  zh: { sum: '合计', count: '个数', list: '列表', min: '最小值', max: '最大值' },
};

function rowLines(step: RowStep, policy: string, page: Page): Lines {
  const { say, colours } = page;
  // What is read as it stands has told its value already.
  const isTold = ({ filled, value }: Worded): boolean => filled === value && step.before.length > 0;
  const columns = step.columns.flatMap((column) =>
    column.value === undefined || isTold(column) ? [] : [`${printable(column.text)} = ${printable(column.value)}`],
  );
  const taken = step.taken.flatMap((row) => {
    const cells = row.cells.map(({ column, cell }) => `${column}: ${cell}`).join('; ');
    const asks = cells === '' ? '' : ` (${cells})`;
    const line = `${say.row(row.number, step.of)}${asks}${valueText(row, page)}${cited(row.cites, page)}`;
    return [colours.strong(line), ...indented(stepLines(row.steps, policy, page))];
  });
  const collected =
    step.collect === undefined ? [] : [`${collects[page.language][step.collect]}${valueText(step, page)}`];
  const none = step.taken.length === 0 && step.collect === undefined ? [say.noRow] : [];
  return [...stepLines(step.before, policy, page), ...columns, ...none, ...taken, ...collected];
}

function listLines(step: ListStep, policy: string, page: Page): Lines {
  const { say } = page;
  const shown = inShort(step.elements).flatMap((element) => {
    const value = element.kept === 'yes' ? valueText(element, page) : `${say.colon}${say.element(element.kept)}`;
    return [`${element.place}${value}`, ...indented(stepLines(element.steps, policy, page))];
  });
  const rest = step.elements.length - mostElements;
  const more = rest > 0 ? [say.more(rest)] : [];
  const head = `${say.list(step.operator)}${say.colon}${printable(step.text)}`;
  return [
    ...stepLines(step.before, policy, page),
    `${head}${step.value === undefined ? '' : ` = ${say.value(printable(step.value))}`}`,
    ...indented([...shown, ...more]),
  ];
}

/** As many as are shown, in their order: what counts goes before what is left out, or a long list would not explain its value. */
function inShort(elements: ListStep['elements']): ListStep['elements'] {
  const counts = elements.filter(({ kept }) => kept !== 'no');
  const leftOut = elements.filter(({ kept }) => kept === 'no');
  const shown = new Set([...counts, ...leftOut].slice(0, mostElements));
  return elements.filter((element) => shown.has(element));
}

function interpretationLines(step: InterpretationStep, page: Page): Lines {
  const { say, language, colours } = page;
  const said = say.interpretation(step.id, step.about, step.status, step.active);
  const clauses = isOfTheHandbook(step.id) ? [] : step.clauses;
  const readings =
    step.taken === undefined || step.otherwise === undefined
      ? []
      : [say.readings(say.value(printable(step.taken)), say.value(printable(step.otherwise)))];
  return [
    step.active ? colours.info(said) : said,
    ...indented([questionAnswer(step.question, step.answer, language), ...readings]),
    ...indented(clauses.length === 0 ? [] : [colours.frame(say.clauses(clauses))]),
  ];
}

function valueText({ value }: { readonly value?: string }, { say }: Page): string {
  return value === undefined ? '' : `${say.colon}${say.value(printable(value))}`;
}

function cited(clauses: readonly string[], { colours }: Page): string {
  return clauses.length === 0 ? '' : colours.frame(`  [${clauses.join(', ')}]`);
}
