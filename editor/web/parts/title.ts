import type { Language, Outline } from '../../../engine/service/index.ts';

/** What a file is called by people: its title, else its name. */
export function titleOf(path: string, { files }: Pick<Outline, 'files'>, language: Language): string {
  const head = files.find((one) => one.path === path);
  return head?.title?.[language] ?? head?.policy ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}
