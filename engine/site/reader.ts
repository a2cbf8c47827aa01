import type { Language } from '../diagnostic/diagnostic.ts';
import { own } from '../ir/own.ts';
import type { Type } from '../ir/type.ts';
import { printExpression } from '../expression/print.ts';
import type { Version } from '../program/handbook.ts';
import { readableIn } from '../slips/readable.ts';
import type { Book } from './book.ts';
import { decisionAnchor } from './file-names.ts';
import { weekdayWords } from './views/recurrence.ts';
import { entryWords } from './words/functions.ts';
import { lookUp, type Locals, type Named } from './words/names.ts';
import type { Piece, Reader } from './words/piece.ts';
import { elementOf } from './words/type-of.ts';

/** Reads expressions of one version of a policy: its own names first, then those of the whole handbook. */
export function readerOf(version: Version, book: Book, language: Language): Reader {
  const { policy } = version.read;
  const name = policy.policy.text;
  const own = new Map<string, Named>(
    version.decisions.map((one) => {
      const short = one.name.slice(name.length + 1).replace(/\/each$/, '');
      const titled = one.hidden && one.title.en === one.title.zh ? {} : { title: one.title };
      return [short, { ...titled, type: one.type, href: `#${encodeURIComponent(decisionAnchor(one.name))}` }];
    }),
  );
  const taken = 'takes' in policy && Array.isArray(policy.takes) ? (policy.takes as readonly TakesEntry[]) : [];
  for (const { key, value } of taken) {
    own.set(key.text, { title: askedAbout, ...(value.text === 'date' ? { type: { is: 'date' as const } } : {}) });
  }
  if (version.head.kind === 'procedure') own.set('opened', { title: opened, type: { is: 'date' } });
  const readable = readableIn(book.program, language);
  const literal: Reader['literal'] = (expr) => {
    if (expr.syntax === 'amount' && expr.unit === 'currency')
      return readable.text(`${expr.digits} ${book.program.currency}`);
    return readable.text(printExpression(expr));
  };
  const reader = readerWith(own, { book, language, literal, scope: version.head.scope });
  const { each } = policy;
  if (each?.syntax !== 'in' || each.value.syntax !== 'name' || each.cell.cell !== 'value') return reader;
  return reader.within(new Map([[each.value.name, elementOf(each.cell.value, reader)]]));
}

interface TakesEntry {
  readonly key: { readonly text: string };
  readonly value: { readonly text: string };
}
const opened = { en: 'the day on which the step became open', zh: '本步骤开启之日' };
const askedAbout = { en: 'the day asked about', zh: '所问日期' };

interface Setting extends Pick<Reader, 'literal' | 'language'> {
  readonly book: Book;
  readonly scope: string | undefined;
}

function readerWith(locals: Locals, setting: Setting): Reader {
  const { book, language, literal, scope } = setting;
  const find = (name: string): Named | undefined => locals.get(name) ?? book.names.get(name);
  return {
    language,
    find,
    literal,
    hasEntry: [...locals.values()].some(({ title }) => title === entryWords),
    within: (more) => readerWith(new Map([...locals, ...more]), setting),
    name: (name, hint): Piece => {
      const named = locals.get(name);
      const member = named === undefined ? memberTitle(name, hint, book) : undefined;
      if (member !== undefined) return member[language];
      const found = lookUp(name, find);
      if (found !== undefined) {
        const href = found.href === undefined ? {} : { href: found.href };
        return found.title === undefined ? { raw: name, ...href } : { term: found.title[language], ...href };
      }
      const other = memberTitle(name, undefined, book) ?? book.people(scope, name)?.title;
      return other === undefined ? { raw: name } : other[language];
    },
  };
}

/** Of the enumeration or organization that the type names; without a type the one title that all enumerations agree on. */
function memberTitle(
  name: string,
  hint: Type | undefined,
  { program, people }: Pick<Book, 'program' | 'people'>,
): { en: string; zh: string } | undefined {
  if (hint?.is === 'list') return memberTitle(name, hint.of, { program, people });
  if (hint?.is === 'post') return people(hint.scope, name)?.title;
  if (hint?.is === 'enumeration' && hint.name === 'weekday') return own(weekdayWords, name);
  if (hint?.is === 'enumeration') return own(program.enumerations[hint.name] ?? {}, name);
  if (hint !== undefined) return undefined;
  const dot = name.lastIndexOf('.');
  if (dot > 0) return own(own(program.enumerations, name.slice(0, dot)) ?? {}, name.slice(dot + 1));
  const [first, ...more] = Object.values(program.enumerations).flatMap((members) => own(members, name) ?? []);
  return more.every(({ en, zh }) => en === first?.en && zh === first.zh) ? first : undefined;
}
