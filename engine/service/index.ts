/** The language service: what editors ask of the engine, as pure functions over plain data. */
export type { Diagnostic, Fix, Language, Severity, Texts } from '../diagnostic/diagnostic.ts';
export type { Explanation, Step } from '../evaluate/explanation.ts';
export type { Outcome, Reason, Status } from '../ir/outcome.ts';
export type { Interpretation } from '../ir/program.ts';
export { applyEdits } from '../source/edit.ts';
export { offsetAt, positionAt, type SourceFile } from '../source/source-file.ts';
export type { Span, TextEdit } from '../source/span.ts';
export { approximated, approximatedValue } from '../value/approximate.ts';
export { changeText } from '../value/change-text.ts';
export { dayIn, previousDay } from '../value/calendar.ts';
export { amendPolicy, beforeAmending, type NewVersion } from './amending/amend-policy.ts';
export { differenceBetween, type Between } from './amending/between.ts';
export {
  approversOf,
  differenceOf,
  type Approver,
  type ChangeInWords,
  type PolicyInWords,
} from './amending/difference.ts';
export { effectOf, namedPopulation, type EffectInWords } from './amending/effect.ts';
export type { PopulationTexts } from './amending/open-population.ts';
export { messageOf } from './amending/message.ts';
export { savedWorkspace, without, type SavedText } from './amending/saved.ts';
export { findingsAlone, findingsIn, readAlone } from './file-findings.ts';
export { tryPolicy, type Attempt, type Question } from './attempt.ts';
export { addCase, removeCase, type NewCase } from './cases/change-cases.ts';
export { prefillsOfCases } from './cases/of-policy.ts';
export { proposedCases, type ProposedCase } from './cases/propose-cases.ts';
export { casesOf, explainCase, type CasesOfPolicy, type TriedCase } from './cases/run-cases.ts';
export type { Change } from './change.ts';
export { isBare, isElements, type Field, type Input, type Typed } from './fields.ts';
export { find, type Found } from './find.ts';
export { fileHead, outlineOf, type FileHead, type Outline } from './outline.ts';
export { overview, type Overview, type VersionState } from './overview.ts';
export { nearestEdges, type Edges } from './trying/nearest-edges.ts';
export { prefillsOfTable, type Prefill } from './trying/prefill.ts';
export { openWorkspace, removeFile, updateFile, updateFiles, type FileText, type Workspace } from './workspace.ts';
