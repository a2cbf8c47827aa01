import type { Output } from '../kind.ts';
import { textOf } from '../nodes.ts';
import type { Provision, ProvisionsPolicy } from './index.ts';

/** All that the policy demands as one text that nobody can ask for: a review tells by it that a norm was changed. */
export function demanded({ policy: { span }, provisions }: ProvisionsPolicy): Output {
  return {
    name: { text: 'provisions', span },
    title: { en: 'Provisions', zh: '规范条目' },
    cites: [],
    hidden: true,
    lower: () => textOf(JSON.stringify(provisions.map(demandOf)), span),
  };
}

function demandOf({ id, who = [], deadline, consequence, ...provision }: Provision): unknown {
  const { situation, must, may } = provision;
  return {
    id: id.text,
    who: who.map(({ form, value }) => (form === 'plain' ? value.text : form === 'en' ? value : value.unstated.text)),
    situation,
    must,
    'must-not': provision['must-not'],
    may,
    'strives-for': provision['strives-for'],
    deadline: textOrGap(deadline),
    consequence: textOrGap(consequence),
  };
}

const textOrGap = (written: Provision['deadline']): unknown =>
  written?.form === 'unstated' ? written.value.unstated.text : written?.value;
