import type { AggregateExpr, CallExpr, Cell, Expr } from '../../expression/ast.ts';
import type { Type } from '../../ir/type.ts';
import { bindingOf } from './binding.ts';
import { aggregateWords, entryWords, formWords, functionWords, wholeWords } from './functions.ts';
import { operatorWords, smallWords } from './operators.ts';
import type { Piece, Reader } from './piece.ts';
import { elementOf, typeOf } from './type-of.ts';

/** An expression in words, names by their titles. `hint`: the type that bare members belong to. */
export function expressionWords(expr: Expr, reader: Reader, hint?: Type): readonly Piece[] {
  const { language } = reader;
  const part = (of: Expr, as?: Type): readonly Piece[] => expressionWords(of, reader, as);
  switch (expr.syntax) {
    case 'number':
    case 'percent':
    case 'amount':
    case 'date':
    case 'time':
    case 'date-time':
      return [reader.literal(expr)];
    case 'text':
      return [language === 'zh' ? `“${expr.text}”` : `“${expr.text}”`];
    case 'boolean':
      return [smallWords[expr.truth ? 'yes' : 'no'][language]];
    case 'none':
      return [smallWords.none[language]];
    case 'missing':
      return ['…'];
    case 'name':
      return [reader.name(expr.name, hint)];
    case 'unary':
      return [
        operatorWords[expr.operator === 'not' ? 'not' : 'negative'][language],
        ...bracketed(expr.operand, 3, reader),
      ];
    case 'binary': {
      const { operator, left, right } = expr;
      const own = bindingOf(expr);
      const compares = ['=', '!=', '<', '<=', '>', '>='].includes(operator);
      const leftHint = compares ? typeOf(right, reader) : hint;
      const rightHint = compares ? typeOf(left, reader) : hint;
      const sign = operatorWords[operator][language];
      return [
        ...bracketed(left, compares ? own + 1 : own, reader, leftHint),
        sign,
        ...bracketed(right, own + 1, reader, rightHint),
      ];
    }
    case 'in': {
      const words = cellWords(expr.cell, reader, typeOf(expr.value, reader));
      const sign = smallWords[expr.negated ? 'notIn' : 'in'][language];
      return [...bracketed(expr.value, 5, reader), sign, ...words];
    }
    case 'is-known':
      return [...bracketed(expr.of, 5, reader), smallWords[expr.negated ? 'unknown' : 'known'][language]];
    case 'on':
      return filled(formWords.on[language], [part(expr.decision), part(expr.argument)]);
    case 'list':
      return joined(
        expr.items.map((item) => part(item)),
        language === 'zh' ? '、' : ', ',
      );
    case 'record':
      return joined(
        expr.fields.map(({ name, value }) => [{ raw: name }, ': ', ...part(value)]),
        ', ',
      );
    case 'if': {
      const { condition, consequence, alternative } = expr;
      const words = language === 'zh' ? '如果{0}，则为{1}；否则{2}' : 'if {0}, then {1}; otherwise {2}';
      return filled(words, [part(condition), part(consequence, hint), part(alternative, hint)]);
    }
    case 'call':
      return callWords(expr, reader, hint);
    case 'aggregate':
      return overList(expr, reader);
  }
}

function callWords(expr: CallExpr, reader: Reader, hint: Type | undefined): readonly Piece[] {
  const { language } = reader;
  const [first, second, third] = expr.args;
  const args = expr.args.map((arg) => expressionWords(arg, reader));
  switch (expr.name) {
    case 'reading': {
      if (first?.syntax !== 'name' || second === undefined) break;
      return [...expressionWords(second, reader, hint), { rests: first.name }];
    }
    case 'undetermined':
      if (first?.syntax !== 'name') break;
      return [{ gap: first.name }];
    case 'round': {
      const mode = third?.syntax === 'name' ? third.name : 'half-up';
      const words = Object.hasOwn(formWords.round, mode) ? formWords.round[mode as 'up'] : formWords.round['half-up'];
      return filled(words[language], args);
    }
    case 'when-applies':
      return filled(formWords['when-applies'][language], args);
  }
  const words = Object.hasOwn(functionWords, expr.name) ? functionWords[expr.name] : undefined;
  if (words !== undefined) {
    const typed =
      expr.name === 'last-weekday' ? [expressionWords(expr.args[0] ?? expr, reader, weekdays), ...args.slice(1)] : args;
    return filled(words[language], typed);
  }
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  return [reader.name(expr.name), open, ...joined(args, language === 'zh' ? '，' : ', '), close];
}

const weekdays: Type = { is: 'enumeration', name: 'weekday' };

function overList({ operator, body, variable, list, where, by }: AggregateExpr, reader: Reader): readonly Piece[] {
  const { language } = reader;
  const inside = reader.within(
    new Map([[variable, { ...elementOf(list, reader), ...(reader.hasEntry ? {} : { title: entryWords }) }]]),
  );
  const kept =
    where === undefined
      ? []
      : filled(language === 'zh' ? '中符合“{0}”者' : ' where {0}', [expressionWords(where, inside)]);
  const order =
    by === undefined
      ? []
      : filled(language === 'zh' ? '（按{0}排序）' : ' (in the order of {0})', [expressionWords(by, inside)]);
  const over = [...bracketed(list, 5, reader), ...kept, ...order];
  const whole = body.syntax === 'name' && body.name === variable ? wholeWords[operator] : undefined;
  if (whole !== undefined) return filled(whole[language], [over]);
  const words = aggregateWords[operator] ?? { en: '{0} {1}', zh: '{0}{1}' };
  return filled(words[language], [bracketed(body, 1, inside), over]);
}

function bracketed(expr: Expr, least: number, reader: Reader, hint?: Type): readonly Piece[] {
  const words = expressionWords(expr, reader, hint);
  if (bindingOf(expr) >= least) return words;
  return reader.language === 'zh' ? ['（', ...words, '）'] : ['(', ...words, ')'];
}

/** What stands in a table cell, a tier or a range; both ends belong to `a – b`. */
export function cellWords(cell: Cell, reader: Reader, hint?: Type): readonly Piece[] {
  const part = (of: Expr): readonly Piece[] => expressionWords(of, reader, hint);
  const { language } = reader;
  switch (cell.cell) {
    case 'any':
      return [smallWords.any[language]];
    case 'value':
      return part(cell.value);
    case 'not':
      return ['≠ ', ...part(cell.value)];
    case 'set':
      return joined(cell.items.map(part), smallWords.or[language]);
    case 'interval': {
      const { low, high } = cell;
      if (low !== undefined && high !== undefined && !low.open && !high.open) {
        return [...part(low.at), ' – ', ...part(high.at)];
      }
      const from = low === undefined ? [] : [low.open ? '> ' : '≥ ', ...part(low.at)];
      const to = high === undefined ? [] : [high.open ? '< ' : '≤ ', ...part(high.at)];
      const between = low !== undefined && high !== undefined ? [smallWords.and[language]] : [];
      return [...from, ...between, ...to];
    }
  }
}

/** A template with its places filled; one name alone needs no brackets. */
function filled(template: string, parts: readonly (readonly Piece[])[]): readonly Piece[] {
  const plain = template.replace(/[（(]\{(\d)\}[）)]/g, (bracketed, place: string) =>
    parts[Number(place)]?.length === 1 ? `{${place}}` : bracketed,
  );
  return plain.split(/(\{(?:\d|all)\})/).flatMap((piece): readonly Piece[] => {
    const place = /^\{(\d|all)\}$/.exec(piece)?.[1];
    if (place === undefined) return piece === '' ? [] : [piece];
    return place === 'all' ? joined(parts, ', ') : (parts[Number(place)] ?? ['…']);
  });
}

function joined(parts: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]));
}
