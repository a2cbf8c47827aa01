import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

export const risksMessages = defineDiagnostics('risks', {
  twice: {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `Two risks are called “${id}”. Rename one, or make them one.`,
      zh: `有两项风险都叫“${id}”。请改名或合并。`,
    }),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `A risk cannot be called “${id}”: the register itself decides something of that name. Choose another.`,
      zh: `风险不能命名为“${id}”：登记册自身有同名的决定。请换一个。`,
    }),
  },
  'no-owner': {
    severity: 'error',
    blocks: false,
    message: ({ id }: { id: string }) => ({
      en: `Nobody answers for the risk “${id}”. Write \`owner:\` with a post or department, or \`owner: { unstated: gap }\` where the source names none.`,
      zh: `风险“${id}”没有负责人。请写 owner（岗位或部门）；原文未写明时写 owner: { unstated: 缺口 }。`,
    }),
  },
  'no-control': {
    severity: 'error',
    blocks: false,
    message: ({ id }: { id: string }) => ({
      en: `Nothing keeps the risk “${id}” in check. Write \`controls:\` with decisions, or \`controls: { unstated: gap }\` where the source gives words only.`,
      zh: `风险“${id}”没有任何控制。请在 controls 中写明决定；原文只有文字时写 controls: { unstated: 缺口 }。`,
    }),
  },
  'unknown-control': {
    severity: 'error',
    blocks: false,
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `No policy decides “${name}”, so it controls nothing.${didYouMean(near).en || ' Name a decision in full, such as risk.controls.shortage.'}`,
      zh: `没有任何制度作出决定“${name}”，它不起控制作用。${didYouMean(near).zh || '请写决定的全名，例如 risk.controls.shortage。'}`,
    }),
  },
  'matrix-incomplete': {
    severity: 'error',
    blocks: false,
    message: ({ parameter, keys }: { parameter: string; keys: string }) => ({
      en: `The matrix ${parameter} has no level for ${keys}, so such a risk has none. Add the entry.`,
      zh: `矩阵 ${parameter} 缺少 ${keys} 的等级，此类风险等级未定。请补充该项。`,
    }),
  },
});
