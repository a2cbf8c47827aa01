import { allOf, type FileFindings } from '../../../engine/service/first-findings.ts';
import type { Change, Diagnostic } from '../../../engine/service/index.ts';

type Fix = Diagnostic['fixes'][number];
interface Around {
  readonly documents: { readonly all: () => unknown };
  readonly client: { readonly ask: (name: 'handbook/findingsIn', path: string) => Promise<FileFindings> };
  readonly apply: (change: Change) => void;
}

/**
 * Makes a fix as it reads in the newest texts. The one that was clicked may speak of earlier ones: somebody typed meanwhile, or clicked
 * twice. Where the mistake is gone nothing is done.
 */
export async function fixNow(
  { documents, client, apply }: Around,
  { code, message, span }: Diagnostic,
  { title }: Fix,
): Promise<void> {
  for (;;) {
    const texts = documents.all();
    const found = allOf(await client.ask('handbook/findingsIn', span.file));
    if (documents.all() !== texts) continue;
    const away = (one: Diagnostic): number => Math.abs(one.span.start - span.start);
    const [nearest] = found
      .filter((one) => one.code === code && one.message.en === message.en)
      .toSorted((a, b) => away(a) - away(b));
    const fix = nearest?.fixes.find((one) => one.title.en === title.en);
    if (fix !== undefined) apply(fix);
    return;
  }
}
