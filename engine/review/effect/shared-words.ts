import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Effect } from './effect.ts';

/** How a decision was counted that is about something which several rows may share; nothing where it is about each row. */
export function sharedWords({ shared, rows }: Effect): readonly Texts[] {
  if (shared === undefined || rows + (shared.again ?? 0) < 2) return [];
  const { subject, title, column, again = 0, differing = 0 } = shared;
  const [en, zh] = [title.en.toLowerCase(), title.zh];
  if (column === undefined)
    return [
      {
        en: `Careful: this is decided for a ${en}, and the table's rows are parts of one. Rows of the same ${en} each count its amount again. Let the mapping name the column that tells them apart: { subject: ${subject} }.`,
        zh: `请注意：此项按${zh}决定，而表中各行只是其中一员，同一${zh}的各行会重复计入同一数额。可在映射中指明区分${zh}的列：{ subject: ${subject} }。`,
      },
    ];
  const all = rows + again;
  return [
    {
      en: `This is decided for each “${column}”, not for each row, so each counts once: ${rows} of ${all} rows.`,
      zh: `此项按“${column}”决定，而非逐行决定，故每个“${column}”只计一次：${all} 行中计 ${rows} 行。`,
    },
    ...(differing === 0
      ? []
      : [
          {
            en: `In ${differing} of them the rows say different things, and each different one is counted.`,
            zh: `其中 ${differing} 个的各行所述不一，不同者分别计入。`,
          },
        ]),
  ];
}
