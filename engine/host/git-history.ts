import { blobTexts } from './git-blobs.ts';
import { repositoryOf } from './git.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { runGit } from './run-git.ts';

/** A file as a commit left it. */
interface FileCommit {
  readonly commit: string;
  /** When it was written, ISO 8601 with its time zone. */
  readonly date: string;
  readonly author: string;
  readonly message: string;
  /** Its path then, below the handbook's folder, or below the root where it lay elsewhere. */
  readonly path: string;
  /** Undefined where the commit took the file away, or where its bytes are no text. */
  readonly text: string | undefined;
}

interface FileHistory {
  /** Newest first. */
  readonly entries: readonly FileCommit[];
  /** There are older ones. */
  readonly more: boolean;
}

const [field, end] = ['\u0001', '\u0002'];

/** The commits that changed a file of the handbook, at most so many, also those in which it had another name. */
export async function historyOf(dir: string, path: string, most: number): Promise<FileHistory | Unreadable> {
  const repository = await repositoryOf(dir);
  if (isUnreadable(repository)) return repository;
  const { root, folder } = repository;
  const inRoot = folder === '' ? path : `${folder}/${path}`;
  const format = `--format=%x02%H%x01%aI%x01%an%x01%B%x01`;
  const what = ['--follow', '--raw', '--no-abbrev', '-z', `--max-count=${most + 1}`];
  const log = await runGit(root, ['log', ...what, format, '--', `:(top,literal)${inRoot}`]);
  // Before the first commit there is no history.
  if ('failed' in log) return { entries: [], more: false };
  const found = log.out.split(end).flatMap((entry) => entryIn(entry, folder));
  const shown = found.slice(0, most);
  const there = shown.filter(({ blob }) => !/^0+$/.test(blob));
  const texts = await blobTexts(
    root,
    there.map(({ blob }) => blob),
  );
  const textOf = new Map(there.map(({ blob }, i) => [blob, texts[i]]));
  const entries = shown.map(({ blob, ...commit }): FileCommit => ({ ...commit, text: textOf.get(blob) }));
  return { entries, more: found.length > most };
}

type Entry = Omit<FileCommit, 'text'> & { readonly blob: string };

/** One commit: its fields, then what it did to the file, as `:mode mode blob blob status` and one or two names. */
function entryIn(entry: string, folder: string): readonly Entry[] {
  const [commit = '', date = '', author = '', message = '', rest = ''] = entry.split(field);
  const [, blob, names = ''] = /:\d+ \d+ [\da-f]+ ([\da-f]+) [A-Z]\d*\0(.*)/su.exec(rest) ?? [];
  if (blob === undefined) return [];
  const path = names.split('\0').findLast((name) => name !== '') ?? '';
  const below = folder === '' ? '' : `${folder}/`;
  return [
    {
      commit,
      date,
      author,
      message: message.trim(),
      path: path.startsWith(below) ? path.slice(below.length) : path,
      blob,
    },
  ];
}
