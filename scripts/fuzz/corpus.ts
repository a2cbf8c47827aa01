import { globSync, readFileSync } from 'node:fs';
import { handbookOfPeople } from '../../test/kinds/people.ts';

/** A handbook that is changed at random, with facts that its policies read. */
export interface Corpus {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly dates: readonly string[];
  /** JSON. */
  readonly facts: readonly string[];
}

const dates = ['2022-06-30', '2023-12-31', '2024-02-29', '2026-10-31', '9999-12-31'];

/** The project's own handbook, and a small one that uses much of the language. */
export const corpora: readonly Corpus[] = [
  {
    name: 'policies',
    texts: textsBelow('../../policies/'),
    dates,
    facts: [
      '{"sales.ordered": "88000.00 CNY", "sales.returned": "8000 CNY", "sales.completion": "100.01%"}',
      '{"下单金额": "8.8万元", "sales.returned": "¥0", "sales.target": "100000 CNY"}',
      '{"sales.completion": "120%"}',
    ],
  },
  {
    name: 'fuzz',
    texts: textsBelow('../../test/fuzz/handbook/'),
    dates,
    facts: [
      '{"score": "45.25%", "sold.amount": "1000.00 CNY", "urgent": true, "grade-given": "B", "orders": [{"value": "10 CNY", "paid": true, "grade": "A", "day": "2024-01-02"}, {"value": "0.01 CNY", "paid": false}], "stock": "12 cans", "hired": "2023-05-31", "leaves": "18:00", "now": "2024-05-01T09:00:31", "notice": "7 days", "place": "West \\"Lake\\"", "proposed": "75 CNY"}',
      '{"score": "29.99%", "price": "19.99 CNY", "count-sold": 11, "grade-given": "C", "stock": "0 cans", "orders": [], "place": "杭州"}',
      '{"score": "200%", "sold.amount": "250.505 CNY", "grade-given": "D", "urgent": "maybe", "hired": "2023-02-30", "notice": "1 month"}',
      '{"orders": [{"value": "x"}, {"value": null, "paid": true}, {}], "count-sold": 1.5, "stock": "1.5 cans", "unknown": 1}',
    ],
  },
  {
    name: 'kinds',
    texts: examplesOfKinds(),
    dates,
    facts: [
      '{"result": 89.5, "people-count": 3, "urgent": false, "people": [{"name": "甲", "score": 95}, {"name": "乙", "score": 60}, {"name": "丙", "score": 12.5}], "review.ratings": [{"role": "superior", "person": "a", "service": 90, "order": 80}, {"role": "manager", "person": "b", "service": 70, "order": 60}], "months": [{"score": 80}, {"score": 81.25}, {"score": 100}]}',
      '{"result": "90", "people-count": "2", "people": [{"name": "甲"}], "months": [{"score": 80}], "review.ratings": [{"role": "manager", "person": "a", "service": 90, "order": 80}, {"role": "superior", "person": "a", "service": 91, "order": 80}]}',
    ],
  },
];

export function corpusOf(index: number): Corpus {
  const corpus = corpora[index];
  if (corpus === undefined) throw new Error(`There are ${String(corpora.length)} handbooks`);
  return corpus;
}

/** The examples of all kinds' pages, over the words that those about people need; what reads other words is told. */
function examplesOfKinds(): Readonly<Record<string, string>> {
  const root = new URL('../../engine/kinds/', import.meta.url);
  const pages = globSync('*/README.md', { cwd: root.pathname }).sort();
  const examples = pages.map((page) => {
    const text = readFileSync(new URL(page, root), 'utf8');
    return [page.replace('/README.md', '.yaml'), /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''] as const;
  });
  const world = handbookOfPeople('').handbook.sources.files.map(({ name, text }) => [name, text] as const);
  return Object.fromEntries([...world, ...examples].filter(([, text]) => text !== ''));
}

function textsBelow(folder: string): Readonly<Record<string, string>> {
  const root = new URL(folder, import.meta.url);
  const paths = globSync('**/*.yaml', { cwd: root.pathname }).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
}
