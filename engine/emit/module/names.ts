/** What a name may not be in a module. */
const reserved =
  'value argument1 argument2 contents arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield about decisions evaluate follows handbook q globalThis Object Array Map Set JSON String Number BigInt Symbol Infinity NaN TypeError Error WeakMap Math units quick raised given numbers prepare cells places';

/** Gives each thing one name: the wanted one as JavaScript can write it, with a number behind it where it is taken. */
export interface Names {
  name(of: string, wanted: string): string;
}

export function newNames(taken: Iterable<string>): Names {
  const used = new Set([...reserved.split(' '), ...taken]);
  const known = new Map<string, string>();
  return {
    name(of, wanted) {
      const before = known.get(of);
      if (before !== undefined) return before;
      const plain = plainName(wanted);
      let name = plain;
      for (let i = 2; used.has(name); i += 1) name = `${plain}_${i}`;
      used.add(name);
      known.set(of, name);
      return name;
    },
  };
}

/** `commission.customer-service.rate` becomes `commission_customerService_rate`. */
export function plainName(wanted: string): string {
  const joined = wanted
    .replace(/-(\p{L})/gu, (_dash, letter: string) => letter.toUpperCase())
    .replace(/[^\p{L}\p{N}_]+/gu, '_');
  return /^\p{L}/u.test(joined) ? joined : `_${joined}`;
}
