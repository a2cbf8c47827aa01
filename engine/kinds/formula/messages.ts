import { defineDiagnostics } from '../../diagnostic/define.ts';

export const formulaMessages = defineDiagnostics('formula', {
  'no-otherwise': {
    severity: 'error',
    message: () => ({
      en: 'The arms end without `otherwise`: say what holds when none of them does, if need be `undetermined(gap)`.',
      zh: '分支缺少 otherwise：请写明均不成立时的值，必要时写 undetermined(缺口)。',
    }),
  },
  'after-otherwise': {
    severity: 'error',
    message: () => ({
      en: 'This arm stands behind `otherwise` and can never decide. Move it before.',
      zh: '此分支位于 otherwise 之后，永远不会生效，请移到其前。',
    }),
  },
});
