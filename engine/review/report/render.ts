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
  return found.map(
    ({ code, span, message }) =>
      `- ${asCode(code)} ${say({ en: `${plain(span.file)}: `, zh: `${plain(span.file)}：` })}${prose(say(message))}`,
  );
}

/** Notes that are new, and how many findings there were before. */
function foundLines({ newFindings, oldFindings }: Report, say: (texts: Texts) => string): readonly string[] {
  const rest = newFindings.filter(({ severity }) => severity === 'info');
  const fresh = freshWords(newFindings.length, newFindings.length - rest.length);
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
          say({ en: `${fresh.en}. ${old.en}`, zh: `${fresh.zh}。${old.zh}` }),
        ]),
  ];
}

/** Errors and warnings stand among the reasons and what to look at, notes right here. */
function freshWords(all: number, above: number): Texts {
  const told: Texts =
    above === 0
      ? { en: '', zh: '' }
      : above === all
        ? { en: ', told above', zh: '，见上' }
        : { en: `, ${above} of them told above`, zh: `，其中 ${above} 个见上` };
  return { en: `${all} ${all === 1 ? 'is' : 'are'} new${told.en}`, zh: `新增 ${all} 个${told.zh}` };
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
