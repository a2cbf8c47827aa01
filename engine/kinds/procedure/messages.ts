import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

interface OfStep {
  readonly id: string;
}

export const procedureMessages = defineDiagnostics('procedure', {
  twice: {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `Two steps are called “${id}”, so no event could say which one it means. Rename one.`,
      zh: `有两个步骤都叫“${id}”，事件无法指明是哪一个。请改名。`,
    }),
  },
  'no-role': {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `Nobody is named who does the step “${id}”. Write \`role:\` with a post, department or relation, or \`role: { unstated: gap }\`; \`every-step:\` says it for all steps.`,
      zh: `步骤“${id}”未写明由谁执行。请写 role（岗位、部门或关系），或 role: { unstated: 缺口 }；各步骤相同时可写在 every-step 中。`,
    }),
  },
  'no-evidence': {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `What shows that the step “${id}” was done is not said. Write \`evidence:\` with forms or records (\`[]\` where none is needed), or \`evidence: { unstated: gap }\`; \`every-step:\` says it for all steps.`,
      zh: `步骤“${id}”未写明以何凭证为准。请写 evidence（表格或记录，无需凭证时写 []），或 evidence: { unstated: 缺口 }；各步骤相同时可写在 every-step 中。`,
    }),
  },
  'no-deadline': {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `The step “${id}” has no deadline. Write \`deadline:\` with the last day in time, or \`deadline: { unstated: gap }\`; \`every-step:\` says it for all steps.`,
      zh: `步骤“${id}”没有期限。请写 deadline（最后期限），或 deadline: { unstated: 缺口 }；各步骤相同时可写在 every-step 中。`,
    }),
  },
  'unknown-step': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `No step is called “${name}”.${didYouMean(near).en || ' Name the id of a step of this procedure.'}`,
      zh: `没有名为“${name}”的步骤。${didYouMean(near).zh || '请写本流程某一步骤的编号。'}`,
    }),
  },
  unreachable: {
    severity: 'error',
    message: ({ id, by }: { id: string; by: readonly string[] }) => ({
      en: `The step “${id}” can never be open: it waits for ${by.join(', ')}, which can never be done before it. Change an \`after:\`.`,
      zh: `步骤“${id}”永远无法开启：它等待 ${by.join('、')}，而后者不可能先完成。请修改 after。`,
    }),
  },
  'never-open': {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `The step “${id}” is always left out, since its condition is never true. Remove the step, or mend \`when:\`.`,
      zh: `步骤“${id}”的条件永不成立，总被略过。请删除该步骤或修正 when。`,
    }),
  },
  'back-forward': {
    severity: 'error',
    message: ({ id, back }: { id: string; back: string }) => ({
      en: `“${id}” cannot send back to “${back}”: that step does not come before it. Name an earlier step, or the step itself.`,
      zh: `“${id}”不能退回到“${back}”：后者并非其前置步骤。请写更早的步骤或本步骤。`,
    }),
  },
  'no-now': {
    severity: 'error',
    message: () => ({
      en: 'Whether a step is late depends on the fact `now`, which no vocabulary declares. Declare it: `now: { type: date-time, … }`.',
      zh: '是否逾期取决于事实 now，但词汇表中未声明。请声明 now: { type: date-time, … }。',
    }),
  },
  'no-start': {
    severity: 'error',
    message: ({ id }: OfStep) => ({
      en: `No step comes before “${id}”, so \`opened\` is no known day. Write \`starts:\` with the day on which the procedure starts.`,
      zh: `“${id}”没有前置步骤，opened 无从得知。请用 starts 写明流程开始之日。`,
    }),
  },
});
