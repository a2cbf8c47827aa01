import { mostFlags } from '../../plain/lower.ts';

/** A flag's bit among those that are known, to which it is added; 0 for one too many. */
export function bitIn(flags: string[], flag: string): number {
  const at = flags.indexOf(flag);
  if (at >= 0) return 1 << at;
  return flags.length < mostFlags ? 1 << (flags.push(flag) - 1) : 0;
}
