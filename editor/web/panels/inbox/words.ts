import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the inbox of interpretations. */
export const inboxWords = {
  title: t('To decide', '待定解释'),
  about: t(
    'Where the source is silent or can be read in two ways, the handbook records how it is read. These wait for somebody to decide.',
    '原文未写明或有两种读法之处，手册记录了所采用的解释。下列各项等待决定。',
  ),
  search: t('Search questions, clauses, policies', '搜索疑问、条款、制度'),
  sort: t('Sort', '类别'),
  allSorts: t('All sorts', '全部类别'),
  status: t('Status', '状态'),
  waiting: t('Waiting', '待决定'),
  done: t('Decided', '已决定'),
  where: t('Where', '范围'),
  everywhere: t('Everywhere', '全部范围'),
  thisFile: t('This file only', '仅此文件'),
  nothing: t('Nothing here waits for a decision.', '此处没有等待决定的解释。'),
  noneFound: t('Nothing matches.', '没有匹配的项目。'),
  keys: t('j and k move, Enter opens.', '按 j、k 上下移动，按 Enter 打开。'),
  clauseSays: t('The clause', '条款'),
  figures: t('Figures: ', '数值：'),
  unclear: t('What is unclear', '不明之处'),
  readNow: t('Read so now', '现按此执行'),
  otherReading: t('Other reading', '另一种读法'),
  noOther: t(
    'The policy notes no other reading. To answer otherwise, amend it.',
    '制度中没有写明另一种读法。如需改用其他解答，请修订制度。',
  ),
  otherUnwritten: t(
    'One of several readings was chosen; the policy does not say what the others come to. To answer otherwise, amend it.',
    '此处已从几种读法中选定一种；制度没有写明其余读法的结果。如需改用其他读法，请修订制度。',
  ),
  rests: t('Results that rest on it', '以此为依据的结果'),
  restsNone: t(
    'No result is worked out with it; it explains how the text is read.',
    '没有结果以此计算；它只说明文字如何理解。',
  ),
  following: t('Further results that use those', '由此影响的其他结果'),
  people: t('Sample people and orders', '示例人员与业务'),
  counting: t('Counting in the sample tables …', '正在示例表中统计……'),
  noTable: t('No sample table gives what these results ask for.', '没有示例表提供这些结果所需的事实。'),
  decideHere: t('Decide', '作出决定'),
  keep: t('Keep the answer', '维持现有解答'),
  take: t('Take the other reading', '改用另一种读法'),
  by: t('Decided by', '决定人'),
  on: t('On the day', '决定日期'),
  note: t('Note (optional; kept as a comment in the file)', '备注（可不填；以注释保存在文件中）'),
  newAnswerZh: t('The new answer, in Chinese', '新的解答（中文）'),
  newAnswerEn: t('The new answer, in English', '新的解答（英文）'),
  from: t('In force from', '施行日期'),
  record: t('Record the decision', '记录决定'),
  then: t('What happens then', '之后会怎样'),
  keepThen: t(
    'The file then says who decided, and when. Nothing is computed differently; results that rest on it no longer say “proposed”, but who decided.',
    '文件将写明由谁、何时决定。计算结果不变；以此为依据的结果不再标为“拟定”，而是写明决定人。',
  ),
  takeThenNew: t(
    'A new version of the policy is made that reads so from that day on; the old one stays for the days before. Worked examples that expect the old reading have to be added to.',
    '将生成制度的新版本，自该日起按此读法执行；此前的日期仍适用旧版本。需为新读法补充示例。',
  ),
  takeThenPlace: t(
    'The policy is not in force yet, so it is changed in place. Worked examples that expect the old reading fail until they are mended.',
    '制度尚未施行，因此直接修改。期望旧读法的示例须随之更正。',
  ),
  unsavedThen: t(
    'It is a change of the text like any other: you can take it back with Undo, and it holds only once it is saved or proposed.',
    '这与其他文字修改一样：可以撤销，保存或提交后才有效。',
  ),
  recorded: t('The change waits in the text to be saved:', '修改待保存：'),
  takeBack: t('Undo', '撤销'),
  open: t('Open the file', '打开文件'),
  show: t('Show in the text', '在文本中显示'),
  working: t('Working it out …', '正在计算……'),
  goneNow: t('It is not there any more.', '此项已不存在。'),
  conventions: t('Ordinary readings (conventions)', '通常理解（惯例）'),
  conventionsAbout: t('They mark no result. Deciding them is for the record.', '惯例不会标记任何结果，决定仅作记录。'),
  anyone: t('a post of the organization', '组织中的岗位'),
  choosePost: t('Choose …', '请选择……'),
} as const satisfies Readonly<Record<string, Texts>>;

/** How many rows of a table. */
export const touchedWords = (touched: number, rows: number, of: number, path: string): Texts => {
  const name = path.replace(/^population\//, '');
  const first = of > rows ? t(` (first ${rows} of ${of})`, `（前 ${rows} 行，共 ${of} 行）`) : t('', '');
  return t(
    `${touched} of ${rows} rows of ${name}${first.en} rest on it.`,
    `${name} 的 ${rows} 行中有 ${touched} 行以此为依据${first.zh}。`,
  );
};

export const countWords = (number: number): Texts => t(`${number} waiting`, `${number} 项待决定`);
export const restingWords = (number: number): Texts =>
  t(number === 1 ? '1 result' : `${number} results`, `${number} 个结果`);
export const moreWords = (number: number): Texts => t(`and ${number} more`, `另有 ${number} 个`);

/** What was decided, by whom and when. */
export const recordedWords = (by: string, on: string, takes: boolean, question: string): Texts =>
  t(
    `Recorded: ${by}, on ${on}, ${takes ? 'takes the other reading of' : 'keeps the answer to'} “${question}”`,
    `已记录：${by}于 ${on} 决定“${question}”：${takes ? '改用另一种读法' : '维持现有解答'}。`,
  );
