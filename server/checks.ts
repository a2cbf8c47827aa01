import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import type { Texts } from '../engine/runtime.ts';
import { problem, type Problem } from './problems.ts';

/** Holds a request to its shape. */
export type Check<T> = (given: unknown) => { readonly fits: T } | Problem;

/** Compiled once, when the service begins; nothing of a request is ever compiled. */
export function checkOf<T>(schema: TSchema): Check<T> {
  const ajv = new Ajv2020({ ownProperties: true, allowUnionTypes: true, verbose: true });
  const validate: ValidateFunction<T> = ajv.compile<T>(schema);
  return (given) => {
    if (validate(given)) return { fits: given };
    const [first] = mostTelling(validate.errors ?? []);
    if (first === undefined) throw new Error('what does not fit has an error');
    const place = placeOf(first);
    return problem(first.keyword === 'maxItems' ? 'too-many' : 'wrong-shape', inWords(first, place), { place });
  };
}

/** `oneOf` tells of each of its branches what is missing in it, before itself. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const oneOf = errors.find(({ keyword }) => keyword === 'oneOf');
  return oneOf === undefined ? errors : [oneOf];
}

/** A JSON Pointer (RFC 6901); `/` alone for the whole. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const said = params as Readonly<Record<string, unknown>>;
  const key = keyword === 'additionalProperties' ? said['additionalProperty'] : undefined;
  const written = typeof key === 'string' ? `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
  return `${instancePath}${written}`.slice(0, 200) || '/';
}

const kinds: Readonly<Record<string, Texts | undefined>> = {
  string: { en: 'a text', zh: '文本' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  object: { en: 'an object', zh: '对象' },
  array: { en: 'a list', zh: '列表' },
};

/** A key that nobody asks for, where another one is missing: most likely the missing one, misspelt. */
function strayIn({ data, parentSchema }: ErrorObject): Texts {
  const known = Object.keys((parentSchema?.['properties'] ?? {}) as object);
  const keys = typeof data === 'object' && data !== null && known.length > 0 ? Object.keys(data) : [];
  const stray = keys.find((key) => !known.includes(key))?.slice(0, 60);
  if (stray === undefined) return { en: '', zh: '' };
  return { en: ` “${stray}” stands there, which nothing is called.`, zh: `其中的“${stray}”不是可用的名称。` };
}

function inWords(error: ErrorObject, place: string): Texts {
  const { keyword, params } = error;
  const stray = strayIn(error);
  const said = params as Readonly<Record<string, string | number | undefined>>;
  switch (keyword) {
    case 'required':
      return {
        en: `“${said['missingProperty'] ?? ''}” is missing at ${place}.${stray.en}`,
        zh: `${place} 处缺少“${said['missingProperty'] ?? ''}”。${stray.zh}`,
      };
    case 'additionalProperties':
      return { en: `Nothing is called ${place} here.`, zh: `此处没有名为 ${place} 的内容。` };
    case 'type': {
      const kind = kinds[said['type'] ?? ''] ?? { en: String(said['type']), zh: String(said['type']) };
      return { en: `${place} must be ${kind.en}.`, zh: `${place} 应为${kind.zh}。` };
    }
    case 'oneOf':
      return {
        en: `Say the day (“at”) or the month (“period”), one of the two.${stray.en}`,
        zh: `请指明日期（“at”）或月份（“period”），二者择一。${stray.zh}`,
      };
    case 'dependentRequired':
      return {
        en: `“${said['property'] ?? ''}” says nothing without “${said['missingProperty'] ?? ''}”.`,
        zh: `没有“${said['missingProperty'] ?? ''}”时，“${said['property'] ?? ''}”没有意义。`,
      };
    case 'pattern':
      return {
        en: `${place} must be written as 2026-10-31, a month as 2026-10.`,
        zh: `${place} 应写成 2026-10-31 的形式，月份写成 2026-10。`,
      };
    case 'maxItems':
      return {
        en: `${place} has more than ${said['limit'] ?? ''} entries.`,
        zh: `${place} 超过 ${said['limit'] ?? ''} 项。`,
      };
    case 'maxLength':
      return {
        en: `${place} has more than ${said['limit'] ?? ''} characters.`,
        zh: `${place} 超过 ${said['limit'] ?? ''} 个字符。`,
      };
    default:
      return { en: `${place} is not as it must be (${keyword}).`, zh: `${place} 不符合要求（${keyword}）。` };
  }
}
