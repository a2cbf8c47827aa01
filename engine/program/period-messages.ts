import { defineDiagnostics } from '../diagnostic/define.ts';

/** What a month does not allow. It stands apart from the handbook's other messages, since hosts that load a bundle link months too. */
export const periodMessages = defineDiagnostics('handbook', {
  'starts-inside': {
    severity: 'error',
    message: ({ policy, period, starts }: { policy: string; period: string; starts: string }) => ({
      en: `${policy} pays by month and changes inside ${period} (on ${starts}). Say \`split: days\` or \`period-rule: end\`, or let the version start with a month.`,
      zh: `${policy} 按月结算，却在 ${period} 期内（${starts}）换版。请写 split: days 或 period-rule: end，或让版本自月初起施行。`,
    }),
  },
});
