import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly near: readonly string[];
}
const arrows = (path: readonly string[]): string => path.join(' → ');

export const organizationMessages = defineDiagnostics('organization', {
  cycle: {
    severity: 'error',
    message: ({ path }: { path: readonly string[] }) => ({
      en: `These posts report to each other in a circle: ${arrows(path)}. One of them must report to a post outside, to \`none\`, or be \`{ unstated: gap }\`.`,
      zh: `这些岗位循环汇报：${arrows(path)}。其中之一须向圈外岗位汇报，或写 none、{ unstated: 缺口 }。`,
    }),
  },
  'departments-in-a-circle': {
    severity: 'error',
    message: ({ path }: { path: readonly string[] }) => ({
      en: `These departments lie within each other in a circle: ${arrows(path)}. Remove \`within\` from the one at the top.`,
      zh: `这些部门循环隶属：${arrows(path)}。请删除最上级部门的 within。`,
    }),
  },
  'unknown-superior': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This organization has no post “${name}” to report to.${didYouMean(near).en} Add the post, or write \`none\` or \`{ unstated: gap }\`.`,
      zh: `本组织没有可汇报的岗位“${name}”。${didYouMean(near).zh}请增加该岗位，或写 none、{ unstated: 缺口 }。`,
    }),
  },
  'superior-elsewhere': {
    severity: 'error',
    message: ({ name, scope }: { name: string; scope: string }) => ({
      en: `“${name}” is a post of the scope “${scope}”, and nobody reports to another company. Name a post of this organization, or \`{ unstated: gap }\`.`,
      zh: `“${name}”是规则体系“${scope}”的岗位，不能跨公司汇报。请写本组织的岗位，或 { unstated: 缺口 }。`,
    }),
  },
  'unknown-department': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This organization has no department “${name}”.${didYouMean(near).en} Add it under \`departments\`, or write \`department: any\` for a post that belongs to none.`,
      zh: `本组织没有部门“${name}”。${didYouMean(near).zh}请在 departments 中增加；岗位不属于任何部门时写 department: any。`,
    }),
  },
  'unknown-holder': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This organization has no post “${name}” that could do these duties.${didYouMean(near).en} Add it under \`posts\`.`,
      zh: `本组织没有可兼任此职责的岗位“${name}”。${didYouMean(near).zh}请在 posts 中增加。`,
    }),
  },
  'same-name': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `Two posts are called “${name}”, so people could not tell them apart. Rename one, or make them one post.`,
      zh: `有两个岗位同名“${name}”，无法区分。请更名其一，或合并为一个岗位。`,
    }),
  },
  'post-and-department': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” is both a post and a department, so \`owner: ${name}\` could mean either. Rename one.`,
      zh: `“${name}”既是岗位又是部门，owner: ${name} 的所指不明。请更名其一。`,
    }),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” already means something where policies name people. Choose another id.`,
      zh: `“${name}”在制度中另有含义，请另取代号。`,
    }),
  },
  'led-twice': {
    severity: 'error',
    message: ({ department }: { department: string }) => ({
      en: `Two posts lead “${department}”. Leave \`leads\` at one of them.`,
      zh: `有两个岗位主管“${department}”。请只保留一处 leads。`,
    }),
  },
  'head-counts': {
    severity: 'error',
    blocks: false,
    message: ({
      department,
      stated,
      sum,
      isWhole,
    }: {
      department: string;
      stated: number;
      sum: number;
      isWhole: boolean;
    }) => ({
      en: `“${department}” has a head-count of ${stated}, but its posts make ${isWhole ? '' : 'at least '}${sum}. Correct one of the numbers, or leave the one that the source does not give \`unstated\`.`,
      zh: `“${department}”编制为 ${stated} 人，而其岗位合计${isWhole ? '' : '至少'} ${sum} 人。请改正其一；原文未写明的写 unstated。`,
    }),
  },
  'only-conventions': {
    severity: 'error',
    message: ({ id }: { id: string }) => ({
      en: `A post may rest on a convention only: what \`superior-of\` and \`is-above\` answer could not carry the flag of “${id}”. Make it \`about: convention\`, or leave the line \`{ unstated: gap }\`.`,
      zh: `岗位只能依据 convention：superior-of 与 is-above 的结果无法带上“${id}”的标记。请将其改为 about: convention，或将汇报关系写为 { unstated: 缺口 }。`,
    }),
  },
});
