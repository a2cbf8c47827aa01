import type { Program } from '../../engine/ir/program.ts';
import { link } from '../../engine/program/link.ts';
import { at, handbookOf, texts } from '../policy.ts';

/** A program of these facts and policies. Throws where the handbook has a mistake. */
export function generated(facts: string, policies: readonly string[]): Program {
  const files = policies.map((text, i) => [`p${String(i)}.yaml`, text] as const);
  const handbook = { 'handbook.yaml': texts['handbook.yaml'] ?? '', 'facts.yaml': facts, ...Object.fromEntries(files) };
  return link(handbookOf(handbook), { at });
}
