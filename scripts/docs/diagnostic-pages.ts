import { stringify } from 'yaml';
import type { Diagnostic, Texts } from '../../engine/diagnostic/diagnostic.ts';
import { table } from './between.ts';
import { formOf, type Cause, type Form, type Sample } from './causes.ts';

const consequence = (diagnostic: Diagnostic | undefined): Texts => {
  if (diagnostic === undefined) return { en: 'an error of an outcome', zh: '结果中的错误' };
  const { severity, blocks } = diagnostic;
  if (severity !== 'error') return { en: severity, zh: severity === 'warning' ? '警告' : '提示' };
  return blocks
    ? { en: 'error: what it stands in cannot be used', zh: '错误：所在之处不能使用' }
    : { en: 'error: checks fail, the policy still runs', zh: '错误：检查不通过，制度仍可求值' };
};

/** The page of a code: what it says, why, the cure, and an example; English first, then Chinese. */
export function diagnosticPage(code: string, diagnostic: Diagnostic | undefined, cause: Cause): string {
  const [area = ''] = code.split('/');
  const said = consequence(diagnostic);
  const quote = (text: string | undefined): string => (text === undefined ? '' : `> ${text}\n\n`);
  const example = formOf(cause);
  const mended = cause.mended === undefined ? '' : `\nMended · 改正后\n\n${sampleBlock(example, cause.mended)}`;
  return `<!-- Written by \`npm run docs\` from docs/diagnostics/causes/${area}.yaml; change it there. -->

# ${code}

${said.en}

${quote(diagnostic?.message.en)}${cause.why.en}

**Mend it.** ${cause.cure.en}

## 中文

${said.zh}

${quote(diagnostic?.message.zh)}${cause.why.zh}

**处理。** ${cause.cure.zh}

## Example · 示例

${context(cause)}${sampleBlock(example, cause[example] ?? '', cause.times)}${mended}
[All codes · 全部代码](../README.md)
`;
}

/** What is asked of the example, where that is not plain. */
function context({ given, expression, period, amend }: Cause): string {
  if (given !== undefined) return `\`${expression ?? ''}\` with · 事实为\n\n`;
  if (period !== undefined) return `asked for the month · 询问的月份：${period}\n\n`;
  return amend === undefined ? '' : `\`bylaw amend t --from ${amend}\`\n\n`;
}

const languages: Readonly<Record<Form, string>> = {
  expression: 'bylaw',
  cell: 'bylaw',
  policy: 'yaml',
  file: 'yaml',
  files: 'yaml',
  cases: 'yaml',
  facts: 'json',
  given: 'yaml',
  shown: '',
};

function sampleBlock(form: Form, sample: Sample, times?: string): string {
  const text = typeof sample === 'string' ? sample : filesOrFacts(form, sample);
  const repeated = times === undefined ? '' : `${times} times · ${times} 次\n\n`;
  return `${repeated}\`\`\`${languages[form]}\n${text.trimEnd()}\n\`\`\`\n`;
}

function filesOrFacts(form: Form, sample: Readonly<Record<string, unknown>>): string {
  if (form !== 'files') return stringify(sample);
  return Object.entries(sample)
    .map(([path, text]) => `# ${path}\n${String(text)}`)
    .join('\n');
}

/** The list of all codes, by area. */
export function diagnosticIndex(codes: readonly string[], told: ReadonlyMap<string, Diagnostic>): string {
  const areas = Map.groupBy(codes, (code) => code.split('/')[0] ?? '');
  const sections = [...areas].map(([area, own]) => {
    const rows = own.map((code) => {
      const diagnostic = told.get(code);
      return [
        `[${code}](${code}.md)`,
        diagnostic?.severity ?? 'outcome',
        diagnostic?.message.en ?? '',
        diagnostic?.message.zh ?? '',
      ];
    });
    return `## ${area}\n\n${table(['code', 'severity', 'English', '中文'], rows)}`;
  });
  return `<!-- Written by \`npm run docs\`. -->

# Diagnostics · 诊断

What \`bylaw check\` and the editor tell about files, and the errors that outcomes carry (\`outcome\`). Codes never change and
are never taken back. Each page says why, how to mend it, and shows an example, which stands in the small handbook of the
[language reference](../language.md); a policy without a head has the head of that page's example.

\`bylaw check\` 与编辑器对文件的提示，以及结果所带的错误（\`outcome\`）。代码不会改变，也不会取消。每页说明原因、处理方法并附示例；示例放在[语言说明](../language.zh-CN.md)的小手册中，没有写文件头的制度沿用该页示例的文件头。

${sections.join('\n')}`;
}
