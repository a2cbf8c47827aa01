import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';

/** What the guard refuses before anything is read. */
export const guardMessages = defineDiagnostics('yaml', {
  'too-large': {
    severity: 'error',
    message: ({ is, most, of }: { is: number; most: number; of: Texts }) => ({
      en: `The file has ${is} ${of.en}; at most ${most} are read. Split it into several policies.`,
      zh: `文件有 ${is} ${of.zh}，最多读取 ${most} ${of.zh}。请拆成多份制度。`,
    }),
  },
  'too-deep': {
    severity: 'error',
    message: ({ most }: { most: number }) => ({
      en: `Lists and maps lie inside one another more than ${most} deep here. A policy needs no more than ten levels.`,
      zh: `此处的列表和映射嵌套超过 ${most} 层。一份制度用不到十层。`,
    }),
  },
  'forbidden-character': {
    severity: 'error',
    message: ({ code }: { code: string }) => ({
      en: `The character ${code} cannot be seen and may hide what the file says. Remove it.`,
      zh: `字符 ${code} 不可见，可能掩盖文件的真实内容。请删除。`,
    }),
  },
  empty: {
    severity: 'error',
    message: () => ({
      en: 'The file says nothing. A policy begins with `policy:` and `kind:`.',
      zh: '文件没有内容。制度以 `policy:` 和 `kind:` 开头。',
    }),
  },
});

/** Parts of YAML that a handbook has no use for. */
export const refusalMessages = defineDiagnostics('yaml', {
  anchor: {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” is a YAML anchor or alias, which a handbook does not use: every policy says in full what it means. Write the value out, or put it in quotes if it is text.`,
      zh: `“${text}”是 YAML 的锚点或别名，手册中不使用：每份制度都应完整写出内容。请直接写出值；如果它是文字，请加引号。`,
    }),
  },
  tag: {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” is a YAML tag, which a handbook does not use. Remove it, put the value in quotes if it is text, or write “not” to negate.`,
      zh: `“${text}”是 YAML 标签，手册中不使用。请删除；如果是文字，请加引号；如果要否定，请写 not。`,
    }),
  },
  directive: {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” is a YAML directive, which a handbook does not use. Remove the line.`,
      zh: `“${text}”是 YAML 指令，手册中不使用。请删除这一行。`,
    }),
  },
  'several-documents': {
    severity: 'error',
    message: () => ({
      en: 'A second document begins here, but a file holds one policy. Move what follows to a file of its own.',
      zh: '此处开始了第二份文档，但一个文件只放一份制度。请把后面的内容移到另一个文件。',
    }),
  },
  'merge-key': {
    severity: 'error',
    message: () => ({
      en: '“<<” merges maps in YAML, which a handbook does not use. Write the entries out.',
      zh: '“<<”在 YAML 中用于合并映射，手册中不使用。请直接写出各项。',
    }),
  },
  'reserved-key': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `No key may be called “${key}”: the name has a meaning of its own to JavaScript. Choose another one.`,
      zh: `键名不能是“${key}”：它在 JavaScript 中有特殊含义。请换一个名称。`,
    }),
  },
  'complex-key': {
    severity: 'error',
    message: () => ({
      en: 'A key must be a single word or text, not a list or a map, and is written without “? ”.',
      zh: '键必须是一个词或文字，不能是列表或映射，也不用“? ”书写。',
    }),
  },
  'empty-key': {
    severity: 'error',
    message: () => ({
      en: 'A value stands here without its key. Write “key: value”.',
      zh: '此处只有值而没有键。请写成“键: 值”。',
    }),
  },
  'duplicate-key': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `“${key}” is already given above; only one of the two can hold. Remove or rename one.`,
      zh: `“${key}”上面已经写过，两者只能有一个。请删除或改名。`,
    }),
  },
  'truth-key': {
    severity: 'warning',
    message: ({ key }: { key: string }) => ({
      en: `Older YAML tools read the key “${key}” as true or false. Put it in quotes or choose another word.`,
      zh: `较旧的 YAML 工具会把键“${key}”读成真或假。请加引号，或换一个词。`,
    }),
  },
});

/** What reads differently than its author thinks, or cannot be read at all. */
export const syntaxMessages = defineDiagnostics('yaml', {
  'needs-quotes': {
    severity: 'error',
    message: ({ text, why }: { text: string; why: Texts }) => ({
      en: `“${text}” needs quotes: ${why.en}.`,
      zh: `“${text}”需要加引号：${why.zh}。`,
    }),
  },
  tab: {
    severity: 'error',
    message: () => ({
      en: 'This line is indented with a tab; YAML counts blanks only. Use two blanks for each level.',
      zh: '此行用制表符缩进，而 YAML 只认空格。每一层请用两个空格。',
    }),
  },
  'quote-not-closed': {
    severity: 'error',
    message: ({ quote }: { quote: string }) => ({
      en: `The text that begins with ${quote} here never ends. Add the closing ${quote}.`,
      zh: `此处以 ${quote} 开始的文字没有结束。请补上结尾的 ${quote}。`,
    }),
  },
  'bad-escape': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” means nothing between double quotes. Write \\\\ for a backslash.`,
      zh: `双引号中的“${text}”没有意义。反斜杠请写成 \\\\。`,
    }),
  },
  bracket: {
    severity: 'error',
    message: ({ open, close }: { open: string; close: string }) =>
      open === ''
        ? {
            en: `“${close}” closes nothing: no bracket is open here. Remove it, or put the text in quotes.`,
            zh: `“${close}”没有对应的左括号。请删除；如果它是文字的一部分，请给文字加引号。`,
          }
        : {
            en: `The “${open}” that opens here is never closed. Add “${close}” after the last entry.`,
            zh: `此处的“${open}”没有闭合。请在最后一项之后加上“${close}”。`,
          },
  },
  indentation: {
    severity: 'error',
    message: () => ({
      en: 'The indentation does not fit: entries that belong together start in the same column, what lies inside stands further right.',
      zh: '缩进不对：同一层的各项应从同一列开始，里层的内容应再往右缩进。',
    }),
  },
  'lone-text': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” stands alone where “key: value” was expected.`,
      zh: `“${text}”单独成行，此处应为“键: 值”。`,
    }),
  },
  'key-without-value': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” has no value. In braces each entry is written “key: value”.`,
      zh: `“${text}”没有值。花括号中的每一项都写成“键: 值”。`,
    }),
  },
  'space-after-colon': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `A blank is missing after the colon in “${text}”. Write “key: value”.`,
      zh: `“${text}”的冒号后缺少空格。请写成“键: 值”。`,
    }),
  },
  'full-width-colon': {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” has a full-width colon; YAML knows only the half-width one with a blank after it.`,
      zh: `“${text}”用了全角冒号；YAML 只认半角冒号加空格。`,
    }),
  },
  'full-width-sign': {
    severity: 'error',
    message: ({ sign, plain }: { sign: string; plain: string }) => ({
      en: `“${sign}” is a full-width ${plain === ',' ? 'comma' : 'bracket'}, which YAML reads as part of a text. Write the half-width “${plain}”.`,
      zh: `“${sign}”是全角${plain === ',' ? '标点' : '括号'}，YAML 会把它读成文字的一部分。请写半角“${plain}”。`,
    }),
  },
  comma: {
    severity: 'error',
    message: ({ missing }: { missing: boolean }) =>
      missing
        ? {
            en: 'A comma is missing between two entries here; or the text needs quotes.',
            zh: '此处两项之间缺少逗号；如果是一段文字，请加引号。',
          }
        : {
            en: 'There is a comma too many here: nothing stands between it and the one before.',
            zh: '此处多了一个逗号：它与前一个逗号之间没有内容。',
          },
  },
  comment: {
    severity: 'error',
    message: () => ({
      en: 'A comment needs a blank before its “#”. Add one; or put the text in quotes if the “#” belongs to it.',
      zh: '注释的“#”前需要空格。请补上；如果“#”属于文字，请给文字加引号。',
    }),
  },
  'block-in-brackets': {
    severity: 'error',
    message: () => ({
      en: 'Inside brackets entries are separated by commas; an indented list or map cannot stand there.',
      zh: '括号内各项用逗号分隔，不能放缩进写法的列表或映射。',
    }),
  },
  syntax: {
    severity: 'error',
    message: ({ text }: { text: string }) => ({
      en: `“${text}” cannot be read here. Expected “key: value”, “- item” or a text in quotes.`,
      zh: `此处的“${text}”无法读取。应为“键: 值”、“- 项”或加引号的文字。`,
    }),
  },
});

/** Why a text needs quotes: what YAML reads in its place. */
export const misreadings = {
  block: {
    en: 'a value that begins with “>” or “|” is a block of lines to YAML',
    zh: '以“>”或“|”开头的值会被 YAML 读成多行文字',
  },
  reserved: {
    en: 'YAML keeps “%”, “@” and “`” at the start of a value to itself',
    zh: '值开头的“%”、“@”和“`”是 YAML 的保留符号',
  },
  tag: { en: 'YAML reads “!” at the start of a value as a tag', zh: 'YAML 把值开头的“!”读成标签' },
  alias: { en: 'YAML reads “*” or “&” at the start of a value as a reference', zh: 'YAML 把值开头的“*”或“&”读成引用' },
  dash: { en: 'YAML reads “- ” as the start of a list item', zh: 'YAML 把“- ”读成列表项的开头' },
  interval: {
    en: 'YAML reads “[” as the start of a list, not of an interval',
    zh: 'YAML 把“[”读成列表的开头，而不是区间',
  },
  set: {
    en: 'YAML reads names in braces as keys without values, not as a set',
    zh: 'YAML 把花括号中的名称读成没有值的键，而不是集合',
  },
  comma: { en: 'inside brackets a comma starts the next entry', zh: '括号内的逗号会开始下一项' },
  bracket: {
    en: 'inside brackets a further bracket or comma ends the value',
    zh: '括号内的其他括号或逗号会使值提前结束',
  },
  colon: { en: 'YAML reads “: ” as the end of a key', zh: 'YAML 把“: ”读成键的结尾' },
  comment: {
    en: 'YAML reads “ #” as the start of a comment and drops the rest; a comment is written “# ”',
    zh: 'YAML 把“ #”读成注释的开头并丢弃后面的内容；注释请写成“# ”',
  },
} as const satisfies Readonly<Record<string, Texts>>;
export type Misreading = keyof typeof misreadings;

/** Titles of mends. */
export const fixTitles = {
  quote: { en: 'Put it in quotes', zh: '加引号' },
  remove: { en: 'Remove it', zh: '删除' },
  comment: { en: 'It is a comment: write “# ”', zh: '这是注释：写成“# ”' },
  colon: { en: 'Write “: ”', zh: '改写成“: ”' },
  comma: { en: 'Write “,”', zh: '改写成“,”' },
  blanks: { en: 'Use blanks', zh: '改用空格' },
  backslash: { en: 'Write \\\\', zh: '写成 \\\\' },
  blank: { en: 'Add a blank', zh: '补上空格' },
  close: { en: 'Close the quotes', zh: '补上引号' },
  bracket: { en: 'Close the bracket', zh: '补上括号' },
} as const satisfies Readonly<Record<string, Texts>>;

/** An author's text on one line and cut to what a message can hold. */
export function excerpt(text: string): string {
  const signs = [...text.slice(0, 200).replace(/\s+/g, ' ')];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : signs.join('');
}
