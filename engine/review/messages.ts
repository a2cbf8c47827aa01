import { defineDiagnostics } from '../diagnostic/define.ts';

/** The first day that was asked for, and the version that is amended with its own first day. */
interface Start {
  readonly day: string;
  readonly version: string;
  readonly newest: string;
}

export const reviewMessages = defineDiagnostics('amend', {
  'no-policy': {
    severity: 'error',
    message: () => ({
      en: 'This file is no policy that can be amended: it needs `policy:` and `version:`.',
      zh: '此文件不是可修订的制度：需要 policy 与 version。',
    }),
  },
  'no-such-day': {
    severity: 'error',
    message: ({ day }: { day: string }) => ({
      en: `“${day}” is no day of the calendar. Write it as 2027-01-04.`,
      zh: `“${day}”不是有效日期，请写成 2027-01-04 的形式。`,
    }),
  },
  'same-day': {
    severity: 'error',
    message: ({ day, version }: Start) => ({
      en: `Version ${version}, the newest, starts on ${day} too. Name a later day; only a version that is not yet in force is edited instead.`,
      zh: `最新的第 ${version} 版同样自 ${day} 起施行。请指明更晚的日期；只有尚未施行的版本才直接修改。`,
    }),
  },
  'before-newest': {
    severity: 'error',
    message: ({ day, version, newest }: Start) => ({
      en: `Version ${version}, the newest, starts on ${newest}; an amendment from ${day} on would begin before what it amends. Name a day after ${newest}.`,
      zh: `最新的第 ${version} 版自 ${newest} 起施行，修订不能早于它（${day}）开始。请指明 ${newest} 之后的日期。`,
    }),
  },
});
