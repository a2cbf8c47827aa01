import { isDay } from '../value/calendar.ts';
import { noDate, wrongUse } from './refusals.ts';
import type { Refusal } from './verb.ts';

/** A side of a comparison as it is written on the command line. */
export type Side = { readonly written: string } & (
  | { readonly is: 'git'; readonly revision: string }
  | { readonly is: 'at'; readonly day: string }
  | { readonly is: 'version'; readonly number: number; readonly policy?: string }
  | { readonly is: 'dir'; readonly path: string }
);

/** `git:main`, `at:2027-01-01`, `v:2`, `commission.head@v:2`, `dir:../other/policies`. */
export function sideOf(written: string): Side | Refusal {
  const [, policy, form, rest = ''] = /^(?:(.+)@)?(git|at|v|dir):(.*)$/u.exec(written) ?? [];
  if (form === undefined || rest === '' || (policy !== undefined && form !== 'v')) return noSide(written);
  switch (form) {
    case 'git':
      return { written, is: 'git', revision: rest };
    case 'at':
      return isDay(rest) ? { written, is: 'at', day: rest } : noDate('at:', rest);
    case 'dir':
      return { written, is: 'dir', path: rest };
    default:
      if (!/^[1-9]\d{0,8}$/.test(rest)) return noSide(written);
      return { written, is: 'version', number: Number(rest), ...(policy === undefined ? {} : { policy }) };
  }
}

function noSide(written: string): Refusal {
  return wrongUse(
    `“${written}” is no side of a comparison. Write git:REVISION, at:DATE, POLICY@v:NUMBER (or v:NUMBER with a decision of the policy) or dir:FOLDER.`,
    `“${written}”不能作为比较的一方。请写 git:版本、at:日期、制度@v:版次（或 v:版次，并写明该制度的决定）或 dir:文件夹。`,
  );
}
