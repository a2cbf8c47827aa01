import type { Stance } from '../../../engine/service/form/standing.ts';
import type { Texts } from '../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** What a place stands as, or may stand as. */
export const offerWords: Readonly<Record<Stance | 'name', Texts>> = {
  value: t('A value', '取值'),
  gap: t('Missing in the source', '原文缺失'),
  'left-to': t('Left to a person', '由人决定'),
  unset: t('Not set yet', '尚未设定'),
  name: t('Parameter or decision', '参数或其他决定'),
};

export const standingWords = {
  now: t('Now:', '目前：'),
  change: t('. Change to:', '。改为：'),
  value: t('Value or formula', '取值或公式'),
  gap: t('Which gap', '哪处缺口'),
  newGap: t('A new gap', '新的缺口'),
  gapId: t('Its short name', '简称'),
  saysZh: t('What is missing (Chinese)', '缺少什么（中文）'),
  saysEn: t('What is missing (English)', '缺少什么（英文）'),
  by: t('Who decides', '由谁决定'),
  allowed: t(
    'What may be decided, such as [50 CNY .. 100 CNY] or {true, false}',
    '允许范围，例如 [50 CNY .. 100 CNY] 或 {true, false}',
  ),
  proposed: t('Fact with the proposed value (may stay empty)', '拟定值所在的事实（可不填）'),
  name: t('Parameter or decision: type a part of its title or name', '参数或决定：输入标题或名称的一部分'),
  apply: t('Change', '更改'),
  cancel: t('Cancel', '取消'),
} as const satisfies Readonly<Record<string, Texts>>;
