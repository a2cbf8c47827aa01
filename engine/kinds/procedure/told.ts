import type { Output } from '../kind.ts';
import { textOf } from '../nodes.ts';
import type { ProcedurePolicy, StepEntry } from './index.ts';

/**
 * What steps say beside what is computed, their tasks and whom they inform, as one text that nobody can ask for: a review tells by it
 * that a duty was changed. None where no step says any.
 */
export function toldOutput({ policy: { span }, steps }: ProcedurePolicy): readonly Output[] {
  const told = steps.filter(({ tasks, informs }) => tasks !== undefined || informs !== undefined).map(duties);
  if (told.length === 0) return [];
  return [
    {
      name: { text: 'told/steps', span },
      title: { en: 'Tasks and who is told', zh: '具体工作与告知对象' },
      cites: [],
      hidden: true,
      lower: () => textOf(JSON.stringify(told), span),
    },
  ];
}

const duties = ({ id, tasks, informs = [] }: StepEntry): unknown => ({
  id: id.text,
  tasks,
  informs: informs.map(({ text }) => text),
});
