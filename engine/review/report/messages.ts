import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';

/** A case that does not hold, and what it expects. */
interface Failing {
  readonly id: string;
  readonly decision: string;
  readonly what: Texts;
  /** So many rows of it; the first is told. */
  readonly rows: number;
}

/** A policy and its owner, each by title with the name behind it. */
interface Unapproved {
  readonly policy: string;
  readonly called: Texts;
  readonly owner: string;
  readonly title: Texts;
}

const unapproved = ({ policy, called, owner, title }: Unapproved): Texts => ({
  en: `${called.en} (${policy}) changes without the approval of its owner, ${title.en} (${owner})`,
  zh: `${called.zh}（${policy}）有改动而负责人${title.zh}（${owner}）尚未批准`,
});

const inRows = (rows: number): Texts =>
  rows === 1 ? { en: '', zh: '' } : { en: ` (the first of ${rows} rows)`, zh: `（共 ${rows} 行，此为首行）` };

/** What a review says about a change: errors stand against merging it. */
export const verdictMessages = defineDiagnostics('review', {
  'edited-in-force': {
    severity: 'error',
    blocks: false,
    message: ({ policy, version, from }: { policy: string; version: number; from: string }) => ({
      en: `Version ${version} of ${policy} has been in force since ${from} and now means something else. Put the old text back and run \`bylaw amend ${policy} --from DATE\`: what held must stay readable.`,
      zh: `${policy} 第 ${version} 版自 ${from} 起施行，现含义已被改动。请恢复原文并运行 \`bylaw amend ${policy} --from 日期\`：曾经有效的内容必须可查。`,
    }),
  },
  'removed-in-force': {
    severity: 'error',
    blocks: false,
    message: ({ policy, version, from }: { policy: string; version: number; from: string }) => ({
      en: `Version ${version} of ${policy} has held since ${from} and was deleted. Put its file back: what held must stay readable. To end a policy, write \`effective.to\` in an amendment.`,
      zh: `${policy} 第 ${version} 版自 ${from} 起曾施行，现已被删除。请恢复其文件：曾经有效的内容必须可查。要终止制度，请在修订中写明 effective.to。`,
    }),
  },
  'shared-meaning': {
    severity: 'error',
    blocks: false,
    message: ({ what }: { what: Texts }) => ({
      en: `What held is altered: ${what.en}`,
      zh: `既往规定被改动：${what.zh}`,
    }),
  },
  'case-fails': {
    severity: 'error',
    blocks: false,
    message: ({ id, decision, what, rows }: Failing) => ({
      en: `The case ${id} holds in the base and no longer does: ${decision}: ${what.en}${inRows(rows).en}.`,
      zh: `示例 ${id} 原来成立，现不再成立：${decision}：${what.zh}${inRows(rows).zh}。`,
    }),
  },
  'new-case-fails': {
    severity: 'error',
    blocks: false,
    message: ({ id, decision, what, rows }: Failing) => ({
      en: `The case ${id} is new and does not hold: ${decision}: ${what.en}${inRows(rows).en}.`,
      zh: `新示例 ${id} 不成立：${decision}：${what.zh}${inRows(rows).zh}。`,
    }),
  },
  'gate-failed': {
    severity: 'error',
    blocks: false,
    message: ({ what }: { what: Texts }) => ({ en: `A gate fails: ${what.en}.`, zh: `未通过限制：${what.zh}。` }),
  },
  'population-unanswered': {
    severity: 'error',
    blocks: false,
    message: () => ({
      en: 'The population could not be answered whole: rows are in error, or none has a value. What is told of the effect is not all.',
      zh: '人群表未能全部求取：有的行有错误，或没有任何行有值。所述影响并不完整。',
    }),
  },
  'table-altered': {
    severity: 'warning',
    message: ({ file }: { file: string }) => ({
      en: `This change also alters ${file}, on which changes are tried: the effect is told for its rows as they are now. Read what was altered in it, or alter it in a change of its own.`,
      zh: `本次变更同时改动了用于试算的 ${file}：所述影响按改动后的行计算。请查看其改动，或将其单独提交。`,
    }),
  },
  'gates-evaded': {
    severity: 'error',
    blocks: false,
    message: ({ file }: { file: string }) => ({
      en: `This change also alters ${file}, on which the gates try it, so that they show nothing. Put the table back and alter it in a change of its own.`,
      zh: `本次变更同时改动了各项限制赖以试算的 ${file}，限制因此失去意义。请恢复该表，并将其单独提交。`,
    }),
  },
  'not-approved': {
    severity: 'warning',
    message: (args: Unapproved) => ({
      en: `${unapproved(args).en}: no commit says \`Approved-by: ${args.owner}\`.`,
      zh: `${unapproved(args).zh}：没有提交写明 \`Approved-by: ${args.owner}\`。`,
    }),
  },
  'approval-required': {
    severity: 'error',
    blocks: false,
    message: (args: Unapproved) => ({
      en: `${unapproved(args).en}, which the manifest requires. Write \`Approved-by: ${args.owner}\` as the last line of a commit message once the owner has agreed.`,
      zh: `${unapproved(args).zh}，清单要求批准。经其同意后，请在提交说明末行写明 \`Approved-by: ${args.owner}\`。`,
    }),
  },
  'unknown-approver': {
    severity: 'warning',
    message: ({ name, commit }: { name: string; commit: string }) => ({
      en: `“${name}” in ${commit} names no post or department that the organization of a changed policy has, so it approves nothing.`,
      zh: `提交 ${commit} 中的“${name}”不是所改制度之组织中的岗位或部门，不构成批准。`,
    }),
  },
  retroactive: {
    severity: 'warning',
    message: ({ policy, version, from, periods }: Record<'policy' | 'version' | 'from' | 'periods', string>) => ({
      en: `Version ${version} of ${policy} reaches back to ${from}, into months that are closed: ${periods}. What was settled for them is worked out anew.`,
      zh: `${policy} 第 ${version} 版追溯至 ${from}，涉及已结算的月份：${periods}。这些月份的结果须重新计算。`,
    }),
  },
  'not-compared': {
    severity: 'warning',
    message: ({ policy, why }: { policy: string; why: Texts }) => ({
      en: `${policy} could not be read in the base, so nobody can say what changes: ${why.en}`,
      zh: `${policy} 在基准版本中无法读取，故无法说明其变化：${why.zh}`,
    }),
  },
  unreadable: {
    severity: 'error',
    blocks: false,
    message: ({ policy, why }: { policy: string; why: Texts }) => ({
      en: `${policy} can no longer be read, so nobody can say what changes: ${why.en}`,
      zh: `${policy} 现已无法读取，故无法说明其变化：${why.zh}`,
    }),
  },
});
