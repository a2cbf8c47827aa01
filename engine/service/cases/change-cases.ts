import type { Texts } from '../../diagnostic/diagnostic.ts';
import { flow } from '../../mutants/proposal.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import type { Outcome, Reason } from '../../ir/outcome.ts';
import { link } from '../../program/link.ts';
import { sourceFile } from '../../source/source-file.ts';
import type { Span, TextEdit } from '../../source/span.ts';
import type { RawFact } from '../../value/facts.ts';
import { parseYaml } from '../../yaml/document.ts';
import type { YamlMap, YamlNode } from '../../yaml/node.ts';
import { askable, factsTyped, versionsIn, type Question } from '../attempt.ts';
import type { Change } from '../change.ts';
import { fieldsOf, rawOfTyped } from '../fields.ts';
import { collectionOf, insertItem, removeItem } from '../form/collection.ts';
import type { Workspace } from '../workspace.ts';
import { caseFilesOf } from './of-policy.ts';

/** A trial that shall stand in the policy's file of cases. */
export interface NewCase {
  readonly question: Question;
  readonly id: string;
  readonly cites: readonly string[];
  /** A person worked the expected outcome out from the clause. Without that the case says that it is recorded. */
  readonly confirmed: boolean;
}

interface NoCase {
  readonly refused: Texts;
}

const refused = (en: string, zh: string): NoCase => ({ refused: { en, zh } });

/** Writes what was tried, and what came of it, as a case at the end of the policy's file of cases, or into a new one. */
export function addCase({ handbook }: Workspace, { question, id, cites, confirmed }: NewCase): Change | NoCase {
  const versions = versionsIn(handbook, question.path);
  const head = versions?.find(({ head: own }) => own.file === question.path)?.head;
  if (head === undefined) return refused('This file holds no policy.', '此文件中没有制度。');
  const name = id.trim().replaceAll(/\s+/gu, '-');
  if (name === '') return refused('Give the case a name.', '请为示例命名。');
  const program = link(handbook, { at: question.at });
  const all = askable(program, head.policy);
  const chosen = all.filter((one) => one.name === question.decision);
  const decisions = chosen.length > 0 ? chosen : all;
  if (decisions.length === 0) return refused('Nothing was decided.', '没有可记录的结果。');
  const fields = fieldsOf(decisions, program);
  const facts = factsTyped(question.facts, fields, program);
  const wrong = Object.values(facts.values).find((value) => value.is === 'invalid');
  if (wrong?.is === 'invalid') return { refused: wrong.message };
  const given = fields.flatMap((field): [string, RawFact][] => {
    const raw = rawOfTyped(question.facts[field.name] ?? '', field.input);
    return raw === null ? [] : [[field.name, raw]];
  });
  const outcomes = decisions.map((one) => evaluate(program, one.name, facts, { sourceOnly: question.sourceOnly }));
  const [target] = caseFilesOf(handbook, head.policy).filter(({ value }) => value['cases-of'].length === 1);
  if (target?.value.cases.some((one) => one.id.text === name) === true) {
    return refused(
      `There is a case “${name}” already. Choose another name.`,
      `已有名为“${name}”的示例，请换一个名称。`,
    );
  }
  const lines = [
    `- id: ${flow(name)}`,
    ...(confirmed || target?.value.recorded === true ? [] : ['  recorded: true']),
    ...(cites.length === 0 ? [] : [`  cites: ${flow([...cites])}`]),
    ...(target === undefined || target.value.at?.iso === question.at ? [] : [`  at: ${question.at}`]),
    ...(given.length === 0 ? [] : ['  given:', ...given.map(([fact, raw]) => `    ${fact}: ${flow(raw)}`)]),
    `  ${question.sourceOnly ? 'source-only' : 'expect'}:`,
    ...outcomes.map((outcome) => `    ${shortName(outcome.decision, head.policy)}: ${expectation(outcome)}`),
  ];
  if (target === undefined) {
    const path = question.path.replace(/(?:\.v\d+)?\.yaml$/u, '.cases.yaml');
    if (handbook.sources.files.some((file) => file.name === path))
      return refused(`“${path}” is there already and is no file of cases.`, `“${path}”已存在，且不是示例文件。`);
    const text = [`cases-of: ${head.policy}`, `at: ${question.at}`, 'cases:', ...lines.map((line) => `  ${line}`)];
    return { edits: [], files: [{ path, text: `${text.join('\n')}\n` }] };
  }
  const list = casesIn(target.file.name, target.file.text);
  if (list === undefined) return refused('The file of cases cannot be read now.', '示例文件目前无法读取。');
  const into = collectionOf(target.file.text, list);
  if (into.flow)
    return refused('Its cases stand on one line. Add it in the text.', '其示例写在一行内，请在文本中添加。');
  const body = lines.join(`${into.newline}${' '.repeat(into.column)}`);
  return { edits: [insertItem(into, into.items.length, body)] };
}

/** Takes away a case, or a row of one; a table's last row takes the case with it. The file's last case cannot go. */
export function removeCase(workspace: Workspace, span: Span): Change | NoCase {
  const text = workspace.readings.get(span.file)?.file.text ?? '';
  const list = casesIn(span.file, text);
  if (list === undefined) return refused('The file of cases cannot be read now.', '示例文件目前无法读取。');
  const index = list.items.findIndex((item) => item.span.start <= span.start && span.end <= endOf(item));
  const item = list.items[index];
  if (item?.yaml !== 'map') return refused('There is no such case any more.', '该示例已不存在。');
  const rows = entry(item, 'rows');
  const row = rows?.yaml === 'list' ? rows.items.findIndex((one) => one.span.start === span.start) : -1;
  const removed = (edit: TextEdit): Change => ({ edits: [edit] });
  if (rows?.yaml === 'list' && row >= 0 && rows.items.length > 1)
    return removed(removeItem(collectionOf(text, rows), row));
  if (entry(item, 'matrix') !== undefined && entry(item, 'id')?.span.start !== span.start) {
    return refused('A cell of a grid is changed in the text or in the table.', '网格中的单元格请在文本或表格中修改。');
  }
  if (list.items.length === 1) {
    return refused('It is the only case of the file. Change it instead.', '这是该文件唯一的示例，请改写而不是删除。');
  }
  return removed(removeItem(collectionOf(text, list), index));
}

function casesIn(name: string, text: string): Extract<YamlNode, { yaml: 'list' }> | undefined {
  const { root } = parseYaml(sourceFile(name, text));
  const cases = root?.yaml === 'map' ? entry(root, 'cases') : undefined;
  return cases?.yaml === 'list' && cases.items.length > 0 ? cases : undefined;
}

const entry = (map: YamlMap, key: string): YamlNode | undefined =>
  map.entries.find((one) => one.key.text === key)?.value;
const endOf = ({ span }: YamlNode): number => span.end;

const shortName = (decision: string, policy: string): string =>
  decision.startsWith(`${policy}.`) ? decision.slice(policy.length) : decision;

/** What is expected, such as the outcome is: with what it rests on, or why it is open. */
function expectation({ status, value = '', flags, reasons, error, policy }: Outcome): string {
  switch (status) {
    case 'determined':
      return flags.length === 0
        ? valueText(value)
        : `{ value: ${valueText(value)}, flags: ${flow(flags.map((id) => own(id, policy)))} }`;
    case 'undetermined': {
      const all = reasons.map((reason) => flow(reasonOf(reason, policy))).join(', ');
      return `{ status: undetermined, reasons: [${all}] }`;
    }
    case 'not-applicable':
      return status;
    case 'error':
      return `{ status: error, code: ${flow(error?.code ?? '')} }`;
  }
}

/** A text that is a status word would be read as one. */
const valueText = (value: string): string =>
  /^(?:undetermined|not-applicable|error)$/u.test(value) ? JSON.stringify(value) : flow(value);

const own = (id: string, policy: string): string => (id.startsWith(`${policy}#`) ? id.slice(policy.length + 1) : id);

function reasonOf({ code, fact, parameter, gap, person, allowed }: Reason, policy: string): RawFact {
  const named = {
    ...(fact === undefined ? {} : { fact }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(gap === undefined ? {} : { gap: own(gap, policy) }),
    ...(person === undefined ? {} : { person: own(person, policy) }),
    ...(allowed === undefined ? {} : { allowed }),
  };
  return Object.keys(named).length === 0 ? { code } : named;
}
