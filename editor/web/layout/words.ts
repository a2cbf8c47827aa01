import type { Texts } from '../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of what stands around the panels: header, tree, the file that is shown. */
export const layoutWords = {
  draftsKept: t('Text that was typed and not saved was kept:', '以下文本曾输入但未保存，已为您保留：'),
  bringBack: t('Bring back', '恢复'),
  throwAway: t('Throw away', '丢弃'),
  allSaved: t('All saved', '已全部保存'),
  notSaved: t('Not saved', '未保存'),
  saving: t('Saving …', '正在保存……'),
  conflict: t('Changed elsewhere too', '他处亦有修改'),
  save: t('Save', '保存'),
  saveHint: t('Save all changed files (Ctrl+S)', '保存全部修改的文件（Ctrl+S）'),
  away: t(
    'The server does not answer. What you typed is kept in this browser; save again when the server is back.',
    '服务无响应。您输入的内容已保留在此浏览器中，请待服务恢复后再次保存。',
  ),
  serverAway: t(
    'The server does not answer. What you type is kept in this browser, and the page tries again by itself.',
    '服务无响应。您输入的内容保留在此浏览器中，页面会自动重新连接。',
  ),
  serverLocked: t(
    'The server was started anew with another address. Open the address that the terminal shows; what you typed is kept.',
    '服务已用新地址重新启动。请打开终端中显示的地址；您输入的内容已保留。',
  ),
  serverBack: t(
    'The server is back, and nothing that you typed is lost. What is marked as not saved can be saved now.',
    '服务已恢复，您输入的内容没有丢失。标为未保存的内容现在可以保存。',
  ),
  conflictSays: t(
    'This file was changed elsewhere in the same lines as yours. Nothing is overwritten until you decide.',
    '他处也修改了此文件中您所修改的行。在您决定之前，不会覆盖任何内容。',
  ),
  goneSays: t(
    'This file was deleted elsewhere while you were changing it. Nothing is lost until you decide.',
    '您修改此文件期间，它在他处被删除。在您决定之前，不会丢失任何内容。',
  ),
  tookTheirs: t(
    'Somebody else saved changes to other lines of this file. They are now in your text, and yours are kept. Look it over, then save.',
    '他人保存了对此文件其他行的修改。这些修改已并入您的文本，您的修改也已保留。请查看后保存。',
  ),
  seen: t('I have seen it', '知道了'),
  places: t('Places to decide', '待定之处'),
  placesHint: t(
    'Choose a side for each place that both changed. All other changes of both sides are already taken in.',
    '请为双方都修改过的每一处选择采用哪一方；其余各处的修改已一并采纳。',
  ),
  nothingHere: t('(taken out)', '（已删除）'),
  mine: t('Mine', '我的文本'),
  theirs: t('On disk', '磁盘上的文本'),
  bothTexts: t('Both texts', '两者对照'),
  compareHint: t(
    'Marked with −: what lies on disk. Marked with +: your text, which you can change here; the arrows take a place over from the disk.',
    '标有“−”的是磁盘上的文本；标有“+”的是您的文本，可在此修改，箭头可将该处换成磁盘上的内容。',
  ),
  keepMine: t('Keep mine', '保留我的'),
  takeTheirs: t('Take theirs', '采用磁盘上的'),
  editTogether: t('Use this text', '采用此文本'),
  undoAll: t('Undo all changes', '撤销全部修改'),
  view: t('View', '视图'),
  form: t('Form', '表单'),
  text: t('Text', '文本'),
  both: t('Both', '并列'),
  search: t('Search', '搜索'),
  searchHint: t('Title, clause or name', '标题、条款或名称'),
  wholeHandbook: t('The whole handbook', '手册总则'),
  vocabulary: t('Vocabulary', '词汇'),
  registers: t('Sources', '来源'),
  other: t('Other files', '其他文件'),
  cases: t('Cases', '案例'),
  nothingFound: t('Nothing found.', '未找到。'),
  foundNames: t('Names', '名称'),
  foundClauses: t('Clauses', '条款'),
  help: t('Help', '帮助'),
  keys: t('Keyboard', '键盘'),
  toTree: t('To the list of policies', '跳到制度列表'),
  toText: t('To the text', '跳到文本'),
  toPanel: t('To the panels', '跳到面板'),
} as const satisfies Readonly<Record<string, Texts>>;
