import type { Texts } from '../../diagnostic/diagnostic.ts';
import { amendNewest } from '../../review/amend-newest.ts';
import { backdated } from '../../review/backdated.ts';
import { closedThrough } from '../../review/report/retroactive.ts';
import { isDay } from '../../value/calendar.ts';
import type { Change } from '../change.ts';
import { lineEdits } from '../language/line-edits.ts';
import type { Workspace } from '../workspace.ts';
import { approversOf, type Approver } from './difference.ts';

/** What a person says of the next version of a policy. */
interface AmendWish {
  readonly policy: string;
  /** First day of the new version. */
  readonly from: string;
  /** Today, where the handbook is at home: the day from which the new version is known. */
  readonly today: string;
  readonly because?: Texts;
  /** What is saved of the file, where it was changed before the new version was asked for: that is what moves to `history/`. */
  readonly saved?: string;
}

export interface NewVersion {
  readonly change: Change;
  /** The file of the new version: the one that the old version had. */
  readonly path: string;
  readonly version: number;
}

/** Starts the next version of a policy: the old one as a new file in `history/`, the new one in its place. Or why that cannot be. */
export function amendPolicy(
  { handbook, readings }: Workspace,
  { policy, from, today, because, saved }: AmendWish,
): NewVersion | { readonly refused: Texts } {
  const amended = amendNewest(handbook, policy, {
    from,
    published: today,
    ...(because === undefined ? {} : { because }),
  });
  if (amended === undefined) return { refused: unreadable(policy) };
  if ('code' in amended) return { refused: amended.message };
  const { file, historyPath, historyText, newText, version } = amended;
  if (readings.has(historyPath)) return { refused: taken(historyPath) };
  return {
    path: file.name,
    version,
    change: {
      edits: lineEdits(file.name, file.text, newText),
      files: [{ path: historyPath, text: saved ?? historyText }],
    },
  };
}

/** What stands beside the date of a new version: what it reaches back to, and whose approval it needs. */
interface BeforeAmending {
  readonly reachesBack: readonly Texts[];
  readonly approvers: readonly Approver[];
}

export function beforeAmending(workspace: Workspace, policy: string, from: string, today: string): BeforeAmending {
  return {
    reachesBack: isDay(from) ? reachesBack(workspace, from, today) : [],
    approvers: approversOf(workspace, workspace, [{ policy }], today),
  };
}

/** What a first day means that lies behind us: days that are worked out anew, and months that are closed. */
function reachesBack({ handbook }: Workspace, from: string, today: string): readonly Texts[] {
  const { through, isDeclared } = closedThrough(handbook, handbook, today);
  const past = from < today ? [backdated(from, today, 'today')] : [];
  if (from.slice(0, 7) > through) return past;
  const months = from.slice(0, 7) === through ? through : `${from.slice(0, 7)} – ${through}`;
  const closed: Texts = isDeclared
    ? {
        en: `It reaches into months that are closed (${months}): what was paid for them has to be settled anew.`,
        zh: `涉及已结算的月份（${months}）：已发放的须补发或扣回差额。`,
      }
    : {
        en: `It reaches into months that have ended (${months}): what was paid for them has to be settled anew.`,
        zh: `涉及已结束的月份（${months}）：已发放的须补发或扣回差额。`,
      };
  return [...past, closed];
}

const unreadable = (policy: string): Texts => ({
  en: `${policy} has no version that can be read. Mend its mistakes first; they are listed under Problems.`,
  zh: `${policy} 没有可读的版本。请先改正“问题”中所列的错误。`,
});

const taken = (path: string): Texts => ({
  en: `${path} is there already and is not overwritten. Rename or remove it first.`,
  zh: `${path} 已存在，不会覆盖。请先将其改名或移走。`,
});
