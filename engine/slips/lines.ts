import type { DecisionStep, Step } from '../evaluate/explanation.ts';
import { printType } from '../ir/type.ts';
import { choiceLines, listLines, rowLines, tierLines } from './branch-lines.ts';
import type { Line } from './slip.ts';
import { inBrackets } from './words.ts';
import { clausesOf, marksOf, partKey, sortOf, valueText, wordedText, type Open, type Telling } from './telling.ts';

/** The steps to a value as lines that somebody can work out again by hand; decisions that are read become parts of their own. */
export function linesOf(steps: readonly Step[], policy: string, open: Open, telling: Telling): readonly Line[] {
  return steps.flatMap((step) => stepLines(step, policy, open, telling));
}

function stepLines(step: Step, policy: string, open: Open, telling: Telling): readonly Line[] {
  const { say, readable, language, program } = telling;
  const inner = (steps: readonly Step[]): readonly Line[] => linesOf(steps, policy, open, telling);
  switch (step.step) {
    case 'fact': {
      const type = program.facts[step.name]?.type;
      const given = step.value ?? '';
      const value =
        type?.is === 'list'
          ? valueText(given, telling)
          : readable.value(given, type === undefined ? '' : printType(type));
      const text = say.fact(step.how, value, readable.text(step.problem?.[language] ?? ''));
      return [{ sort: 'plain', text: `${step.title[language]}${text}`, below: inner(step.steps) }];
    }
    case 'parameter': {
      const value = step.value === undefined ? undefined : readable.text(step.value);
      const keys = step.keys.length === 0 ? '' : inBrackets(readable.text(step.keys.join(', ')), language);
      return [{ sort: 'plain', text: `${step.title[language]}${keys}${say.parameter(step.owner, value)}` }];
    }
    case 'decision':
      return decisionLines(step, policy, open, telling);
    case 'expression': {
      const value = step.value === undefined ? say.holds.open : valueText(step.value, telling);
      // What is only near says so with a sign of its own.
      const sign = step.isCondition || step.value === undefined ? ' → ' : value.startsWith('≈') ? ' ' : ' = ';
      return [{ sort: 'plain', text: `${wordedText(step, telling)}${sign}${value}` }];
    }
    case 'condition': {
      const says = step.says === undefined || step.holds !== 'no' ? '' : `${step.says[language]} `;
      const text = `${say.condition(step.sort)}${say.colon}${says}${wordedText(step, telling)} → ${say.holds[step.holds]}`;
      return [...inner(step.steps), { sort: sortOf[step.holds], text }];
    }
    case 'choice':
      return choiceLines(step, telling, inner);
    case 'tier':
      return tierLines(step, telling, inner);
    case 'row':
      return rowLines(step, telling, inner);
    case 'list':
      return listLines(step, telling, inner);
    case 'rounding': {
      const unit = readable.text(step.unit);
      const text = step.changed
        ? say.rounding(step.mode, unit, readable.text(step.from), readable.text(step.to))
        : say.rounded(unit);
      return [{ sort: step.changed ? 'plain' : 'quiet', text: `${text}${say.declaredBy(step.declaredBy)}` }];
    }
    case 'interpretation': {
      // What it touches without changing is of no use to the reader of a slip.
      if (!step.active) return [];
      const both = step.taken !== undefined && step.otherwise !== undefined;
      const readings = both ? say.readings(valueText(step.taken, telling), valueText(step.otherwise, telling)) : '';
      const text = { en: 'Rests on an interpretation', zh: '依据解释' }[language];
      return [
        { sort: 'plain', text: both ? `${text}${say.colon}${readings}` : text, marks: marksOf([step.id], telling) },
      ];
    }
    case 'own':
      return [{ sort: 'plain', text: say.own }];
    case 'gap': {
      const text = { en: 'The source leaves this open: ', zh: '原文未作规定：' }[language];
      const clauses = step.clause === undefined ? [] : [step.clause];
      return [{ sort: 'open', text: `${text}${step.says[language]}`, clauses: clausesOf(clauses, telling) }];
    }
    case 'person': {
      const who = program.gaps[step.person]?.says[language].replace(/[.。]$/, '') ?? step.person;
      const proposed = step.proposed === undefined ? undefined : valueText(step.proposed, telling);
      const text = say.person(who, readable.text(step.allowed), proposed, step.inside);
      return [{ sort: step.inside === 'yes' ? 'plain' : 'open', text }];
    }
  }
}

/** A decision of its own name becomes a part below; a local definition is told in its place. */
function decisionLines(step: DecisionStep, policy: string, open: Open, telling: Telling): readonly Line[] {
  const { say, language, program, readable } = telling;
  const { explanation } = step;
  const decision = program.decisions[step.name];
  const type = decision?.type;
  const value =
    step.status === 'determined'
      ? type?.is === 'list'
        ? valueText(step.value ?? '', telling)
        : readable.value(step.value ?? '', type === undefined ? '' : printType(type))
      : say.status[step.status];
  const key = partKey(step.name, step.on);
  // A rate or an amount is called so by every policy.
  const other = decision?.policy === policy ? undefined : program.policies[decision?.policy ?? '']?.title[language];
  const named = other === undefined || other === step.title[language] ? '' : inBrackets(other, language);
  const text = `${step.title[language]}${named}${step.on === undefined ? '' : inBrackets(readable.text(step.on), language)}${say.colon}${value}`;
  if (explanation?.hidden === true) {
    const marks = marksOf(explanation.outcome.flags, telling);
    return [{ sort: 'plain', text, marks, below: linesOf(explanation.steps, policy, open, telling) }];
  }
  if (explanation !== undefined && !telling.numbers.has(key)) {
    open.parts.push(telling.part(explanation, `${open.number}.${open.parts.length + 1}`, policy));
  }
  const see = telling.numbers.get(key);
  return [{ sort: 'plain', text, ...(see === undefined ? {} : { see }) }];
}
