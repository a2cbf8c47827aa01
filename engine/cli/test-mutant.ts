import type { Texts } from '../diagnostic/diagnostic.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import type { Judged } from '../mutants/judge.ts';
import type { Sort } from '../mutants/mutant.ts';
import { proposedCase } from '../mutants/proposal.ts';
import type { PrintWords } from '../value/print.ts';
import { placeOf } from './test-coverage.ts';
import { say, type Call } from './verb.ts';
import { decimalsOf } from '../program/rounding.ts';

/** A mutant for people: where it stands, what the text says and would say, and a case that would notice it. */
export function printMutant(one: Judged, place: string, call: Call, loaded: LoadedHandbook): void {
  const { colours, language } = call;
  const { sort, before, after } = one.mutant;
  const change = after === '' ? takenOut[language] : `→ ${after}`;
  say(call, `  ${colours.dim(place)} ${sorts[sort][language]}: ${shown(before)} ${change}`);
  if (one.fate.is === 'not-decided') say(call, `    ${one.fate.why[language]}`);
  if (one.fate.is !== 'survived') return;
  say(call, `    ${wouldNotice[language]}`);
  for (const line of proposal(one, loaded)?.split('\n') ?? []) say(call, `    ${colours.dim('|')} ${line}`);
}

/** The same for machines. */
export function mutantData(one: Judged, loaded: LoadedHandbook): object {
  const { mutant, fate } = one;
  const { policy, version, sort, span, before, after } = mutant;
  const place = { file: span.file, ...placeOf(span, loaded) };
  const more =
    fate.is === 'survived' ? { case: proposal(one, loaded) } : fate.is === 'not-decided' ? { why: fate.why } : {};
  return { policy, version, sort, place, before, after, fate: fate.is, ...more };
}

function proposal({ mutant, fate }: Judged, loaded: LoadedHandbook): string | undefined {
  if (fate.is !== 'survived') return undefined;
  const { handbook } = loaded;
  const words: PrintWords = { moneyDecimals: decimalsOf(handbook.money), units: handbook.units };
  const { line, column } = placeOf(mutant.span, loaded);
  return proposedCase(`line-${String(line)}-${String(column)}`, fate.noticing, words);
}

/** On one line, and not the whole of a long row. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const takenOut: Texts = { en: 'taken out', zh: '（删去）' };
const wouldNotice: Texts = {
  en: 'A case with these facts would notice; work out what to expect from the clause:',
  zh: '含以下事实的示例可以察觉；期望值请依条款自行推算：',
};
const sorts: Readonly<Record<Sort, Texts>> = {
  bound: { en: 'bound moved', zh: '移动界限' },
  end: { en: 'end turned', zh: '端点开闭' },
  operator: { en: 'operator', zh: '运算符' },
  condition: { en: 'condition turned', zh: '条件取反' },
  value: { en: 'value', zh: '取值' },
  row: { en: 'row', zh: '行' },
  date: { en: 'day moved', zh: '移动日期' },
};
