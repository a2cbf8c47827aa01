import type { Texts } from '../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of what came of a proposal, and of what a person does now. */
export const resultWords = {
  done: t('Proposed. The handbook itself is unchanged until it is accepted.', '已提出。在被接受之前，手册本身不变。'),
  doneFiles: t('Saved to the folder.', '已保存到文件夹。'),
  reviewers: t('Reviewed by', '审批人'),
  noReviewer: t('no owner is named in the policies', '制度中未写明负责人'),
  and: t(', ', '、'),
  inBranch: t('Name of the proposal (branch)', '提案名称（分支）'),
  copy: t('Copy', '复制'),
  copied: t('Copied.', '已复制。'),
  notCopied: t(
    'The browser did not copy it. The name is selected: press Ctrl+C.',
    '浏览器未能复制。名称已选中，请按 Ctrl+C。',
  ),
  where: t('It stands', '所在'),
  onlyHere: t(
    'only in the repository of this folder; it was not sent to anybody',
    '仅在此文件夹的仓库中，尚未发送给他人',
  ),
  commit: t('Commit', '提交'),
  next: t('What happens next', '接下来'),
  ask: t('Open the pull request and ask the reviewers to look at it:', '请打开合并请求，并请审批人审阅：'),
  tell: t(
    'Tell the reviewers the name of the proposal; they look at it and merge it.',
    '请把提案名称告知审批人，由其审阅并合并。',
  ),
  sendIt: t(
    'Nobody else sees it yet: ask whoever looks after the repository to send the branch, or to merge it once the reviewers agree.',
    '其他人尚看不到此提案：请管理仓库的同事发送该分支，或在审批人同意后合并。',
  ),
  openRequest: t('Open the pull request', '打开合并请求'),
  pageAgain: t(
    'This page shows the handbook without the proposal again. Once it is merged into this folder, it appears here by itself.',
    '此页重新显示未含提案的手册；提案合并到此文件夹后会自动出现在这里。',
  ),
  backSent: t(
    'To take it back, close the pull request or have the branch deleted. To change it, make the change again and propose it.',
    '如要撤回，请关闭合并请求，或请人删除该分支；如要改动，请重新修改并提出。',
  ),
  backHere: t(
    'To change it, make the change again and propose it; to take it back, have the branch deleted:',
    '如要改动，请重新修改并提出；如要撤回，请删除该分支：',
  ),
  filesNext: t(
    'There is no git repository here, so nobody is asked to approve: the files say so from now on.',
    '此处没有 git 仓库，因此无人收到审批请求：文件已直接修改。',
  ),
  filesBack: t(
    'To take it back, open each file, undo (Ctrl+Z), and save.',
    '如要撤回，请打开各文件，撤销（Ctrl+Z）后再保存。',
  ),
  notSent: t('It was not sent:', '未发送：'),
  held: t(
    'These files had changes that were in no commit yet; they are part of the proposal:',
    '以下文件含有尚未提交的修改，已一并计入提案：',
  ),
  hooks: t('These hooks of the repository did not run:', '仓库中的以下钩子未运行：'),
} as const satisfies Readonly<Record<string, Texts>>;
