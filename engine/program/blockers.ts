import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { LoweredVersion } from './lowered.ts';
import type { Sources } from './read.ts';

/**
 * Why a version's decisions are errors, if they are: the manifest's own trouble blocks everything; then the file's, then that
 * of what it reads.
 */
export function blockersOf(
  { broken, manifest }: Sources,
  diagnostics: readonly Diagnostic[],
): (version: LoweredVersion | undefined) => Diagnostic | undefined {
  const blocking = diagnostics.filter(({ blocks }) => blocks);
  // Of several in a file the first counts.
  const inFile = new Map(blocking.toReversed().map((one) => [one.span.file, one]));
  const ofAll =
    diagnostics.find(({ code }) => code === 'handbook/no-manifest') ?? inFile.get(manifest?.file.name ?? '');
  const unread = new Map(broken.toReversed().map(({ name, diagnostic }) => [name, diagnostic]));
  const firstIn = (files: ReadonlySet<string>): Diagnostic | undefined =>
    [...files].toSorted().flatMap((file) => inFile.get(file) ?? [])[0];
  return (version) => {
    if (version === undefined) return undefined;
    const { read, notes } = version;
    return (
      ofAll ??
      inFile.get(read.file.name) ??
      // Nobody knows on which days a version holds that cannot be read, so the others do not answer in its place.
      unread.get(read.policy.policy.text) ??
      // A text that was read as it was probably meant may say something else: no number rests on it.
      firstIn(notes.files) ??
      (notes.touched.size === 0 ? undefined : (firstIn(notes.touched) ?? blocking[0]))
    );
  };
}
