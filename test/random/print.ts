import type { Program } from '../../engine/ir/program.ts';

/** A program as people can read it: the IR's own words without types and places, and of the vocabulary only what is read. */
export function printProgram(program: Program): string {
  const decisions = Object.values(program.decisions).map((decision) => {
    const takes = decision.takes.map(({ id, type }) => `${id}: ${show(type)}`).join(', ');
    const head = `${decision.name}(${takes}): ${show(decision.type)}${decision.hidden ? ' hidden' : ''}`;
    const requires = decision.requires.map(({ that }) => `\n  requires ${show(that)}`);
    const applies = decision.appliesWhen.map((condition) => `\n  applies-when ${show(condition)}`);
    return `${head}${requires.join('')}${applies.join('')}\n  ${show(decision.body)}`;
  });
  const text = decisions.join('\n');
  const following = Object.values(program.facts).filter(({ name, orFrom }) => orFrom && reads(text, 'fact', name));
  const all = [text, ...following.map(({ orFrom }) => show(orFrom))].join('\n');
  const facts = Object.values(program.facts)
    .filter(({ name }) => reads(all, 'fact', name))
    .map(
      ({ name, type, range, closed, orFrom, fields }) =>
        `fact ${name}: ${show(type)} ${show({ range, closed, orFrom, fields })}`,
    );
  const parameters = Object.values(program.parameters)
    .filter(({ name }) => reads(all, 'parameter', name))
    .map(({ name, value, entries }) => `parameter ${name} ${show({ value, entries })}`);
  return [...facts, ...parameters, text].join('\n');
}

function reads(text: string, op: 'fact' | 'parameter', name: string): boolean {
  return text.includes(`${op}(name: ${name})`) || text.includes(`${op}(name: ${name},`);
}

/** Plain data on one line; nodes as `op(part: …)`, values as their text. */
export function show(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(show).join(', ')}]`;
  if (typeof data !== 'object' || data === null) return String(data);
  if ('is' in data) return showTagged(data);
  const parts = Object.entries(data)
    .filter(([key, part]) => part !== undefined && !hidden.includes(key))
    .map(([key, part]) => `${key}: ${show(part)}`);
  return 'op' in data ? `${String(data.op)}(${parts.join(', ')})` : `{${parts.join(', ')}}`;
}

const hidden = ['op', 'type', 'origin', 'cites', 'declaredBy'];

function showTagged(data: object & { readonly is: unknown }): string {
  const { is, ...rest } = data;
  const parts = Object.values(rest).map(show).join(' ');
  return parts === '' ? String(is) : `${String(is)} ${parts}`;
}
