import type { Diagnostic, Language, Texts } from '../../diagnostic/diagnostic.ts';
import { effectSection } from '../effect/section.ts';
import { code as asCode, plain, prose } from '../markdown.ts';
import { changeLines } from '../render.ts';
import { approvalLines } from './render-approvals.ts';
import { caseLines, coverageLines } from './render-cases.ts';
import { retroactionLines } from './render-retroaction.ts';
import type { Report } from './report.ts';
import { basisLines, summaryLines } from './summary.ts';

/** The report as Markdown for a pull request, in one language. */
export function renderReport(report: Report, language: Language): string {
  const say = (texts: Texts): string => texts[language];
  const { verdicts, newFindings, effect, policies, shared } = report;
  const errors = [...verdicts, ...newFindings].filter(({ severity }) => severity === 'error');
  const warnings = [...verdicts, ...newFindings].filter(({ severity }) => severity === 'warning');
  const heading = (texts: Texts): readonly string[] => ['', `## ${say(texts)}`, ''];
  const lines = [
    `# ${say({ en: 'Policy review', zh: '制度评审' })}`,
    '',
    ...summaryLines(report).map((text) => `- ${say(text)}`),
    ...basisLines(report.basis).flatMap((text) => ['', say(text)]),
    ...(errors.length === 0
      ? []
      : [...heading({ en: 'Why it must not be merged', zh: '不应合并的原因' }), ...findingLines(errors, say)]),
    ...(warnings.length === 0 ? [] : [...heading({ en: 'To look at', zh: '请留意' }), ...findingLines(warnings, say)]),
    ...(policies.length + shared.length === 0 ? [] : changeLines(report, language)),
    ...(effect === undefined ? [] : ['', ...effectSection(effect, language)]),
    ...retroactionLines(report.retroactive, language),
    ...approvalLines(report.approvals, language),
    ...interpretationLines(report, say),
    ...caseLines(report, say),
    ...coverageLines(report.coverage, say),
    ...foundLines(report, say),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function findingLines(found: readonly Diagnostic[], say: (texts: Texts) => string): readonly string[] {
  return found.map(({ code, span, message }) => `- ${asCode(code)} ${plain(span.file)}: ${prose(say(message))}`);
}

/** Notes that are new, and how many findings there were before. */
function foundLines({ newFindings, oldFindings }: Report, say: (texts: Texts) => string): readonly string[] {
  const rest = newFindings.filter(({ severity }) => severity === 'info');
  const old: Texts = {
    en: `${oldFindings} ${oldFindings === 1 ? 'finding was' : 'findings were'} there before.`,
    zh: `另有 ${oldFindings} 个原有的问题。`,
  };
  const none: Texts =
    oldFindings === 0
      ? { en: 'There are none.', zh: '没有问题。' }
      : { en: `None is new. ${old.en}`, zh: `没有新问题。${old.zh}` };
  return [
    '',
    `## ${say({ en: 'Findings', zh: '检查结果' })}`,
    '',
    ...(newFindings.length === 0
      ? [say(none)]
      : [
          ...(rest.length === 0 ? [] : [...findingLines(rest, say), '']),
          say({
            en: `${newFindings.length} ${newFindings.length === 1 ? 'is' : 'are'} new${rest.length === newFindings.length ? '' : ', told above where they are more than notes'}. ${old.en}`,
            zh: `新增 ${newFindings.length} 个${rest.length === newFindings.length ? '' : '，其中不止于备注的见上'}。${old.zh}`,
          }),
        ]),
  ];
}

function interpretationLines({ interpretations }: Report, say: (texts: Texts) => string): readonly string[] {
  const { gained, lost, decided, reopened } = interpretations;
  const line = (what: Texts, { id, answer }: (typeof gained)[number]): string =>
    `- ${say(what)} ${asCode(id)}: ${plain(say(answer))}`;
  const lines = [
    ...gained.map((one) => line({ en: 'Gained', zh: '新增' }, one)),
    ...lost.map((one) => line({ en: 'Lost', zh: '取消' }, one)),
    ...decided.map((one) => line({ en: 'Decided', zh: '已决定' }, one)),
    ...reopened.map((one) => line({ en: 'No longer decided', zh: '不再视为已决定' }, one)),
  ];
  if (lines.length === 0) return [];
  return ['', `## ${say({ en: 'Interpretations', zh: '解释' })}`, '', ...lines];
}
