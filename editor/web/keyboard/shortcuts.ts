import type { Texts } from '../../../engine/service/index.ts';

interface Shortcut {
  readonly keys: string;
  readonly does: Texts;
  /** Those of the text and of lists are theirs; the help tells of them. */
  readonly act?: (event: KeyboardEvent) => boolean;
  readonly id?: 'save' | 'nextArea' | 'lastArea' | 'search' | 'help';
}

const t = (en: string, zh: string): Texts => ({ en, zh });
const withControl = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => (ctrlKey || metaKey) && !altKey;

/** A key that types a character means that character wherever one can type. */
function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** What keys do, as the help lists them; with `id` the page does it, anywhere. */
export const shortcuts: readonly Shortcut[] = [
  {
    id: 'save',
    keys: 'Ctrl+S',
    does: t('Save all changed files', '保存全部修改的文件'),
    act: (event) => withControl(event) && event.key.toLowerCase() === 's',
  },
  {
    id: 'nextArea',
    keys: 'F6',
    does: t('To the next part of the page: list, text, panels', '跳到页面的下一部分：列表、文本、面板'),
    act: ({ key, shiftKey }) => key === 'F6' && !shiftKey,
  },
  {
    id: 'lastArea',
    keys: 'Shift+F6',
    does: t('To the part before', '跳到上一部分'),
    act: ({ key, shiftKey }) => key === 'F6' && shiftKey,
  },
  {
    id: 'search',
    keys: '/',
    does: t('Search the handbook', '搜索手册'),
    act: (event) => event.key === '/' && !isTyping(event),
  },
  { id: 'help', keys: '?', does: t('This help', '本帮助'), act: (event) => event.key === '?' && !isTyping(event) },
  {
    keys: '↑ ↓ ← →',
    does: t('In the list and between tabs: from one to the next, open, shut', '在列表与标签间：移动、展开、收起'),
  },
  {
    keys: 'Ctrl+Z · Ctrl+Y',
    does: t(
      'In the text: undo and redo, also what the form or a fix did',
      '在文本中：撤销与重做，包括表单和修正所作的修改',
    ),
  },
  {
    keys: 'Ctrl+.',
    does: t(
      'In the text: ways to mend what is underlined. In the form: to what can be done with the row and the cell, and back',
      '在文本中：修正下划线标出的问题。在表单中：转到行操作、单元格操作，再返回',
    ),
  },
  { keys: 'F8', does: t('In the text: to the next problem', '在文本中：跳到下一个问题') },
  { keys: 'F1', does: t('In the text: all commands', '在文本中：全部命令') },
  {
    keys: 'Ctrl+M',
    does: t('In the text: the Tab key leaves it, or is typed', '在文本中：切换 Tab 键离开文本或输入制表'),
  },
];
