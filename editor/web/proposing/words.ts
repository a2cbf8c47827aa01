import type { Texts } from '../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of what is about to be proposed, and of the dialog that does it. */
export const proposingWords = {
  propose: t('Propose', '提出变更'),
  proposeHint: t('Put the changes forward for approval', '将修改提交审批'),
  nothing: t('Nothing is changed.', '没有修改。'),
  working: t('Working …', '正在计算……'),
  whatChanges: t('What changes', '变化'),
  sameMeaning: t('No outcome changes.', '不改变任何结果。'),
  described: t('Without effect on outcomes:', '不影响结果：'),
  shared: t('Vocabulary and manifest', '词汇与总则'),
  refusedChange: t('not allowed', '不允许'),
  inForce: t(
    'This version is in force. What held must stay readable: open this policy, choose “Amend”, and make a new version; your change moves into it.',
    '此版本正在施行，曾经有效的内容必须可查。请打开该制度，在“修订”中建立新版本，您的修改会移入新版本。',
  ),
  removed: t('What held must stay readable: bring its file back.', '曾经有效的内容必须可查：请恢复其文件。'),
  checks: t('Checks', '检查'),
  checksFine: t('Nothing new is wrong.', '没有新的问题。'),
  effect: t('Effect on a sample', '对样本的影响'),
  sample: t('Sample', '样本'),
  noEffect: t('No row of this sample comes out differently.', '此样本中没有任何一行的结果改变。'),
  largest: t('The largest changes', '最大的变化'),
  sameFor: t('Unchanged:', '不变：'),
  gateFails: t('A limit is passed:', '超出限制：'),
  gateHolds: t('Within the limit:', '在限制之内：'),
  files: t('Files', '文件'),
  newFile: t('new', '新增'),
  showFile: t('Show this file', '显示此文件'),
  message: t('What is told to those who approve', '给审批人的说明'),
  messageHint: t('The first line is the title.', '第一行为标题。'),
  approver: t('Approved by', '批准人'),
  approverHint: t('Leave it empty if nobody has approved it yet. The owner is', '尚未批准则留空。负责人为'),
  branch: t('Name of the proposal (branch)', '提案名称（分支）'),
  send: t('Send it to the server as well', '同时发送到服务器'),
  outside: t(
    'The folder is in no git repository: the files themselves are written.',
    '此文件夹不在 git 仓库中：将直接写入文件。',
  ),
  noAuthor: t(
    'git does not know who you are. Ask whoever set this up to run: git config user.name "…" and git config user.email "…"',
    'git 尚不知道您是谁。请管理员执行：git config user.name "…" 与 git config user.email "…"',
  ),
  authorIs: t('In the name of', '提交人'),
  proposeNow: t('Propose', '提出'),
  saveNow: t('Save to the folder', '保存到文件夹'),
  proposing: t('Proposing …', '正在提出……'),
  hasErrors: t(
    'There are errors, listed under Checks. The proposal would not be accepted as it stands. Your text is kept either way.',
    '存在错误，见“检查”。按现状提出不会被接受。无论如何您的文本都会保留。',
  ),
  proposeAnyway: t('Propose all the same', '仍然提出'),
  conflictFirst: t(
    'Some files were changed elsewhere too. Open them and settle that first:',
    '以下文件在他处也被修改。请先打开并处理：',
  ),
  settleHint: t(
    'Open the files, decide which text holds, and propose again.',
    '请打开这些文件，决定采用哪份文本，然后再次提出。',
  ),
  away: t(
    'The server does not answer. Nothing was proposed, and your text is kept; try again when the server is back.',
    '服务无响应。未提出任何变更，您的文本已保留；请待服务恢复后重试。',
  ),
  done: t('Proposed.', '已提出。'),
  doneFiles: t('Saved to the folder.', '已保存到文件夹。'),
  inBranch: t('Branch', '分支'),
  commit: t('Commit', '提交'),
  openRequest: t('Open the pull request', '打开合并请求'),
  notSent: t('It was not sent:', '未发送：'),
  notSentHint: t('The proposal stands in this folder’s repository all the same.', '提案仍已保存在此文件夹的仓库中。'),
  pageAgain: t(
    'This page shows the handbook without the proposal again, until it is accepted.',
    '在提案被接受之前，此页重新显示未含提案的手册。',
  ),
  held: t(
    'These files had changes that were in no commit yet; they are part of the proposal:',
    '以下文件含有尚未提交的修改，已一并计入提案：',
  ),
  hooks: t('These hooks of the repository did not run:', '仓库中的以下钩子未运行：'),
} as const satisfies Readonly<Record<string, Texts>>;
