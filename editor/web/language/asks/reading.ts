import { placeOfWords } from '../../../../engine/service/place-of-words.ts';
import type { Language, Span, Workspace } from '../../../../engine/service/index.ts';
import type { ShownPage } from '../../../../engine/site/page-of.ts';
import { later } from '../../later.ts';

const pages = later(() => import('../../../../engine/site/page-of.ts'));
const siteStyle = later(() => import('../../../../engine/site/style.ts'));
const layout = later(() => import('../../../../engine/site/charts/layered.ts'));

/** The library that lays steps out is a third of what pages need. */
const noLayout = {
  layered: (): never => {
    throw new Error('Only steps are laid out.');
  },
};

/** What the Reading panel asks. The pages of the site come when they are first asked for. */
export const readingAsks = {
  page: async (
    { handbook }: Workspace,
    path: string,
    at: string,
    language: Language,
  ): Promise<ShownPage | undefined> => {
    const { pageOfFile, showsSteps } = await pages.get();
    const { layered } = showsSteps(handbook, path, at) ? await layout.get() : noLayout;
    return pageOfFile(handbook, path, at, language, layered);
  },
  target: async ({ handbook }: Workspace, href: string, at: string): Promise<Span | undefined> => {
    const { targetOf } = await pages.get();
    return targetOf(handbook, href, at);
  },
  /** Where the file says what a part of its page shows. */
  written: (workspace: Workspace, path: string, words: string): Span | undefined =>
    placeOfWords(workspace, path, words),
  style: async (_: Workspace): Promise<string> => (await siteStyle.get()).style,
} as const;
