import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

export const historyWords = {
  title: t('History', '历史'),
  versions: t('Versions', '版本'),
  commits: t('Commits', '提交记录'),
  noCommits: t('git knows no earlier text of this file.', 'git 中没有此文件的更早文本。'),
  older: t('Older ones are not shown.', '更早的记录未显示。'),
  from: t('Before', '变更前'),
  entry: t('Version or commit', '版本或提交'),
  to: t('After', '变更后'),
  open: t('Open', '打开'),
  now: t('not proposed yet', '尚未提出'),
  compared: t('What changed', '变化'),
  choose: t('Choose a text in each column to compare them.', '请在两列中各选一份文本进行比较。'),
  same: t('Both texts are the same.', '两份文本相同。'),
  sameMeaning: t('No outcome differs.', '结果没有不同。'),
  unread: t('One of the two cannot be read, so only the lines are compared.', '其中一份无法读取，仅逐行比较。'),
  wide: t('Side by side', '并排显示'),
} as const satisfies Readonly<Record<string, Texts>>;
