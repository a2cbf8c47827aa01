import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Vocabulary } from '../kinds/documents/vocabulary.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { durationWords } from '../value/duration-words.ts';
import { splitMultiple } from '../value/multiples.ts';
import { declaredMessages } from './declared-messages.ts';
import { handbookMessages } from './messages.ts';
import type { Sources } from './read.ts';

interface Claim {
  readonly form: string;
  readonly owner: Word;
}

/** Words of the vocabularies that would stand for two things: aliases of facts, forms of units, and what the language reads as its own. */
export function checkWords({ vocabularies, manifest }: Sources): readonly Diagnostic[] {
  const facts = vocabularies.flatMap(({ value }) => value.facts ?? []);
  const aliases = facts.flatMap(({ key, value }) => formsOf(value.alias).map((form) => ({ form, owner: key })));
  const units = vocabularies.flatMap(({ value }) => value.units ?? []);
  const forms = units.flatMap(({ id, en, zh }) => [id.text, ...en, ...zh].map((form) => ({ form, owner: id })));
  const currency = manifest?.value.currency.text;
  return [
    ...claimedTwice(aliases, 'alias'),
    ...claimedTwice(forms, 'unit'),
    ...forms
      .filter(({ form }) => isTaken(form, currency))
      .map(({ form, owner }) => declaredMessages['unit-word']({ form }, owner.span)),
    ...vocabularies
      .flatMap(({ value }) => reservedIn(value))
      .map(({ form, owner }) => declaredMessages['reserved-word']({ form }, owner.span)),
  ];
}

function claimedTwice(claims: readonly Claim[], what: string): readonly Diagnostic[] {
  const byForm = Map.groupBy(claims, ({ form }) => form.normalize('NFKC'));
  return [...byForm].flatMap(([name, same]) =>
    same.flatMap(({ owner }) => {
      const other = same.find((one) => one.owner.text !== owner.text);
      if (other === undefined) return [];
      const related = [{ span: other.owner.span, message: { en: 'The other one.', zh: '另一处。' } }];
      return [handbookMessages.duplicate({ what, name }, owner.span, { related })];
    }),
  );
}

/** Names of facts and members that the language reads as its own. */
const reservedIn = remembered(({ facts = [], enumerations = [] }: Vocabulary): readonly Claim[] => {
  const members = enumerations.flatMap(({ value }) => value.map(({ key }) => key));
  const names = [...facts.map(({ key }) => key), ...members].map((owner) => ({ form: owner.text, owner }));
  const aliases = facts.flatMap(({ key, value }) => formsOf(value.alias).map((form) => ({ form, owner: key })));
  return [...names, ...aliases].filter(({ form }) => meansSomethingElse(form));
});

const formsOf = (alias: { readonly en?: string; readonly zh?: string } | undefined): readonly string[] =>
  [alias?.en, alias?.zh].filter((form) => form !== undefined);

/** Does the language read the word, and as no name? `none` would never be the member that is called so. */
function meansSomethingElse(form: string): boolean {
  const offsets = Array.from({ length: form.length + 1 }, (_, i) => i);
  const { expr, diagnostics } = parseExpression({ file: '', text: form, offsets });
  return diagnostics.length === 0 && expr.syntax !== 'name';
}

/** Words that mean something behind every number, whatever units there are. */
function isTaken(form: string, currency: string | undefined): boolean {
  const fixed = ['currency', '元', '¥', '￥', '%', currency];
  return durationWords.has(form) || fixed.includes(form) || splitMultiple(form).places > 0;
}
