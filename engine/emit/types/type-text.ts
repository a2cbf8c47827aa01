import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import { quoted } from '../module/layout.ts';
import { newNames, plainName } from '../module/names.ts';

/** Types of values as TypeScript writes them, each under a name that is declared once. */
export interface TypeTexts {
  /** What a caller gives. */
  given(type: Type): string;
  /** What an outcome says; a value that is not rounded may be a quotient without end. */
  told(type: Type, rounded: boolean): string;
  /** The declarations of the names, in order. */
  declarations(): readonly string[];
}

export function typeTexts(program: Program, language: Language): TypeTexts {
  const declared = new Map<string, string>();
  const names = newNames([
    'Facts',
    'Decisions',
    'Decision',
    'Outcome',
    'Reason',
    'Texts',
    'Readonly',
    'Record',
    'Date',
  ]);
  const alias = (of: string, wanted: string, text: string, says: string): string => {
    const name = names.name(of, pascal(wanted));
    declared.set(name, `/** ${says} */\nexport type ${name} = ${text};`);
    return name;
  };

  const amount = (type: Type): string | undefined => {
    switch (type.is) {
      case 'number':
        return alias('number', 'Numeric', '`${number}`', in_(language, 'A number as text.', '以文本写出的数字。'));
      case 'percent':
        return alias('percent', 'Percent', '`${number}%`', in_(language, 'A percentage: `85%`.', '百分比，如 `85%`。'));
      case 'money': {
        const { currency } = type;
        const says = in_(language, `An amount of money: \`500 ${currency}\`.`, `金额，如 \`500 ${currency}\`。`);
        return alias(`money ${currency}`, currency, `\`\${number} ${currency}\``, says);
      }
      case 'quantity': {
        const forms = program.units[type.unit];
        const words = [...new Set([type.unit, ...(forms?.en ?? [])])].map((word) => `\`\${number} ${word}\``);
        const chinese = (forms?.zh ?? []).map((word) => `\`\${number}${word}\``);
        const says = in_(
          language,
          `A quantity: \`40 ${forms?.en.at(-1) ?? type.unit}\`.`,
          `数量，如 \`40${forms?.zh[0] ?? type.unit}\`。`,
        );
        return alias(`unit ${type.unit}`, type.unit, [...words, ...chinese].join(' | '), says);
      }
      case 'duration': {
        const words = durations[type.family].map((word) => `\`\${number} ${word}\``);
        const says = in_(
          language,
          `A length of time: \`7 ${type.family}\`, or \`none\`.`,
          `时长，如 \`7 ${type.family}\`，或 \`none\`。`,
        );
        return alias(`duration ${type.family}`, type.family, [...words, "'none'"].join(' | '), says);
      }
      default:
        return undefined;
    }
  };

  const plain = (type: Type): string | undefined => {
    switch (type.is) {
      case 'date':
        return alias(
          'date',
          'Day',
          '`${number}-${number}-${number}`',
          in_(language, 'A day: `2026-10-31`.', '日期，如 `2026-10-31`。'),
        );
      case 'time':
        return alias(
          'time',
          'Clock',
          '`${number}:${number}` | `${number}:${number}:${number}`',
          in_(language, 'A time of day: `17:00`.', '时刻，如 `17:00`。'),
        );
      case 'date-time':
        return alias(
          'moment',
          'Moment',
          `\`\${${plain({ is: 'date' }) ?? 'string'}}T\${${plain({ is: 'time' }) ?? 'string'}}\``,
          in_(language, 'A moment: `2026-10-31T17:00`.', '日期时刻，如 `2026-10-31T17:00`。'),
        );
      case 'enumeration': {
        const members = Object.keys(program.enumerations[type.name] ?? {});
        const says = in_(language, `The list “${type.name}”.`, `列表“${type.name}”。`);
        return alias(`enumeration ${type.name}`, type.name, members.map(quoted).join(' | ') || 'never', says);
      }
      case 'post': {
        const posts = Object.keys(program.organizations[type.scope]?.posts ?? {});
        const says = in_(language, `A post of “${type.scope}”.`, `“${type.scope}”的岗位。`);
        return alias(`post ${type.scope}`, `post-of-${type.scope}`, posts.map(quoted).join(' | ') || 'string', says);
      }
      default:
        return undefined;
    }
  };

  const given = (type: Type): string => {
    switch (type.is) {
      case 'boolean':
        return "boolean | 'true' | 'false'";
      case 'list':
        return /[|]/.test(given(type.of)) ? `readonly (${given(type.of)})[]` : `readonly ${given(type.of)}[]`;
      case 'record': {
        const fields = Object.entries(type.fields).map(
          ([name, field]) => `readonly ${quoted(name)}?: ${given(field)} | null;`,
        );
        return fields.length === 0 ? '{}' : `{ ${fields.join(' ')} }`;
      }
      default:
        return amount(type) ?? plain(type) ?? 'string';
    }
  };

  return {
    given,
    told(type, rounded) {
      if (type.is === 'boolean') return "'true' | 'false'";
      const quotient = rounded ? '' : quotientOf(type, program);
      const number = amount(type);
      return number === undefined ? (plain(type) ?? 'string') : number + quotient;
    },
    declarations: () => [...declared].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  };
}

const durations = {
  days: ['day', 'days', 'week', 'weeks'],
  months: ['month', 'months', 'year', 'years'],
  minutes: ['minute', 'minutes', 'hour', 'hours'],
} as const;

/** `10/3 * 1 CNY`, as outcomes print what does not come out even. */
function quotientOf(type: Type, { units }: Program): string {
  const ratio = '${number}/${number}';
  switch (type.is) {
    case 'number':
      return ` | \`${ratio}\``;
    case 'percent':
      return ` | \`${ratio} * 100%\``;
    case 'money':
      return ` | \`${ratio} * 1 ${type.currency}\``;
    case 'quantity':
      return ` | \`${ratio} * 1 ${units[type.unit]?.en[0] ?? type.unit}\``;
    case 'duration':
      return ` | \`${ratio} * 1 ${type.family.slice(0, -1)}\``;
    default:
      return '';
  }
}

/** Can the value not be a quotient without end, as far as its outermost nodes show? */
export function isRounded(node: Ir): boolean {
  switch (node.op) {
    case 'round':
    case 'literal':
      return true;
    case 'mark':
      return isRounded(node.value);
    case 'reading':
      return isRounded(node.taken);
    case 'choose':
      return [...node.arms.map(({ value }) => value), node.otherwise].every(isRounded);
    case 'bands':
      return node.mode === 'slab' && node.bands.every(({ value }) => isRounded(value));
    case 'table': {
      const values = [
        ...node.rows.map(({ value }) => value),
        ...(node.otherwise === undefined ? [] : [node.otherwise]),
      ];
      return node.hit !== 'collect' && values.every(isRounded);
    }
    default:
      return false;
  }
}

const in_ = (language: Language, en: string, zh: string): string => ({ en, zh })[language];

function pascal(name: string): string {
  const plain = plainName(name.replaceAll('.', '-'));
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
