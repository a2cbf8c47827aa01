import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { checkerFor } from '../expression/check.ts';
import { checkCell, typed } from '../expression/check-cells.ts';
import type { Cell } from '../expression/ast.ts';
import type { Checker } from '../expression/environment.ts';
import type { Range } from '../ir/ir.ts';
import type { Fact, FieldRule } from '../ir/program.ts';
import { isNumeric, unknown, type Type } from '../ir/type.ts';
import { rangeParts } from '../ir/walk.ts';
import type { FieldEntry, TypeDeclaration } from '../kinds/declared.ts';
import { marked } from '../kinds/place.ts';
import { holdsNothing } from '../proof/empty.ts';
import { constantOf } from './constant.ts';
import { environmentOf, type Names } from './environment.ts';
import { declaredMessages } from './declared-messages.ts';
import { handbookMessages } from './messages.ts';
import type { NamedFact, Symbols } from './symbols.ts';
import { fieldType } from './types.ts';

/** The facts of the vocabularies with what holds for their values. */
export function writtenFacts(names: Names): readonly Fact[] {
  const checker = checkerFor(environmentOf(undefined, names));
  const { found } = names.notes(undefined);
  const symbols: Symbols = { ...names.symbols, report: (diagnostic) => void found.push(diagnostic) };
  return [...symbols.facts.values()].map((fact) => factOf(fact, symbols, checker));
}

function factOf({ key, value }: NamedFact, symbols: Symbols, checker: Checker): Fact {
  const type = symbols.factTypes.get(key.text) ?? unknown;
  const from = value['or-from'];
  const orFrom =
    from === undefined
      ? undefined
      : from.form === 'plain'
        ? typed(from.value, checker, type)
        : marked(from.value['rests-on'], typed(from.value.value, checker, type), checker);
  if (from !== undefined && value.closed === true)
    checker.env.report(declaredMessages['closed-and-computed']({ name: key.text }, key.span));
  const fields = value.fields?.map(
    ({ key: name, value: field }) => [name.text, fieldRule(field, symbols, checker)] as const,
  );
  return {
    name: key.text,
    ...ruleOf(value, type, symbols, checker),
    title: value.title,
    alias: [value.alias?.en, value.alias?.zh].filter((alias) => alias !== undefined),
    ...(value.subject === undefined ? {} : { subject: value.subject.text }),
    ...(orFrom === undefined ? {} : { orFrom }),
    ...(fields === undefined ? {} : { fields: Object.fromEntries(fields) }),
    origin: key.span,
  };
}

function fieldRule(field: FieldEntry, symbols: Symbols, checker: Checker): FieldRule {
  if (field.form === 'type') return ruleOf(field.value, fieldType(field, symbols), symbols, checker);
  const like = symbols.facts.get(field.value.text);
  const type = symbols.factTypes.get(field.value.text) ?? unknown;
  return like === undefined ? { type, closed: false } : ruleOf(like.value, type, symbols, checker);
}

/** What is declared beside the type; of a list, about its elements. */
export function ruleOf(written: TypeDeclaration, type: Type, symbols: Symbols, checker: Checker): FieldRule {
  const element = type.is === 'list' ? type.of : type;
  const range = written.range === undefined ? undefined : constantRange(written.range, element, checker);
  const isBoolean = type.is === 'boolean';
  if (written.closed === true && !isBoolean && type.is !== 'unknown')
    checker.env.report(handbookMessages['closed-not-boolean']({ type: written.type.text }, written.type.span));
  for (const found of contradictions(written, element, range)) checker.env.report(found);
  const scale = written.scale ?? (isWhole(written, element, symbols) ? 0 : undefined);
  return {
    type,
    ...(range === undefined ? {} : { range }),
    ...(scale === undefined ? {} : { scale }),
    closed: isBoolean && written.closed === true,
  };
}

function contradictions(
  { type: word, range: cell, scale, whole }: TypeDeclaration,
  type: Type,
  range: Range | undefined,
): readonly Diagnostic[] {
  const counts = scale !== undefined || whole === true;
  return [
    ...(cell !== undefined && range !== undefined && holdsNothing(range)
      ? [declaredMessages['empty-range']({}, cell.span)]
      : []),
    ...(scale !== undefined && whole !== undefined && (scale === 0) !== whole
      ? [declaredMessages['scale-and-whole']({ scale: String(scale), whole: String(whole) }, word.span)]
      : []),
    ...(counts && !isNumeric(type) && type.is !== 'unknown'
      ? [declaredMessages['no-decimals']({ type: word.text }, word.span)]
      : []),
  ];
}

/** A whole unit makes its facts whole, unless the fact says otherwise (an average). */
function isWhole(written: TypeDeclaration, type: Type, symbols: Symbols): boolean {
  if (written.whole !== undefined) return written.whole;
  return type.is === 'quantity' && symbols.units[type.unit]?.whole === true;
}

/** A range of written values; anything else is reported and left out. */
export function constantRange(cell: Cell, type: Type, checker: Checker): Range | undefined {
  const range = checkCell(cell, checker, type);
  if (rangeParts(range).every((part) => constantOf(part) !== undefined)) return range;
  checker.env.report(handbookMessages['not-constant']({}, cell.span));
  return undefined;
}
