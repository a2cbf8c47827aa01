import type { Schema } from '../../shape/schema.ts';
import type { Context } from './context.ts';
import type { Input } from './form.ts';
import type { Spot } from './cells.ts';

/** What may be typed at a place. */
export function inputOf(context: Context, { at, schema: written, node }: Spot, schema: Schema): Input {
  const key = at.findLast((step) => typeof step === 'string') ?? '';
  const named = context.named.get(String(key))?.choices;
  const choices = (name: string | undefined): { readonly choices: string } | Record<string, never> => {
    if (name === undefined) return {};
    context.choices.add(name);
    return { choices: name };
  };
  switch (schema['x-bylaw']) {
    case 'expression':
    case 'scalar':
    case 'structured':
      return { is: 'formula', ...choices(named) };
    case 'cell':
      return { is: 'range', ...choices(named) };
    case 'yaml':
      return node === undefined || node.yaml === 'scalar' ? { is: 'formula' } : { is: 'yaml' };
    case 'word':
      return { is: 'word', ...choices(people.has(schema['x-names']) ? 'people' : wordLists[key]) };
    case 'prose':
      return { is: 'text' };
    case 'date':
      return { is: 'date' };
    case 'integer':
      return { is: 'number' };
    case 'truth':
      context.choices.add('words:true|false');
      return { is: 'truth' };
    case 'choice': {
      // What a file is decides all else: another kind is another file.
      if (at.length === 1 && key === 'kind') return { is: 'yaml' };
      const name = `words:${schema.enum.join('|')}`;
      context.choices.add(name);
      return { is: 'choice', choices: name };
    }
    default:
      return written['x-bylaw'] === 'yaml' ? { is: 'formula' } : { is: 'yaml' };
  }
}

const people: ReadonlySet<string | undefined> = new Set(['answerable', 'role', 'post']);

/** Which words may stand under these keys. */
const wordLists: Readonly<Record<string | number, string>> = {
  cites: 'clauses',
  clause: 'clauses',
  clauses: 'clauses',
  'rests-on': 'interpretations',
  unstated: 'gaps',
  scope: 'scopes',
  type: 'types',
  department: 'departments',
  within: 'departments',
  leads: 'departments',
  'reports-to': 'people',
  'held-by': 'people',
  grade: 'grades',
  after: 'steps',
  'back-to': 'steps',
};
