import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Program } from '../ir/program.ts';
import type { DurationFamily, Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';

export type Invalid = Extract<Value, { is: 'invalid' }>;

/** What reading needs to know of a program. */
export type ReadWords = Pick<Program, 'currency' | 'moneyDecimals' | 'units' | 'enumerations' | 'organizations'>;

/** A value that cannot be used: what is wrong, what was expected, and how to mend it. */
export function invalid(code: string, message: Texts): Invalid {
  return { is: 'invalid', code: `fact/${code}`, message };
}

/** Something that is not of the type at all. */
export function wrongType(written: string, type: Type, words: ReadWords): Invalid {
  const expected = expectation(type, words);
  return invalid('wrong-type', {
    en: `“${shortened(written)}” is not ${expected.en}.`,
    zh: `“${shortened(written)}”不是${expected.zh}。`,
  });
}

/** A JavaScript number: whatever it was before it became a float, nobody knows any more. */
export function numberNotAsText(written: string): Invalid {
  return invalid('wrong-type', {
    en: `The number ${written} is not given as text, so it may have lost digits already. Write "${written}" with its unit, such as "85%" or "500 CNY".`,
    zh: `数字${written}不是以文本给出，可能已丢失位数。请写成文本"${written}"并带上单位，例如"85%"或"500 CNY"。`,
  });
}

/** An amount in another unit than the one declared. */
export function wrongUnit(written: string, unit: string, type: Type, words: ReadWords): Invalid {
  const expected = expectation(type, words);
  return invalid('wrong-unit', {
    en: `“${shortened(written)}” has the unit “${shortened(unit)}”; expected is ${expected.en}.`,
    zh: `“${shortened(written)}”的单位是“${shortened(unit)}”，应为${expected.zh}。`,
  });
}

/** A bare number where a unit is needed, with what it could mean. */
export function needsUnit(written: string, readings: readonly string[]): Invalid {
  return invalid('needs-unit', {
    en: `“${shortened(written)}” has no unit. Is it ${readings.join(' or ')}? Write it out.`,
    zh: `“${shortened(written)}”缺少单位。是${readings.join('还是')}？请写明。`,
  });
}

/** A number with more digits than anything in a company needs. */
export function tooLong(written: string): Invalid {
  return invalid('too-long', {
    en: `“${shortened(written)}” has more than 60 digits; at most 60 are read.`,
    zh: `“${shortened(written)}”超过60位数字，最多读取60位。`,
  });
}

export function thousandSeparators(written: string): Invalid {
  const plain = written.replaceAll(',', '');
  return invalid('wrong-type', {
    en: `“${shortened(written)}” has thousand separators. Write ${shortened(plain)}.`,
    zh: `“${shortened(written)}”含有千位分隔符，请写成${shortened(plain)}。`,
  });
}

/** Spreadsheets shorten long numbers so; what `plain` leaves open, only the author knows. */
export function withExponent(written: string, plain: string): Invalid {
  return invalid('wrong-type', {
    en: `“${shortened(written)}” is written with an exponent (E). Write all its digits, such as ${shortened(plain)}; a spreadsheet may have rounded it, so look there.`,
    zh: `“${shortened(written)}”用了指数（E）写法。请写出全部数字，如 ${shortened(plain)}；电子表格可能已将其舍入，请核对原数。`,
  });
}

export function noSuchDay(written: string): Invalid {
  return invalid('no-such-day', {
    en: `“${shortened(written)}” is no day of the calendar.`,
    zh: `日历上没有“${shortened(written)}”这一天。`,
  });
}

/** A name that the enumeration or organization does not have. */
export function unknownMember(written: string, of: Texts, known: readonly string[]): Invalid {
  const names = known.slice(0, 12).join(', ') + (known.length > 12 ? ', …' : '');
  return invalid('unknown-member', {
    en: `“${shortened(written)}” is not ${of.en}. Known are: ${names}.`,
    zh: `“${shortened(written)}”不是${of.zh}。可用的有：${names}。`,
  });
}

export function unknownField(name: string, known: readonly string[]): Invalid {
  return invalid('unknown-field', {
    en: `There is no field “${shortened(name)}”. The fields are: ${known.join(', ')}.`,
    zh: `没有“${shortened(name)}”这个字段。可用字段：${known.join('、')}。`,
  });
}

export function listTooLong(length: number): Invalid {
  return invalid('list-too-long', {
    en: `The list has ${length} elements; at most 10000 are read.`,
    zh: `列表有${length}个元素，最多读取10000个。`,
  });
}

const durationExamples: Readonly<Record<DurationFamily, Texts>> = {
  days: { en: 'a number of days such as 7 days', zh: '天数，如7天' },
  months: { en: 'a number of months such as 3 months', zh: '月数，如3个月' },
  minutes: { en: 'a length of time such as 24 hours', zh: '时长，如24小时' },
};

/** What a value of the type looks like, to end a sentence with. */
function expectation(type: Type, words: ReadWords): Texts {
  switch (type.is) {
    case 'number':
      return { en: 'a number such as 12.5', zh: '数字，如12.5' };
    case 'percent':
      return { en: 'a percentage such as 85%', zh: '百分比，如85%' };
    case 'money':
      return { en: `an amount such as 500 ${type.currency}`, zh: `金额，如500 ${type.currency}` };
    case 'quantity': {
      const unit = words.units[type.unit];
      return {
        en: `a quantity such as 40 ${unit?.en.at(-1) ?? type.unit}`,
        zh: `数量，如40${unit?.zh[0] ?? type.unit}`,
      };
    }
    case 'duration':
      return durationExamples[type.family];
    case 'date':
      return { en: 'a date such as 2027-01-04', zh: '日期，如2027-01-04' };
    case 'time':
      return { en: 'a clock time such as 17:00', zh: '时刻，如17:00' };
    case 'date-time':
      return { en: 'a moment such as 2027-01-20T09:00', zh: '日期时刻，如2027-01-20T09:00' };
    case 'text':
      return { en: 'a text', zh: '文本' };
    case 'boolean':
      return { en: 'true or false', zh: '是或否' };
    case 'enumeration':
      return { en: `one of the list “${type.name}”`, zh: `“${type.name}”中的一项` };
    case 'post':
      return { en: 'a post of the organization', zh: '组织中的岗位' };
    case 'list':
      return { en: 'a list such as [a, b]', zh: '列表，如[a, b]' };
    case 'record': {
      const fields = Object.keys(type.fields).join(', ');
      return { en: `a record with the fields ${fields}`, zh: `含字段${fields}的记录` };
    }
    case 'unknown':
      return { en: 'a value', zh: '值' };
  }
}

/** Keeps messages readable when a caller sends a novel. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
