import { defineDiagnostics } from '../diagnostic/define.ts';

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
    message: ({ day }: { day: string }) => ({
      en: `The newest version starts on ${day} too. A version that is not yet in force is edited, not amended.`,
      zh: `最新版本同样自 ${day} 起施行。尚未施行的版本应直接修改，不必修订。`,
    }),
  },
});
