import type { Texts } from '../../diagnostic/diagnostic.ts';
import { printScalar } from '../../format/scalar.ts';
import { formatPolicy } from '../../format/format.ts';
import { spellingOf } from '../../format/spelling.ts';
import { interpretationsIn, type InterpretationEntry } from '../../ledger/interpretations.ts';
import { amend } from '../../review/amend.ts';
import { decideInterpretation, entryOf } from '../../review/decide.ts';
import { applyEdits } from '../../source/edit.ts';
import { sourceFile, type SourceFile } from '../../source/source-file.ts';
import type { TextEdit } from '../../source/span.ts';
import { isDay } from '../../value/calendar.ts';
import { parseYaml } from '../../yaml/document.ts';
import type { Change } from '../change.ts';
import { lineEdits } from '../language/line-edits.ts';
import { updateFile, type Workspace } from '../workspace.ts';
import { restingOn, type OtherReading } from './readings.ts';
import { refusedDay, refusedPost } from './who-decides.ts';

/** What a person decides about an interpretation. */
export interface Deciding {
  /** `policy#id`, or `handbook#id`. */
  readonly id: string;
  /** The post that decided, and the day. */
  readonly by: string;
  readonly on: string;
  /** Today, where the handbook is at home. */
  readonly today: string;
  readonly note?: string;
  /** The other reading is taken: the answer then says so, and where the policy holds already a new version holds from a day on. */
  readonly other?: { readonly answer: Texts; readonly from?: string };
}

/** What the decision changes in the texts, or why it cannot be made so. */
export function decide(workspace: Workspace, deciding: Deciding): Change | { readonly refused: Texts } {
  const { id, by, on, today, note, other } = deciding;
  const entry = interpretationsIn(workspace.handbook).find((one) => one.id === id);
  const file = entry && workspace.readings.get(entry.interpretation.origin.file)?.file;
  if (entry === undefined || file === undefined) return { refused: gone };
  if (!isDay(on)) return { refused: noDay(on) };
  const refused = refusedPost(entry, by, workspace.handbook) ?? refusedDay(entry, on, today);
  if (refused !== undefined) return { refused };
  if (other !== undefined) return takeOther(workspace, deciding, entry, file, other);
  const decided = decideInterpretation(file, ownId(id), by, on, note);
  return decided === undefined ? { refused: decidedAlready } : { edits: decided.edits };
}

/** Whether a version holds already on a day, so that its meaning may only change by a new version. */
export function holdsBy({ handbook }: Workspace, policy: string | undefined, today: string): boolean {
  const head = policy === undefined ? undefined : handbook.versions.get(policy)?.[0]?.head;
  return head !== undefined && head.from <= today && head.published <= today;
}

function takeOther(
  workspace: Workspace,
  { id, by, on, today, note }: Deciding,
  entry: InterpretationEntry,
  file: SourceFile,
  { answer, from }: NonNullable<Deciding['other']>,
): Change | { readonly refused: Texts } {
  const { readings, canSwap } = restingOn(workspace, id);
  if (!canSwap || readings.some(({ span }) => span.file !== file.name)) return { refused: noOther };
  if (answer.en.trim() === '' || answer.zh.trim() === '') return { refused: noAnswer };
  const swapped = sourceFile(
    file.name,
    applyEdits(
      file.text,
      readings.flatMap((one) => changingPlaces(one, file)),
    ),
  );
  const answered = sourceFile(file.name, withAnswer(swapped, ownId(id), answer));
  const decided = decideInterpretation(answered, ownId(id), by, on, note);
  if (decided === undefined) return { refused: decidedAlready };
  if (!holdsBy(workspace, entry.policy, today)) return inPlace(workspace, file, decided.text);
  if (from === undefined || !isDay(from)) return { refused: noDay(from ?? '') };
  const adopted = workspace.handbook.versions.get(entry.policy ?? '')?.[0]?.head.from;
  const dates = { from, published: today, ...(adopted === undefined ? {} : { adopted }) };
  const [old, next] = [amend(file, dates), amend(sourceFile(file.name, decided.text), dates)];
  if ('code' in old) return { refused: old.message };
  if ('code' in next) return { refused: next.message };
  if (workspace.readings.has(old.historyPath)) return { refused: taken(old.historyPath) };
  const change = inPlace(workspace, file, next.newText);
  return 'refused' in change ? change : { ...change, files: [{ path: old.historyPath, text: old.historyText }] };
}

/** In the usual form where it had it, and only where nothing breaks by it. */
function inPlace(workspace: Workspace, file: SourceFile, text: string): Change | { readonly refused: Texts } {
  const spelling = spellingOf(workspace.handbook);
  const isUsual = formatPolicy(file, spelling).text === file.text;
  const written = isUsual ? formatPolicy(sourceFile(file.name, text), spelling).text : text;
  const errors = ({ handbook }: Workspace): number =>
    handbook.diagnostics.filter(({ severity, span }) => severity === 'error' && span.file === file.name).length;
  const after = updateFile(workspace, file.name, written);
  // Two readings of different forms may not stand in each other's place everywhere.
  if (errors(after) > errors(workspace)) return { refused: noOther };
  return { edits: lineEdits(file.name, file.text, written) };
}

function changingPlaces({ taken, otherwise }: OtherReading, { text }: SourceFile): readonly TextEdit[] {
  return [
    { span: taken, text: text.slice(otherwise.start, otherwise.end) },
    { span: otherwise, text: text.slice(taken.start, taken.end) },
  ];
}

/** The file with another answer in both languages. */
function withAnswer(file: SourceFile, id: string, answer: Texts): string {
  const found = entryOf(parseYaml(file).root, id)?.entries.find(({ key }) => key.text === 'answer')?.value;
  if (found?.yaml !== 'map') return file.text;
  const between = file.text[found.span.start] === '{';
  const edits = found.entries.flatMap(({ key, value }): TextEdit[] =>
    (key.text === 'en' || key.text === 'zh') && value.yaml === 'scalar'
      ? [{ span: value.span, text: printScalar({ text: oneLine(answer[key.text]), plain: false }, between) }]
      : [],
  );
  return applyEdits(file.text, edits);
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const ownId = (id: string): string => id.slice(id.indexOf('#') + 1);

const gone: Texts = {
  en: 'The interpretation is not there any more, or its file cannot be read. Mend the file first.',
  zh: '此项解释已不存在，或其文件无法读取。请先修正文件。',
};
const decidedAlready: Texts = {
  en: 'It is decided already. To decide it anew, amend the policy.',
  zh: '此项已作出决定。如需重新决定，请修订制度。',
};
const noOther: Texts = {
  en: 'The policy does not say how it would read otherwise in a way that could change places. Amend it by hand: choose the date under Amend, then change the text.',
  zh: '制度中没有可直接互换的另一种读法。请手工修订：在“修订”中选定日期，再修改内容。',
};
const noAnswer: Texts = {
  en: 'Write the new answer in both languages: the old one would say the opposite of what then holds.',
  zh: '请用两种语言写明新的解答，否则记录与实际执行相反。',
};
const noDay = (day: string): Texts => ({
  en: `“${day}” is no day of the calendar. Write it as 2027-01-04.`,
  zh: `“${day}”不是有效日期，请写成 2027-01-04 的形式。`,
});
const taken = (path: string): Texts => ({
  en: `There is a file ${path} already, where the old version would go.`,
  zh: `旧版本应存入的文件 ${path} 已存在。`,
});
