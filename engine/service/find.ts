import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import { newestPolicies } from '../ledger/written.ts';
import { clausesNamedBy } from '../program/citations.ts';
import type { Span } from '../source/span.ts';
import type { Workspace } from './workspace.ts';

/** A place of the handbook that a search came upon. */
export interface Found {
  readonly sort: 'clause' | 'policy' | 'fact' | 'decision' | 'interpretation';
  /** A clause's number, or a name of the language. */
  readonly name: string;
  readonly title: Texts;
  readonly span: Span;
}

/**
 * Clauses, facts, decisions and interpretations whose name or title holds the words, and policies that name such a clause anywhere;
 * the best first, at most so many.
 */
export function find({ handbook }: Workspace, query: string, language: Language, most: number): readonly Found[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const ranked: { readonly found: Found; readonly rank: number }[] = [];
  const look = (found: Found): boolean => {
    const title = plain(found.title[language]);
    const name = plain(found.name);
    const text = `${name}\n${title}\n${plain(found.title[language === 'en' ? 'zh' : 'en'])}`;
    if (!words.every((word) => text.includes(word))) return false;
    const rank = name === whole || title === whole ? 0 : name.startsWith(whole) || title.startsWith(whole) ? 1 : 2;
    ranked.push({ found, rank });
    return true;
  };
  const clauses = new Set<string>();
  for (const { value } of handbook.sources.registers) {
    for (const { id, title } of value.clauses)
      if (look({ sort: 'clause', name: id.text, title, span: id.span })) clauses.add(id.text);
  }
  for (const { policy } of newestPolicies(handbook.sources)) {
    const named = clausesNamedBy(policy).find(({ text }) => clauses.has(text));
    if (named === undefined) continue;
    const found: Found = { sort: 'policy', name: policy.policy.text, title: policy.title, span: named.span };
    ranked.push({ found, rank: ofClause });
  }
  for (const { name, title, origin } of Object.values(handbook.facts)) {
    look({ sort: 'fact', name, title, span: origin });
  }
  for (const [newest] of handbook.versions.values()) {
    for (const { name, title, hidden, origin } of newest?.decisions ?? []) {
      if (!hidden) look({ sort: 'decision', name, title, span: origin });
    }
    for (const { id, question, origin } of newest?.interpretations ?? []) {
      look({ sort: 'interpretation', name: id, title: question, span: origin });
    }
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.found.name.length - b.found.name.length)
    .slice(0, most)
    .map(({ found }) => found);
}

/** Policies of a clause stand behind what is called as the words, and before what only holds them. */
const ofClause = 1.5;

/** Width and case do not matter to whoever searches. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
