import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

export const amendWords = {
  title: t('Amend', '修订'),
  noPolicy: t(
    'This file is no policy. Choose a policy at the left to amend it.',
    '此文件不是制度。请在左侧选择要修订的制度。',
  ),
  unreadable: t(
    'This policy cannot be read. Mend what is listed under Problems first.',
    '此制度无法读取。请先改正“问题”中所列的错误。',
  ),
  oldVersion: t('This is an earlier version. The newest one is amended:', '这是以前的版本。修订从最新版开始：'),
  newVersion: t('New version', '新版本'),
  from: t('In force from', '施行日期'),
  why: t('Why', '修订原因'),
  whyEn: t('Why, in English', '修订原因（英文）'),
  whyZh: t('Why, in Chinese', '修订原因（中文）'),
  whyHint: t('In one language only, it stands for both.', '只填一种语言时，两种语言均用此文。'),
  owner: t('Needs the approval of', '须经批准'),
  make: t('Make the new version', '建立新版本'),
  moves: t('What you changed already moves into the new version.', '您已作的修改会移入新版本。'),
  made: t('The new version stands in the middle, ready to be changed.', '新版本已在中间打开，请直接修改。'),
  notYet: t('It is not yet in force: change it directly.', '尚未施行：可直接修改。'),
  another: t('Make a further version', '再建一个版本'),
  takenBack: t('The new version is taken back.', '已撤回新版本。'),
  takeBack: t('Take the new version back', '撤回新版本'),
} as const satisfies Readonly<Record<string, Texts>>;
