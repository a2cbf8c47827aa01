import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import { renderExplanation } from '../evaluate/render.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { renderColours } from './findings.ts';
import { joinPath } from './paths.ts';
import { alignTable } from './table.ts';
import { onlyInOne } from './test-difference.ts';
import { placeOf } from './test-coverage.ts';
import type { Failure } from './test-run.ts';
import { say, type Call } from './verb.ts';

/** A case that fails, as people read it: where it stands, what it expects, what came out and how. */
export function printFailure({ result, explained }: Failure, call: Call, loaded: LoadedHandbook): void {
  const { question, asked, differences } = result;
  const { colours, language } = call;
  const { line, column } = placeOf(question.span, loaded);
  const on = asked.on === undefined ? '' : ` on ${asked.on}`;
  const manner = asked.sourceOnly ? { en: ', by the source alone', zh: '，仅按原文' }[language] : '';
  const place = `${joinPath(call, loaded.dir, question.span.file)}:${line}:${column}`;
  say(
    call,
    `${colours.red(colours.bold({ en: 'FAIL', zh: '不成立' }[language]))} ${place} ${colours.bold(question.id)}`,
  );
  say(call, `  ${asked.decision}${on} ${momentOf(question, language)}${manner}`);
  const row = (what: string, which: keyof typeof words, text: string, paint: (plain: string) => string): Row =>
    text === '' && (which === 'left' || which === 'more')
      ? []
      : [[{ text: `  ${what}` }, { text: words[which][language] }, { text: text === '' ? '–' : text, paint }]];
  const rows = differences.flatMap(({ what, expected, found }) => {
    const items = onlyInOne(expected, found);
    return [
      ...row(whatDiffers[what]?.[language] ?? what, 'expected', expected, colours.green),
      ...row('', 'found', found, colours.red),
      ...row('', 'left', items?.left ?? '', colours.green),
      ...row('', 'more', items?.more ?? '', colours.red),
    ];
  });
  for (const row of alignTable(rows)) say(call, row);
  const told = renderExplanation(explained.explanation, language, renderColours(colours)).trimEnd();
  say(call, `${told.replaceAll(/^/gmu, `  ${colours.dim('|')} `)}\n`);
}

type Row = Parameters<typeof alignTable>[0];

const words: Readonly<Record<'expected' | 'found' | 'left' | 'more', Texts>> = {
  expected: { en: 'expected', zh: '应为' },
  found: { en: 'found', zh: '实为' },
  left: { en: 'missing', zh: '缺少' },
  more: { en: 'too much', zh: '多出' },
};

/** What an outcome is compared by, as `cases` names it. */
const whatDiffers: Readonly<Record<string, Texts>> = {
  status: { en: 'status', zh: '状态' },
  value: { en: 'value', zh: '值' },
  code: { en: 'code', zh: '代码' },
  version: { en: 'version', zh: '版本' },
  flags: { en: 'flags', zh: '标记' },
  reason: { en: 'reason', zh: '原因' },
  'number of reasons': { en: 'number of reasons', zh: '原因的数目' },
};

function momentOf({ at, known }: { at: string; known?: string }, language: Language): string {
  const texts = {
    en: `on ${at}${known === undefined ? '' : `, as published by ${known}`}`,
    zh: `${at}${known === undefined ? '' : `，以${known}之前公布的为准`}`,
  };
  return texts[language];
}

/** The same for machines. */
export function failureData({ result, explained }: Failure, loaded: LoadedHandbook): object {
  const { question, asked, outcome, differences } = result;
  const { span, id, at, known, given } = question;
  const { decision, on, sourceOnly } = asked;
  const place = { file: span.file, ...placeOf(span, loaded) };
  return {
    place,
    id,
    decision,
    on,
    at,
    known,
    sourceOnly,
    given,
    differences,
    outcome,
    explanation: explained.explanation,
  };
}
