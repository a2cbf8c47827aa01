import { defineDiagnostics } from '../diagnostic/define.ts';

export const formatMessages = defineDiagnostics('format', {
  unsafe: {
    severity: 'error',
    blocks: false,
    message: () => ({
      en: 'The file was left as it is: written in the usual form it would not read the same. This is a mistake of the formatter, not yours; please report it with the file.',
      zh: '文件保持原样：按规范格式改写后读出的内容会有不同。这是格式化程序的错误，不是您的问题；请连同文件一起报告。',
    }),
  },
});
