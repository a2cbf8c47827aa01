import { spawn } from 'node:child_process';

/** The texts of blobs by their ids, in their order, undefined where one is not UTF-8: all through one process, since one for each is slow. */
export async function blobTexts(dir: string, ids: readonly string[]): Promise<readonly (string | undefined)[]> {
  if (ids.length === 0) return [];
  const git = spawn('git', ['cat-file', '--batch'], { cwd: dir, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    git.on('error', reject);
    git.on('close', resolve);
  });
  git.stdin.end(`${ids.join('\n')}\n`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of git.stdout as AsyncIterable<Uint8Array>) chunks.push(chunk);
  if ((await ended) !== 0) throw new Error('git cat-file failed');
  return textsIn(Buffer.concat(chunks), ids);
}

/** Each blob stands behind a line `id blob bytes`, with a line end behind it. */
function textsIn(all: Buffer, ids: readonly string[]): readonly (string | undefined)[] {
  let at = 0;
  return ids.map((id) => {
    const end = all.indexOf('\n', at);
    const [, , bytes = ''] = all.toString('latin1', at, end).split(' ');
    if (!/^\d+$/.test(bytes)) throw new Error(`git knows no blob ${id}`);
    const start = end + 1;
    at = start + Number(bytes) + 1;
    // Where a file stands in the folder it is read alike: with its byte order mark.
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all.subarray(start, at - 1));
    } catch {
      return undefined;
    }
  });
}
