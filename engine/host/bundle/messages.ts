import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';

/** What keeps a bundle's file from being read, beside what is wrong in the bundle itself. */
export const bundleFileMessages = defineDiagnostics('bundle', {
  unreadable: {
    severity: 'error',
    message: ({ why }: { why: Texts }) => ({
      en: `The bundle cannot be read: ${why.en}`,
      zh: `无法读取制度包：${why.zh}`,
    }),
  },
  memory: {
    severity: 'error',
    message: ({ path }: { path: string }) => ({
      en: `${path}, which remembers the revision in use, cannot be read or written. Mend it; without it an older bundle could be taken.`,
      zh: `${path} 记录着正在使用的修订号，无法读写。请修复；否则可能接受更旧的制度包。`,
    }),
  },
});
