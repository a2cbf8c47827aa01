import type { Texts } from '../diagnostic/diagnostic.ts';
import { countsOf, type Counted } from '../emit/json-rules/counts.ts';
import { momentInWords, type Dated } from './handbook.ts';
import { alignTable, type Cell } from './table.ts';
import { say, type Call } from './verb.ts';

const words = {
  kind: { en: 'kind of policy', zh: '制度种类' },
  said: { en: 'said', zh: '已表达' },
  refused: { en: 'refused', zh: '拒绝' },
  free: { en: 'of those that decide without lists', zh: '其中不涉及列表的判断' },
  ofAll: { en: 'of', zh: '/' },
} as const satisfies Readonly<Record<string, Texts>>;

/** How many are said, and why the others are not: each reason once with how often, or each decision where that was asked. */
export function printEmitted(emitted: Counted, moment: Dated, each: boolean, call: Call): void {
  const { language } = call;
  const text = (texts: Texts): string => texts[language];
  const counts = countsOf(emitted);
  const total = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((sum, count) => sum + of(count), 0);
  say(call, `${text(momentInWords(call, moment))}\n`);
  const head: readonly Cell[] = [
    { text: text(words.kind) },
    { text: text(words.said), align: 'right' },
    { text: text(words.refused), align: 'right' },
    { text: text(words.free), align: 'right' },
  ];
  const row = (kind: string, said: number, refused: number, free: { said: number; all: number }): readonly Cell[] => [
    { text: kind },
    { text: String(said), align: 'right' },
    { text: String(refused), align: 'right' },
    { text: `${String(free.said)} ${text(words.ofAll)} ${String(free.all)}`, align: 'right' },
  ];
  const sums = row(
    '',
    total(({ said }) => said),
    total(({ refused }) => refused),
    { said: total(({ listFree }) => listFree.said), all: total(({ listFree }) => listFree.all) },
  );
  const rows = counts.map(({ kind, said, refused, listFree }) => row(kind, said, refused, listFree));
  for (const line of alignTable([head, ...rows, ...(rows.length > 1 ? [sums] : [])])) say(call, line);
  const refused = [...emitted.refused];
  if (refused.length === 0) return;
  say(call, '');
  if (each) {
    for (const [, { code, message }] of refused) say(call, `${code}: ${text(message)}`);
    return;
  }
  for (const code of new Set(refused.map(([, diagnostic]) => diagnostic.code))) {
    const of = refused.filter(([, diagnostic]) => diagnostic.code === code);
    const [first] = of;
    if (first === undefined) continue;
    const times = { en: `${String(of.length)} times ${code}, as of`, zh: `${code}，共 ${String(of.length)} 次，例如` };
    say(call, `${text(times)} ${first[0]}: ${text(first[1].message)}`);
  }
}
