import { defineDiagnostics } from '../diagnostic/define.ts';

interface At {
  readonly path: string;
}

export const folderMessages = defineDiagnostics('folder', {
  link: {
    severity: 'warning',
    message: ({ path }: At) => ({
      en: `${path} is a link and was not followed. Put the file itself into the handbook.`,
      zh: `${path} 是链接，未被读取。请把文件本身放入手册文件夹。`,
    }),
  },
  extension: {
    severity: 'warning',
    message: ({ path }: At) => ({
      en: `${path} was not read: files of a handbook end in .yaml. Rename it.`,
      zh: `${path} 未被读取：手册文件以 .yaml 结尾，请改名。`,
    }),
  },
  'too-large': {
    severity: 'error',
    message: ({ path, bytes, most }: At & { bytes: number; most: number }) => ({
      en: `${path} has ${bytes} bytes and was not read; at most ${most} are. Split it.`,
      zh: `${path} 有 ${bytes} 字节，未被读取；上限为 ${most} 字节，请拆分。`,
    }),
  },
  'not-utf-8': {
    severity: 'error',
    message: ({ path }: At) => ({
      en: `${path} is not UTF-8 and was not read. Save it as UTF-8.`,
      zh: `${path} 不是 UTF-8 编码，未被读取。请另存为 UTF-8。`,
    }),
  },
});
