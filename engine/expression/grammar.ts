import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import { numeric } from './amounts.ts';
import type { Cell, Expr } from './ast.ts';
import * as cells from './cell-nodes.ts';
import * as nodes from './nodes.ts';
import { RecoveringParser } from './recovering-parser.ts';
import * as t from './tokens.ts';

type Rule<Node> = ParserMethod<[], Node>;
/** Called late, because rules refer to rules that stand further down. */
type Late<Node> = () => Rule<Node>;

const itself = (missing: Expr): Expr => missing;

/**
 * The grammar of expressions and cells, from the loosest form to the tightest. Actions make the nodes; `ACTION` keeps them
 * from running while Chevrotain records the rules.
 */
export class Grammar extends RecoveringParser {
  constructor() {
    super(t.vocabulary, { maxLookahead: 1, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  // a or b        a and b
  readonly expression: Rule<Expr> = this.chain('expression', t.Or, () => this.conjunction);
  private readonly conjunction: Rule<Expr> = this.chain('conjunction', t.And, () => this.negation);

  // not a
  private readonly negation: Rule<Expr> = this.prefixed('negation', t.Not, () => this.test);

  // a < b        a in [b .. c)        a is known
  private readonly test: Rule<Expr> = this.RULE('test', () => {
    let left = this.SUBRULE(this.operand);
    this.MANY(() => {
      left = this.OR([
        { ALT: () => this.SUBRULE(this.comparison, { ARGS: [left] }) },
        {
          ALT: () => {
            const sign = this.CONSUME(t.Membership);
            const cell = this.SUBRULE(this.membership);
            return this.ACTION(() => nodes.membership(this.now, left, sign, cell));
          },
        },
        {
          ALT: () => {
            const sign = this.CONSUME(t.IsKnown);
            return this.ACTION(() => nodes.isKnown(this.now, left, sign));
          },
        },
      ]);
    });
    return left;
  });

  private readonly comparison: ParserMethod<[Expr], Expr> = this.RULE('comparison', (left: Expr) => {
    const sign = this.CONSUME(t.Compare);
    const right = this.SUBRULE(this.membership);
    return this.ACTION(() => nodes.compare(this.now, left, sign, right));
  });

  // decision on a + b
  private readonly operand: Rule<Expr> = this.RULE('operand', () => {
    const value = this.SUBRULE(this.sum);
    const asked = this.OPTION(() => {
      const on = this.CONSUME(t.On);
      const argument = this.SUBRULE2(this.sum);
      return this.ACTION(() => nodes.ask(this.now, value, on, argument));
    });
    return asked ?? value;
  });

  // a + b - c        a * b / c        -a
  private readonly sum: Rule<Expr> = this.chain('sum', t.SumSign, () => this.product);
  private readonly product: Rule<Expr> = this.chain('product', t.ProductSign, () => this.signed);
  private readonly signed: Rule<Expr> = this.prefixed('signed', t.Minus, () => this.value);

  private readonly value: Rule<Expr> = this.RULE('value', () =>
    this.orMissing('value', itself, () =>
      this.OR([
        { ALT: () => this.SUBRULE(this.nameOrCall) },
        { ALT: () => this.SUBRULE(this.numeric) },
        { ALT: () => this.SUBRULE(this.literal) },
        { ALT: () => this.SUBRULE(this.brackets) },
        { ALT: () => this.SUBRULE(this.conditional) },
        { ALT: () => this.SUBRULE(this.aggregate) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.record) },
        {
          ALT: () => {
            const range = this.SUBRULE(this.range);
            return this.ACTION(() => cells.misplaced(this.now, range));
          },
        },
      ]),
    ),
  );

  // sales.net        min(a, b)
  private readonly nameOrCall: Rule<Expr> = this.RULE('nameOrCall', () => {
    const name = this.CONSUME(t.Name);
    const call = this.OPTION(() => {
      this.CONSUME(t.RoundOpen);
      const args = this.items(t.RoundClose);
      const close = this.CONSUME(t.RoundClose);
      return this.ACTION(() => nodes.call(this.now, name, args, close));
    });
    return call ?? this.ACTION(() => nodes.name(this.now, name));
  });

  // 12.5        30%        500 CNY        ¥500
  private readonly numeric: Rule<Expr> = this.RULE('numeric', () => {
    const yen = this.OPTION(() => this.CONSUME(t.Yen));
    return this.orMissing('number', itself, () => {
      const number = this.CONSUME(t.NumberToken);
      const unit = this.OPTION2(() => this.CONSUME(t.Unit));
      return this.ACTION(() => numeric(this.now, number, unit, yen));
    });
  });

  // 2027-01-04        17:00        "text"        true        none
  private readonly literal: Rule<Expr> = this.RULE('literal', () => {
    const token = this.CONSUME(t.Literal);
    return this.ACTION(() => nodes.literal(this.now, token));
  });

  // (a)
  private readonly brackets: Rule<Expr> = this.RULE('brackets', () => {
    const open = this.CONSUME(t.RoundOpen);
    const inner = this.SUBRULE(this.expression);
    this.reach(t.RoundClose);
    const close = this.CONSUME(t.RoundClose);
    return this.ACTION(() => nodes.inBrackets(this.now, open, inner, close));
  });

  // if a then b else c
  private readonly conditional: Rule<Expr> = this.RULE('conditional', () => {
    const start = this.CONSUME(t.If);
    const condition = this.SUBRULE(this.expression);
    const consequence = this.OPTION({
      GATE: () => this.reachWord(t.Then),
      DEF: () => {
        this.CONSUME(t.Then);
        return this.SUBRULE2(this.expression);
      },
    });
    const alternative = this.OPTION2({
      GATE: () => this.reachWord(t.Else),
      DEF: () => {
        this.CONSUME(t.Else);
        return this.SUBRULE3(this.expression);
      },
    });
    return this.ACTION(() => nodes.conditional(this.now, start, [condition, consequence, alternative]));
  });

  // sum of a for b in c where d by e
  private readonly aggregate: Rule<Expr> = this.RULE('aggregate', () => {
    const of = this.CONSUME(t.AggregateOf);
    const body = this.SUBRULE(this.expression);
    const variable = this.OPTION({
      GATE: () => this.reachWord(t.For),
      DEF: () => {
        this.CONSUME(t.For);
        return this.SUBRULE(this.variable);
      },
    });
    const list = this.OPTION2({
      GATE: () => this.reachWord(t.In),
      DEF: () => {
        this.CONSUME(t.In);
        return this.SUBRULE(this.operand);
      },
    });
    const where = this.OPTION3(() => {
      this.CONSUME(t.Where);
      return this.SUBRULE2(this.expression);
    });
    const by = this.OPTION4(() => {
      this.CONSUME(t.By);
      return this.SUBRULE3(this.expression);
    });
    return this.ACTION(() => nodes.aggregate(this.now, of, { body, variable, list, where, by }));
  });

  private readonly variable: Rule<IToken | undefined> = this.RULE('variable', () => {
    if (!this.RECORDING_PHASE && this.LA(1).tokenType !== t.Name) return this.fault();
    return this.CONSUME(t.Name);
  });

  // [a, b]
  private readonly list: Rule<Expr> = this.RULE('list', () => {
    const open = this.CONSUME(t.SquareOpen);
    const items = this.items(t.SquareClose);
    const close = this.CONSUME(t.SquareClose);
    return this.ACTION(() => nodes.list(this.now, open, items, close));
  });

  // {a: 1, b: x}
  private readonly record: Rule<Expr> = this.RULE('record', () => {
    const fields: nodes.Field[] = [];
    const open = this.CONSUME(t.CurlyOpen);
    if (!this.begins('field') && this.LA(1).tokenType !== t.CurlyClose) this.lack(t.Name);
    this.MANY_SEP({
      SEP: t.Comma,
      DEF: () => {
        const field = this.SUBRULE(this.field);
        if (field !== undefined) fields.push(field);
        this.reach(t.Comma, t.CurlyClose);
      },
    });
    this.reach(t.CurlyClose);
    const close = this.CONSUME(t.CurlyClose);
    return this.ACTION(() => nodes.record(this.now, open, fields, close));
  });

  private readonly field: Rule<nodes.Field | undefined> = this.RULE('field', () => {
    if (!this.begins('field')) return this.lack(t.Name);
    if (!this.RECORDING_PHASE && this.LA(2).tokenType !== t.Colon) return this.lack(t.Colon);
    const name = this.OR([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.None) }]);
    this.CONSUME(t.Colon);
    const value = this.SUBRULE(this.expression);
    return this.ACTION(() => nodes.field(this.now, name, value));
  });

  // A whole cell of a table: any        >= 120%        [30% .. 50%)        {A, B}        a
  readonly cell: Rule<Cell> = this.RULE('cell', () =>
    this.orMissing('cell', cells.single, () =>
      this.OR({
        IGNORE_AMBIGUITIES: true, // an interval or a set is a value only where it is misplaced
        DEF: [
          { ALT: () => this.SUBRULE(this.bound) },
          {
            ALT: () => {
              const sign = this.CONSUME(t.Membership);
              const cell = this.SUBRULE(this.membership);
              return this.ACTION(() => cells.withoutIn(this.now, sign, cell));
            },
          },
          { ALT: () => this.SUBRULE(this.range) },
          { ALT: () => this.SUBRULE(this.single) },
        ],
      }),
    ),
  );

  // What stands behind `in`: [30% .. 50%)        {A, B}        a.list
  private readonly membership: Rule<Cell> = this.RULE('membership', () =>
    this.orMissing('operand', cells.single, () =>
      this.OR({
        IGNORE_AMBIGUITIES: true, // as in `cell`
        DEF: [
          { ALT: () => this.SUBRULE(this.range) },
          {
            ALT: () => {
              const value = this.SUBRULE(this.operand);
              return this.ACTION(() => cells.single(value));
            },
          },
        ],
      }),
    ),
  );

  // >= 120%
  private readonly bound: Rule<Cell> = this.RULE('bound', () => {
    const sign = this.CONSUME(t.Compare);
    const value = this.SUBRULE(this.operand);
    const cell = this.ACTION(() => cells.bound(this.now, sign, value));
    const both = this.OPTION({
      GATE: () => this.LA(2).tokenType === t.Compare,
      DEF: () => {
        const and = this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Comma) }]);
        const other = this.SUBRULE(this.bound);
        return this.ACTION(() => cells.twoBounds(this.now, cell, and, other));
      },
    });
    return both ?? cell;
  });

  private readonly range: Rule<Cell> = this.RULE('range', () =>
    this.OR([{ ALT: () => this.SUBRULE(this.interval) }, { ALT: () => this.SUBRULE(this.set) }]),
  );

  // [a .. b)
  private readonly interval: Rule<Cell> = this.RULE('interval', () => {
    const open = this.CONSUME(t.IntervalOpen);
    const low = this.OPTION(() => this.SUBRULE(this.operand));
    this.reach(t.DotDot);
    this.CONSUME(t.DotDot);
    const high = this.OPTION2(() => this.SUBRULE2(this.operand));
    this.reach(t.IntervalClose);
    const close = this.CONSUME(t.IntervalClose);
    return this.ACTION(() => cells.interval(this.now, open, { low, high }, close));
  });

  // {a, b}
  private readonly set: Rule<Cell> = this.RULE('set', () => {
    const open = this.CONSUME(t.SetOpen);
    const items = this.items(t.CurlyClose);
    const close = this.CONSUME(t.CurlyClose);
    return this.ACTION(() => cells.set(this.now, open, items, close));
  });

  // a, and what was meant to be an interval or a set: a .. b        a, b
  private readonly single: Rule<Cell> = this.RULE('single', () => {
    const first = this.SUBRULE(this.expression);
    const more: Expr[] = [];
    const high = this.OPTION(() => {
      this.CONSUME(t.DotDot);
      return this.SUBRULE(this.operand);
    });
    this.MANY(() => {
      this.CONSUME(t.Comma);
      more.push(this.SUBRULE2(this.expression));
    });
    return this.ACTION(() => cells.bare(this.now, first, high, more));
  });

  private chain(name: string, sign: TokenType, part: Late<Expr>): Rule<Expr> {
    return this.RULE(name, () => {
      let left = this.SUBRULE(part());
      this.MANY(() => {
        const between = this.CONSUME(sign);
        const right = this.SUBRULE2(part());
        left = this.ACTION(() => nodes.binary(this.now, left, between, right));
      });
      return left;
    });
  }

  private prefixed(name: string, sign: TokenType, part: Late<Expr>): Rule<Expr> {
    return this.RULE(name, () => {
      const signs: IToken[] = [];
      this.MANY(() => signs.push(this.CONSUME(sign)));
      const inner = this.SUBRULE(part());
      return this.ACTION(() => nodes.unary(this.now, signs, inner));
    });
  }

  /** Values with commas between them, up to the closing bracket. */
  private items(close: TokenType): readonly Expr[] {
    const items: Expr[] = [];
    this.MANY_SEP({
      SEP: t.Comma,
      DEF: () => {
        items.push(this.SUBRULE(this.expression));
        this.reach(t.Comma, close);
      },
    });
    this.reach(close);
    return items;
  }
}
