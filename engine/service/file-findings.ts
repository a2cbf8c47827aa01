import { readFile, type FileReading } from '../program/read.ts';
import { sourceFile } from '../source/source-file.ts';
import type { FileFindings } from './first-findings.ts';
import type { Workspace } from './workspace.ts';

/** A file read by itself, at a cost that does not grow with the handbook; `before` is what it said before a change. */
export function readAlone(path: string, text: string, before: FileReading | undefined): FileReading {
  return readFile(sourceFile(path, text), before?.file);
}

/** What the reading of a file by itself finds. */
export const findingsAlone = ({ read, diagnostics }: FileReading): FileFindings => ({
  ofText: diagnostics,
  ofHandbook: [],
  isBroken: read.is === 'broken',
});

/** What is wrong in one file of a handbook: small enough to be sent after every keystroke. */
export function findingsIn({ handbook, readings }: Workspace, path: string): FileFindings {
  const reading = readings.get(path);
  const alone = new Set(reading?.diagnostics);
  const { ofText, isBroken } = reading === undefined ? nothing : findingsAlone(reading);
  const ofHandbook = handbook.diagnostics.filter((one) => one.span.file === path && !alone.has(one));
  return { ofText, ofHandbook, isBroken };
}

const nothing: FileFindings = { ofText: [], ofHandbook: [], isBroken: false };
