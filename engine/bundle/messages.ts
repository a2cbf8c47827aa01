import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';

/** Why a bundle is not taken. Each of them refuses the whole bundle; a host keeps the one that it has. */
export const bundleMessages = defineDiagnostics('bundle', {
  'no-bundle': {
    severity: 'error',
    message: () => ({
      en: 'This is no bundle: its first line is not that of one. Write one with `bylaw build --out FILE`.',
      zh: '这不是制度包：首行不符合格式。请用 bylaw build --out 文件 生成。',
    }),
  },
  'newer-format': {
    severity: 'error',
    message: ({ format, known }: { format: number; known: number }) => ({
      en: `The bundle has format ${format}, and this engine reads format ${known}. Update the engine, or build with an older one.`,
      zh: `制度包的格式为 ${format}，本引擎只能读取格式 ${known}。请升级引擎，或用较旧的引擎生成。`,
    }),
  },
  'too-large': {
    severity: 'error',
    message: ({ bytes, most }: { bytes: number; most: number }) => ({
      en: `The bundle has ${bytes} bytes; at most ${most} are read.`,
      zh: `制度包有 ${bytes} 字节，最多读取 ${most} 字节。`,
    }),
  },
  altered: {
    severity: 'error',
    message: ({ said, is }: { said: string; is: string }) => ({
      en: `The content is not what was built: its SHA-256 is ${is}, not ${said}. Fetch the file again.`,
      zh: `内容与生成时不同：SHA-256 为 ${is}，而不是 ${said}。请重新获取该文件。`,
    }),
  },
  malformed: {
    severity: 'error',
    message: ({ place, expected }: { place: string; expected: Texts }) => ({
      en: `The bundle is malformed at ${place}: expected is ${expected.en}. Build it again.`,
      zh: `制度包在 ${place} 处格式有误：应为${expected.zh}。请重新生成。`,
    }),
  },
  unsigned: {
    severity: 'error',
    message: () => ({
      en: 'The bundle is not signed, and keys are configured. Build it with `bylaw build --sign KEY`.',
      zh: '制度包没有签名，而此处配置了密钥。请用 bylaw build --sign 密钥 生成。',
    }),
  },
  'unknown-key': {
    severity: 'error',
    message: ({ known }: { known: readonly string[] }) => ({
      en: `The bundle is not signed with one of the keys configured here: ${known.join(', ') || 'none'}.`,
      zh: `制度包不是由此处所配置的密钥签名的：${known.join('、') || '无'}。`,
    }),
  },
  'bad-signature': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `The signature by “${key}” does not fit this bundle. Fetch the file again, and find out who changed it.`,
      zh: `密钥“${key}”的签名与此制度包不符。请重新获取该文件，并查明是谁作了改动。`,
    }),
  },
  older: {
    severity: 'error',
    message: ({ revision, lowest }: { revision: number; lowest: number }) => ({
      en: `The bundle has revision ${revision}; revision ${lowest} has been in use, and nothing older is taken. Fetch the newest file.`,
      zh: `制度包的修订号为 ${revision}，已使用过修订号 ${lowest}，不再接受更旧的。请获取最新文件。`,
    }),
  },
  'same-revision': {
    severity: 'error',
    message: ({ revision }: { revision: number }) => ({
      en: `Another bundle of revision ${revision} has been in use. Raise \`revision\` in the manifest and build again.`,
      zh: `已使用过修订号同为 ${revision} 的另一个制度包。请提高清单中的 revision 并重新生成。`,
    }),
  },
  failed: {
    severity: 'error',
    message: ({ decision, why }: { decision: string; why: string }) => ({
      en: `“${decision}” could not be worked out (${why}). This is a mistake of the engine or of the bundle; please report it.`,
      zh: `“${decision}”无法求值（${why}）。这是引擎或制度包的错误，请报告。`,
    }),
  },
  'other-handbook': {
    severity: 'error',
    message: ({ name, expected }: { name: string; expected: string }) => ({
      en: `The bundle is of the handbook “${name}”; expected is “${expected}”.`,
      zh: `制度包属于手册“${name}”，应为“${expected}”。`,
    }),
  },
});
