import { defineDiagnostics } from '../diagnostic/define.ts';

/** What can be wrong with facts that policies declare themselves. */
export const policyFactMessages = defineDiagnostics('handbook', {
  'fact-changed': {
    severity: 'error',
    message: ({ name, now, before }: { name: string; now: string; before: string }) => ({
      en: `“${name}” is ${now} here but ${before} in an older version. A fact keeps its values: give the new one another name.`,
      zh: `“${name}”在此为 ${now}，在旧版本为 ${before}。事实的取值不可改变，请为新的事实另取名称。`,
    }),
  },
});
