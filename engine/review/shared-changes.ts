import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Handbooks } from './difference.ts';
import { factChanges } from './fact-changes.ts';
import { manifestChanges } from './manifest-changes.ts';

/** A change of what all policies share: words, units, and the manifest's rules. */
export interface SharedChange {
  readonly says: Texts;
  /** It alters what held, so it must not be merged. */
  readonly refused: boolean;
}

/** What changed in vocabularies and manifest; nothing when the base had no handbook. */
export function sharedChanges(handbooks: Handbooks, today: string): readonly SharedChange[] {
  if (handbooks.base.manifest === undefined || handbooks.head.manifest === undefined) return [];
  return [
    ...manifestChanges(handbooks, today),
    ...factChanges(handbooks),
    ...unitChanges(handbooks),
    ...enumerationChanges(handbooks),
  ];
}

const allowed = (en: string, zh: string): SharedChange => ({ says: { en, zh }, refused: false });

function unitChanges({ base, head }: Handbooks): readonly SharedChange[] {
  const gone = Object.keys(base.units).filter((id) => head.units[id] === undefined);
  return [
    ...gone.map((id) => allowed(`The unit “${id}” is gone.`, `单位“${id}”已删除。`)),
    ...Object.entries(head.units).flatMap(([id, unit]): readonly SharedChange[] => {
      const was = base.units[id];
      if (was === undefined) return [allowed(`The unit “${id}” is new.`, `新增单位“${id}”。`)];
      const forms = [...was.en, ...was.zh].filter((form) => ![...unit.en, ...unit.zh].includes(form));
      return [
        ...(was.whole === unit.whole
          ? []
          : unit.whole
            ? [allowed(`“${id}” now counts in whole numbers only.`, `“${id}”今后只能是整数。`)]
            : [allowed(`“${id}” may now be a fraction.`, `“${id}”今后可以不是整数。`)]),
        ...forms.map((form) =>
          allowed(`“${form}” no longer means the unit “${id}”.`, `“${form}”不再表示单位“${id}”。`),
        ),
      ];
    }),
  ];
}

function enumerationChanges({ base, head }: Handbooks): readonly SharedChange[] {
  const changes = Object.entries(base.enumerations).flatMap(([name, was]): readonly SharedChange[] => {
    const is = head.enumerations[name];
    if (is === undefined) return [allowed(`The enumeration “${name}” is gone.`, `枚举“${name}”已删除。`)];
    const gone = Object.keys(was).filter((member) => is[member] === undefined);
    const added = Object.keys(is).filter((member) => was[member] === undefined);
    return [
      ...gone.map((member) =>
        allowed(`“${member}” is no longer a member of “${name}”.`, `“${member}”不再是“${name}”的成员。`),
      ),
      ...added.map((member) => allowed(`“${name}” has the new member “${member}”.`, `“${name}”新增成员“${member}”。`)),
    ];
  });
  const added = Object.keys(head.enumerations).filter((name) => base.enumerations[name] === undefined);
  return [...changes, ...added.map((name) => allowed(`The enumeration “${name}” is new.`, `新增枚举“${name}”。`))];
}
