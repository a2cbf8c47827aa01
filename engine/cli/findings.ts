import type { Colors } from 'picocolors/types.js';
import { arrange } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { withPlaces, type PlacedDiagnostic } from '../diagnostic/places.ts';
import { renderDiagnostic, type Colours } from '../diagnostic/render.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { joinPath } from './paths.ts';
import { say, type Call } from './verb.ts';
import type { Span } from '../source/span.ts';

/** Prints diagnostics with their lines; files are named as seen from the working folder, so that a click finds them. */
export function printFindings(diagnostics: readonly Diagnostic[], call: Call, { dir, files }: LoadedHandbook): void {
  const shown = new Map([...files].map(([name, file]) => [joinPath(call, dir, name), file]));
  const options = {
    language: call.language,
    colours: renderColours(call.colours),
    fileOf: (name: string) => shown.get(name),
  };
  for (const diagnostic of arrange(diagnostics)) {
    const here = relocated(diagnostic, (file) => (files.has(file) ? joinPath(call, dir, file) : file));
    say(call, `${renderDiagnostic(here, options)}\n`);
  }
}

/** Diagnostics as machines get them. */
export function placedFindings(
  diagnostics: readonly Diagnostic[],
  { files }: LoadedHandbook,
): readonly PlacedDiagnostic[] {
  return arrange(diagnostics).map((diagnostic) => withPlaces(diagnostic, (name) => files.get(name)));
}

function relocated(diagnostic: Diagnostic, rename: (file: string) => string): Diagnostic {
  const there = <Part extends { readonly span: Span }>(part: Part): Part => ({
    ...part,
    span: { ...part.span, file: rename(part.span.file) },
  });
  return {
    ...there(diagnostic),
    related: diagnostic.related.map(there),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(there) })),
  };
}

/** The terminal's colours, by what they stand for. */
export function renderColours({ bold, red, yellow, cyan, blue, green }: Colors): Colours {
  return {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    info: (text) => bold(cyan(text)),
    frame: blue,
    strong: bold,
    added: green,
    removed: red,
  };
}
