import type { Ir } from '../../ir/ir.ts';
import type { Decision } from '../../ir/program.ts';
import { comment } from './comment.ts';
import { expression } from './expression.ts';
import { array, data, print, quoted, thunk, type Code } from './layout.ts';
import { newNames } from './names.ts';
import { supportParts } from './support-parts.ts';
import { placeOf, type Within, type Writing } from './writing.ts';

/** A decision as a function of the question and of what it takes. */
export function decisionCode(decision: Decision, writing: Writing): string {
  const { name, takes, title, cites } = decision;
  const at = within(writing, `${decision.policy}#${name.slice(name.lastIndexOf('.') + 1)}`, decision);
  const body =
    takes.length > 0 ? bodyCode(decision, at) : writing.use('once', 'q', quoted(name), thunk(bodyCode(decision, at)));
  const parameters = ['q', ...takes.map((take) => at.locals.name(take.id, take.name))];
  const says = comment([`${title.en} (${name})`, ...(cites.length === 0 ? [] : [cites.join(', ')])].join(' · '));
  return `/** ${says} */\nfunction ${writing.decision(name)}(${parameters.join(', ')}) {\n  return ${print(body, 2, 8)};\n}`;
}

/** How a fact follows from others, as a function of the question. */
export function followsCode(orFrom: Ir, writing: Writing): Code {
  return thunk(expression(orFrom, within(writing, '#')), 'q');
}

function within(writing: Writing, output: string, decision?: Decision): Within {
  const names = newNames(supportParts.map(({ name }) => name));
  // Names of decisions and numbers hold a `_`, so that none of them is hidden by what is bound here.
  const locals = { name: (of: string, wanted: string): string => names.name(of, wanted.replaceAll(/[._]/g, '-')) };
  return { writing, output: output === '#' ? '' : output, locals, taken: new Set(decision?.takes.map(({ id }) => id)) };
}

function bodyCode(decision: Decision, at: Within): Code {
  const { requires, appliesWhen, body, policy, type, origin } = decision;
  const { use } = at.writing;
  if (body.is === 'no-version') return use('notInForce', 'q', quoted(policy));
  if (body.is === 'blocked') {
    const { code, message, span } = body.diagnostic;
    return use('mistaken', quoted(code), data(message), placeOf(span));
  }
  const later = (ir: Ir): Code => thunk(expression(ir, at));
  let value = expression(body.ir, at);
  if (appliesWhen.length > 0) value = use('applying', array(appliesWhen.map(later)), thunk(value));
  if (type.is === 'list' || type.is === 'record' || type.is === 'unknown')
    value = use('usable', value, placeOf(origin));
  if (requires.length === 0) return value;
  const conditions = requires.map(({ that, says }) => array([later(that), data(says), placeOf(that.origin)]));
  return use('requiring', array(conditions), thunk(value));
}
