import type { Fact } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';

/** A fact's value whose unusable parts say where they stand: `Lots (order.lots[2].quantity)`. */
export function placed(value: Value, fact: Pick<Fact, 'title'>, path: string): Value {
  if (!hasInvalid(value)) return value;
  switch (value.is) {
    case 'list':
      return { ...value, items: value.items.map((item, i) => placed(item, fact, `${path}[${i + 1}]`)) };
    case 'record': {
      const fields = Object.entries(value.fields);
      return {
        ...value,
        fields: Object.fromEntries(fields.map(([name, field]) => [name, placed(field, fact, `${path}.${name}`)])),
      };
    }
    case 'invalid': {
      const { en, zh } = fact.title;
      return { ...value, fact: path, place: { en: `${en} (${path})`, zh: `${zh}（${path}）` } };
    }
    default:
      return value;
  }
}

function hasInvalid(value: Value): boolean {
  switch (value.is) {
    case 'list':
      return value.items.some(hasInvalid);
    case 'record':
      return Object.values(value.fields).some(hasInvalid);
    default:
      return value.is === 'invalid';
  }
}
