import { defineDiagnostics } from '../diagnostic/define.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

type Place = Readonly<{ line: number }>;

/** What is wrong with a log of decisions, where it is read and where it is written. */
export const logMessages = defineDiagnostics('decision-log', {
  altered: {
    severity: 'error',
    message: ({ line }: Place) => ({
      en: `Line ${line} is not as it was written: its hash is another one. Compare it with a copy, and find out who changed it.`,
      zh: `第 ${line} 行与写入时不同：哈希值不符。请与副本核对，并查明是谁作了改动。`,
    }),
  },
  'out-of-place': {
    severity: 'error',
    message: ({ line }: Place) => ({
      en: `Line ${line} does not follow the line in front of it: lines were taken out, put in or moved, or a file of the log is missing.`,
      zh: `第 ${line} 行与前一行不相接：有行被删除、插入或移动，或缺少日志的某个文件。`,
    }),
  },
  unreadable: {
    severity: 'error',
    message: ({ line }: Place) => ({
      en: `Line ${line} is no line of a decision log: expected is one as \`bylaw eval --log FILE\` writes it.`,
      zh: `第 ${line} 行不是决定日志的行：应为 bylaw eval --log 文件 所写的形式。`,
    }),
  },
  'newer-format': {
    severity: 'error',
    message: ({ format, known }: { format: number; known: number }) => ({
      en: `The log has format ${format}, and this engine reads format ${known}. Use the engine that wrote it, or a newer one.`,
      zh: `日志的格式为 ${format}，本引擎读取格式 ${known}。请使用写入它的引擎或更新的引擎。`,
    }),
  },
  torn: {
    severity: 'warning',
    message: ({ line }: Place) => ({
      en: `Line ${line}, the last one of its file, ends in the middle: writing it was interrupted. It is passed over; no line before it is touched by that.`,
      zh: `第 ${line} 行是文件的最后一行，写到一半便中断了，故略过；之前各行不受影响。`,
    }),
  },
  'in-use': {
    severity: 'error',
    message: ({ path, owner }: { path: string; owner: string }) => ({
      en: `Another process (${owner}) writes this log. Let each process write a log of its own; if that process is gone, delete ${path}.`,
      zh: `另一进程（${owner}）正在写此日志。请让各进程写各自的日志；若该进程已不存在，请删除 ${path}。`,
    }),
  },
  changed: {
    severity: 'error',
    message: ({ expected, is }: { expected: number; is: number }) => ({
      en: `Somebody else wrote into this log: it has ${is} bytes, and ${expected} were written here. Nothing more is written; open it anew.`,
      zh: `有他人写入此日志：现为 ${is} 字节，此处只写了 ${expected} 字节。不再写入；请重新打开。`,
    }),
  },
  unwritable: {
    severity: 'error',
    message: ({ why }: { why: string }) => ({
      en: `The log cannot be written (${why}). Nothing more is written until it is opened anew.`,
      zh: `无法写入日志（${why}）。重新打开之前不再写入。`,
    }),
  },
  'too-large': {
    severity: 'error',
    message: ({ characters, most }: { characters: number; most: number }) => ({
      en: `The line would have ${characters} characters; at most ${most} are read back. Ask with fewer facts.`,
      zh: `该行将有 ${characters} 个字符，最多只能读回 ${most} 个。请减少事实。`,
    }),
  },
  'unknown-mask': {
    severity: 'error',
    message: ({ fact, near }: { fact: string; near: readonly string[] }) => ({
      en: `The log is to hide “${fact}”, and the handbook has no fact of that name: what was to be hidden could be written under another one.${didYouMean(near).en}`,
      zh: `日志须遮盖“${fact}”，但制度中没有此名的事实：本应遮盖的内容可能以别的名称写入。${didYouMean(near).zh}`,
    }),
  },
  closed: {
    severity: 'error',
    message: () => ({
      en: 'The log was closed here already. Open it anew to go on.',
      zh: '此处已关闭该日志。请重新打开后再写。',
    }),
  },
});
