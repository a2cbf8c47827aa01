import { resolve } from 'node:path';
import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import { searchLibrary } from '../host/search-library.ts';
import { siteOf } from '../site/site.ts';
import { momentOf, openHandbook, warnOfMistakes } from './handbook.ts';
import { folderAt } from './folder-at.ts';
import { missingOption } from './refusals.ts';
import { isRefusal, remark, type Call, type Refusal, type Verb } from './verb.ts';
import { writtenNow } from './written.ts';

export const docs: Verb = {
  about: {
    en: 'write the handbook as a web site to read: no server, no other address is asked for anything',
    zh: '把手册写成可阅读的网站：无需服务器，不访问任何外部地址',
  },
  options: [{ flags: '--out <dir>', says: { en: 'the folder to write', zh: '写入的文件夹' } }],
  examples: ['bylaw docs --out site', 'bylaw docs --out site --lang zh --at 2026-10-31'],
  run: writeSite,
};

async function writeSite(call: Call): Promise<number | Refusal> {
  const { out } = call.options;
  if (out === undefined) return missingOption('--out', { en: 'the folder to write', zh: '写入的文件夹' });
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const moment = momentOf(call, loaded);
  if (isRefusal(moment)) return moment;
  warnOfMistakes(call, loaded);
  const folder = await folderAt(resolve(call.io.cwd, out), out);
  if (isRefusal(folder)) return folder;
  const languages = languagesOf(call);
  const written = writtenNow(call, { loaded });
  const library = await searchLibrary();
  let pages = 0;
  try {
    for (const { path, text } of siteOf({ handbook: loaded.handbook, at: moment.at, languages, written, library })) {
      await folder.write(path, text);
      if (path.endsWith('.html')) pages += 1;
    }
    await folder.finish();
  } catch (error) {
    await folder.abandon();
    throw error;
  }
  remark(call, toldAbout(pages, out));
  return 0;
}

/** Of what is for its readers, not for whoever writes it: both languages unless one is named. */
export function languagesOf({ options }: Call): readonly Language[] {
  return options.lang === 'en' || options.lang === 'zh' ? [options.lang] : ['zh', 'en'];
}

const toldAbout = (pages: number, dir: string): Texts => ({
  en: `${pages} pages in ${dir}. Begin with ${dir}/index.html.`,
  zh: `${dir} 中有 ${pages} 页。请从 ${dir}/index.html 看起。`,
});
