import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { withPlaces } from '../diagnostic/places.ts';
import type { Report } from '../review/report/report.ts';
import type { ReviewSides } from './review-sides.ts';
import type { Call } from './verb.ts';
import { version } from '../host/version.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What a review found, as code hosts show it beside the lines: SARIF 2.1.0 with the codes of diagnostics as rules. */
export function reviewSarif(report: Report, { head, since }: ReviewSides, { language, options }: Call): object {
  const found = [...report.verdicts, ...report.newFindings];
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bylaw',
            semanticVersion: version(),
            rules: codes.map((id) => rule(id, options.docs)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          SRCROOT: { description: { text: "The root of the handbook's repository." } },
        },
        results: found.map((one) => ({
          ruleId: one.code,
          ruleIndex: codes.indexOf(one.code),
          level: levels[one.severity],
          baselineState: 'new',
          message: { text: one.message[language] },
          locations: [location(one)],
          partialFingerprints: { 'bylaw/v1': `${one.code} ${one.span.file} ${one.message.en}` },
        })),
      },
    ],
  };

  function location(one: Diagnostic): object {
    const { place } = withPlaces(one, (name) => head.files.get(name));
    const path = since.folder === '' ? one.span.file : `${since.folder}/${one.span.file}`;
    const uri = path.split('/').map(encodeURIComponent).join('/');
    const region =
      place === undefined
        ? { startLine: 1 }
        : { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn };
    return { physicalLocation: { artifactLocation: { uri, uriBaseId: 'SRCROOT' }, region } };
  }
}

/** The page of a code; a link of its own where somebody says where the pages are read. */
function rule(id: string, docs: string | undefined): object {
  const page = `docs/diagnostics/${id}.md`;
  const link = docs === undefined ? page : `${docs.replace(/\/$/, '')}/${id}.md`;
  return {
    id,
    help: {
      text: `Why this is told and how it is mended: ${link}`,
      markdown: `[Why this is told and how it is mended](${link})`,
    },
    ...(docs === undefined ? {} : { helpUri: link }),
  };
}
