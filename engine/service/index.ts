/** The language service: what editors ask of the engine, as pure functions over plain data. */
export type { Diagnostic, Fix, Language, Severity, Texts } from '../diagnostic/diagnostic.ts';
export type { Explanation, Step } from '../evaluate/explanation.ts';
export type { Outcome, Reason, Status } from '../ir/outcome.ts';
export type { Interpretation, PolicyHead } from '../ir/program.ts';
export { applyEdits } from '../source/edit.ts';
export type { Span, TextEdit } from '../source/span.ts';
export { approximated, approximatedValue } from '../value/approximate.ts';
export { dayIn } from '../value/calendar.ts';
export { tryPolicy, type Attempt, type Question } from './attempt.ts';
export type { Change } from './change.ts';
export { extent, type Chart, type ChartStep, type Stretch, type Tick } from './chart.ts';
export { isBare, type Field, type Input } from './fields.ts';
export { outlineOf, type FileHead, type Outline } from './outline.ts';
export { overview, type FileEntry, type Overview, type PolicyEntry, type VersionState } from './overview.ts';
export type { ArmReading, DecisionReading } from './decision-reading.ts';
export { readPolicy, type Reading } from './reading.ts';
export type { TierReading, TierRow } from './tiers.ts';
export { openWorkspace, updateFile, type FileText, type Workspace } from './workspace.ts';
