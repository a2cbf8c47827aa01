import { defineDiagnostics } from '../../diagnostic/define.ts';

export const provisionsMessages = defineDiagnostics('provisions', {
  'no-bearer': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `“${id}” does not say whom it binds. Add \`who:\` with a post, a department, a relation or \`all-staff\`; where the source is silent, \`who: { unstated: gap }\`.`,
      zh: `“${id}”没有写明约束对象。请补充 who，填岗位、部门、关系或 all-staff；原文未写明时写 who: { unstated: 缺口 }。`,
    }),
  },
  empty: {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `“${id}” demands nothing: write at least one of \`must\`, \`must-not\`, \`may\` and \`strives-for\`.`,
      zh: `“${id}”没有任何要求：must、must-not、may、strives-for 至少写一项。`,
    }),
  },
  twice: {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `Two provisions have the id “${id}”, so nobody could say which one is meant. Rename one.`,
      zh: `有两项规范的编号同为“${id}”，无法说明所指何者。请更名其一。`,
    }),
  },
});
