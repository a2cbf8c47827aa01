import { defineDiagnostics } from '../../diagnostic/define.ts';

/** Why a decision is not written as a module. */
export const moduleMessages = defineDiagnostics('module', {
  'too-deep': {
    severity: 'error',
    message: ({ decision, depth, most }: { decision: string; depth: number; most: number }) => ({
      en: `“${decision}” rests on ${depth} steps one inside another; a module takes at most ${most}, since JavaScript has no room for more. Ask it of a bundle, or leave it out.`,
      zh: `“${decision}”内部相套 ${depth} 层；模块最多容纳 ${most} 层，再多 JavaScript 便容不下。请改用制度包求取，或不列入此决定。`,
    }),
  },
});
