import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import { clauseAddress, interpretationAddress, textOf, type Content } from '../parts.ts';
import { address, anchor } from '../file-names.ts';
import { fileOf } from '../pages/policy-file.ts';
import type { Scene } from '../scene.ts';
import { vocabularyFile } from '../vocabulary-files.ts';
import type { Entry } from './options.ts';

type Found = Omit<Entry, 'id' | 'shown'>;
const longest = 140;

/** All that can be found: policies with their whole text, clauses, interpretations, contradictions, facts. */
export function searchEntries(policies: readonly Page[], scene: Scene): readonly Entry[] {
  const all = [
    ...ofPolicies(policies, scene),
    ...ofClauses(scene),
    ...ofInterpretations(scene),
    ...ofContradictions(scene),
    ...ofFacts(scene),
  ];
  return all.map((one, id) => ({
    ...one,
    id,
    shown: one.text.length > longest ? `${one.text.slice(0, longest)}…` : one.text,
  }));
}

function ofPolicies(pages: readonly Page[], { book, say }: Scene): readonly Found[] {
  const kinds = new Map(book.policies.map(({ main }) => [fileOf(main, book), say(main.read.kind.title)]));
  return pages.map(({ file, title, searched = '' }) => ({
    title,
    text: `${plainText(searched)} ${file.slice('policy.'.length, -'.html'.length)}`,
    sort: kinds.get(file) ?? say(labels.policy),
    href: address(file),
  }));
}

function ofClauses({ book, say }: Scene): readonly Found[] {
  return [...book.clauses.values()].map(({ clause, part }) => ({
    title: `${clause.id.text} ${say(clause.title)}`,
    text: (clause.issues ?? []).map(({ says }) => say(says)).join(' '),
    sort: say(labels.clauses),
    href: clauseAddress(clause.id.text, part),
  }));
}

function ofInterpretations({ book, say }: Scene): readonly Found[] {
  return book.interpretations.map(({ id, interpretation }) => ({
    title: say(interpretation.question),
    text: `${say(interpretation.answer)} ${id}`,
    sort: say(labels.interpretations),
    href: interpretationAddress(id),
  }));
}

function ofContradictions({ book, say }: Scene): readonly Found[] {
  return book.contradictions.map(({ id, says }) => ({
    title: say(says),
    text: id,
    sort: say(labels.contradictions),
    href: address('contradictions.html', anchor('contradiction', id)),
  }));
}

function ofFacts({ book, say }: Scene): readonly Found[] {
  return book.handbook.sources.vocabularies.flatMap(({ file, value }) =>
    (value.facts ?? []).map(({ key, value: fact }) => ({
      title: say(fact.title),
      text: key.text,
      sort: say(labels.fact),
      href: address(vocabularyFile(file.name), anchor('fact', key.text)),
    })),
  );
}

/** What a reader sees, without headings that all pages have. */
function plainText(body: Content): string {
  return textOf(body)
    .replace(
      /<svg[\s\S]*?<\/svg\s*>|<h2>[^<]*<\/h2\s*>|<sup[\s\S]*?<\/sup\s*>|<\/?(?:a|span|strong|em|code)\b[^>]*>/g,
      '',
    )
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
