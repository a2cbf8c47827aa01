// Generated from engine/emit/module/support/ and what it uses of engine/value/: npm run support

export interface SupportPart {
  readonly name: string;
  readonly uses: readonly string[];
  readonly code: string;
}

/** What a part uses as soon as it is read stands before it. */
export const supportParts: readonly SupportPart[] = [
  {
    name: 'isNothingElse',
    uses: [],
    code: `/** Is it asked as it nearly always is: for a day, and no more? */
function isNothingElse({ known, period, on, sourceOnly }) {
  return known === undefined && period === undefined && on === undefined && (sourceOnly ?? false) === false;
}`,
  },
  {
    name: 'printType',
    uses: [],
    code: `/** \`money(CNY)\`, \`percent\`, \`list(quantity(piece))\`: the form in which outcomes and messages name a type. */
function printType(type) {
  switch (type.is) {
    case 'money':
      return \`money(\${type.currency})\`;
    case 'quantity':
      return \`quantity(\${type.unit})\`;
    case 'duration':
      return \`duration(\${type.family})\`;
    case 'enumeration':
      return type.name;
    case 'post':
      return \`post(\${type.scope})\`;
    case 'list':
      return \`list(\${printType(type.of)})\`;
    case 'record':
      return \`record(\${Object.entries(type.fields)
        .map(([name, field]) => \`\${name}: \${printType(field)}\`)
        .join(', ')})\`;
    default:
      return type.is;
  }
}`,
  },
  {
    name: 'headOf',
    uses: ['printType'],
    code: `/** What every outcome of a decision says. A decision that does not exist has no policy and version 0. */
function headOf(program, name) {
  const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
  return {
    decision: name,
    type: decision === undefined ? 'unknown' : printType(decision.type),
    policy: decision?.policy ?? '',
    version: decision?.version ?? 0,
    cites: decision?.cites ?? [],
  };
}`,
  },
  {
    name: 'normalizeFlags',
    uses: [],
    code: `/** Flags are a set, sorted. */
function normalizeFlags(flags) {
  return [...new Set(flags)].sort();
}`,
  },
  {
    name: 'divideOut',
    uses: [],
    code: `function divideOut(value, prime) {
  let rest = value;
  let times = 0;
  while (rest % prime === 0n) {
    rest /= prime;
    times += 1;
  }
  return [times, rest];
}`,
  },
  {
    name: 'exactDigits',
    uses: ['divideOut'],
    code: `/** Canonical digits: decimal text without needless zeros, else \`n/d\` in lowest terms. */
function exactDigits({ top, bottom }) {
  if (bottom === 1n) return top.toString();
  const [twos, withoutTwos] = divideOut(bottom, 2n);
  const [fives, rest] = divideOut(withoutTwos, 5n);
  if (rest !== 1n) return \`\${top}/\${bottom}\`;
  const decimals = Math.max(twos, fives);
  const units = top * 2n ** BigInt(decimals - twos) * 5n ** BigInt(decimals - fives);
  const padded = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  return \`\${units < 0n ? '-' : ''}\${padded.slice(0, -decimals)}.\${padded.slice(-decimals)}\`;
}`,
  },
  {
    name: 'powersOfTen',
    uses: [],
    code: `const powersOfTen = Array.from({ length: 10 }, (_, i) => 10n ** BigInt(i));`,
  },
  {
    name: 'fractionOf',
    uses: ['powersOfTen'],
    code: `/** The same as it is written, which is enough to compare it. */
function fractionOf(digits) {
  const slash = digits.indexOf('/');
  if (slash >= 0) return { top: BigInt(digits.slice(0, slash)), bottom: BigInt(digits.slice(slash + 1)) };
  const point = digits.indexOf('.');
  if (point < 0) return { top: BigInt(digits), bottom: 1n };
  const decimals = digits.length - point - 1;
  return {
    top: BigInt(digits.slice(0, point) + digits.slice(point + 1)),
    bottom: powersOfTen[decimals] ?? 10n ** BigInt(decimals),
  };
}`,
  },
  {
    name: 'greatestCommonDivisor',
    uses: [],
    code: `function greatestCommonDivisor(a, b) {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}`,
  },
  {
    name: 'exact',
    uses: ['greatestCommonDivisor'],
    code: `/** The quotient in lowest terms. */
function exact(top, bottom) {
  if (bottom === 1n) return { top, bottom };
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(top, bottom) * sign;
  return { top: top / divisor, bottom: bottom / divisor };
}`,
  },
  {
    name: 'parseExact',
    uses: ['fractionOf', 'exact'],
    code: `/** Reads the digits of a value: decimal text, or \`n/d\` where a quotient does not terminate. */
function parseExact(digits) {
  const { top, bottom } = fractionOf(digits);
  return exact(top, bottom);
}`,
  },
  {
    name: 'withoutNeedlessZeros',
    uses: [],
    code: `function withoutNeedlessZeros(digits) {
  const negative = digits.startsWith('-');
  let [start, end] = [negative ? 1 : 0, digits.length];
  if (digits.includes('.')) {
    while (digits[end - 1] === '0') end -= 1;
    if (digits[end - 1] === '.') end -= 1;
  }
  while (digits[start] === '0' && start + 1 < end && digits[start + 1] !== '.') start += 1;
  const text = digits.slice(start, end);
  return negative && text !== '0' ? \`-\${text}\` : text;
}`,
  },
  {
    name: 'split',
    uses: [],
    code: `/** Sign, whole part and decimals. */
function split(digits) {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = digits.slice(sign.length).split('.');
  return [sign, whole, part];
}`,
  },
  {
    name: 'shiftDigits',
    uses: ['withoutNeedlessZeros', 'split'],
    code: `/** Moves the decimal point: \`shiftDigits('30', -2)\` is \`0.3\`. Needless zeros go: \`0088.50\` is \`88.5\`, \`-0.0\` is \`0\`. */
function shiftDigits(digits, places) {
  if (places === 0) return withoutNeedlessZeros(digits);
  const [sign, whole, part] = split(digits);
  const at = Math.max(1, whole.length + places);
  const all = \`\${'0'.repeat(at - whole.length - places)}\${whole}\${part}\`.padEnd(at, '0');
  return withoutNeedlessZeros(\`\${sign}\${all.slice(0, at)}.\${all.slice(at)}\`);
}`,
  },
  {
    name: 'canonical',
    uses: ['exactDigits', 'parseExact', 'shiftDigits'],
    code: `/** Digits as people read them: no needless zeros, a quotient in lowest terms. */
function canonical(digits) {
  return digits.includes('/') ? exactDigits(parseExact(digits)) : shiftDigits(digits, 0);
}`,
  },
  {
    name: 'percentText',
    uses: ['shiftDigits', 'parseExact', 'exactDigits', 'exact'],
    code: `function percentText(digits) {
  if (!digits.includes('/')) return \`\${shiftDigits(digits, 2)}%\`;
  const { top, bottom } = parseExact(digits);
  const hundreds = exactDigits(exact(top * 100n, bottom));
  return hundreds.includes('/') ? \`\${exactDigits({ top, bottom })} * 100%\` : \`\${hundreds}%\`;
}`,
  },
  {
    name: 'withUnit',
    uses: [],
    code: `function withUnit(digits, one, many) {
  if (digits.includes('/')) return \`\${digits} * 1 \${one}\`;
  return \`\${digits} \${digits === '1' || digits === '-1' ? one : many}\`;
}`,
  },
  {
    name: 'moneyText',
    uses: ['canonical', 'withUnit'],
    code: `function moneyText(digits, currency, { words, padded }) {
  const shortest = canonical(digits);
  if (!padded || words.moneyDecimals === 0 || shortest.includes('/')) return withUnit(shortest, currency, currency);
  const [whole = '0', part = ''] = shortest.split('.');
  return \`\${whole}.\${part.padEnd(words.moneyDecimals, '0')} \${currency}\`;
}`,
  },
  {
    name: 'durationText',
    uses: ['withUnit'],
    code: `function durationText(digits, family) {
  switch (family) {
    case 'days':
      return withUnit(digits, 'day', 'days');
    case 'months':
      return withUnit(digits, 'month', 'months');
    case 'minutes': {
      const hours = /^-?\\d+$/.test(digits) && BigInt(digits) % 60n === 0n ? BigInt(digits) / 60n : undefined;
      return hours === undefined ? withUnit(digits, 'minute', 'minutes') : withUnit(\`\${hours}\`, 'hour', 'hours');
    }
  }
}`,
  },
  {
    name: 'withoutSeconds',
    uses: [],
    code: `function withoutSeconds(iso) {
  return iso.endsWith(':00') ? iso.slice(0, -3) : iso;
}`,
  },
  { name: 'wordsOfTheLanguage', uses: [], code: `const wordsOfTheLanguage = ['true', 'false', 'none'];` },
  {
    name: 'isPlainName',
    uses: ['wordsOfTheLanguage'],
    code: `function isPlainName(text) {
  return /^[\\p{L}_][\\p{L}\\p{N}_]*([.-][\\p{L}\\p{N}_]+)*$/u.test(text) && !wordsOfTheLanguage.includes(text);
}`,
  },
  {
    name: 'quoted',
    uses: [],
    code: `function quoted(text) {
  return \`"\${text.replace(/["\\\\]/g, '\\\\$&')}"\`;
}`,
  },
  {
    name: 'print',
    uses: [
      'canonical',
      'percentText',
      'moneyText',
      'withUnit',
      'durationText',
      'withoutSeconds',
      'isPlainName',
      'quoted',
    ],
    code: `function print(value, manner) {
  const { words } = manner;
  switch (value.is) {
    case 'number':
      return canonical(value.digits);
    case 'percent':
      return percentText(value.digits);
    case 'money':
      return moneyText(value.digits, value.currency, manner);
    case 'quantity': {
      const [one = value.unit, many = one] = words.units[value.unit]?.en ?? [];
      return withUnit(canonical(value.digits), one, many);
    }
    case 'duration':
      return durationText(canonical(value.digits), value.family);
    case 'no-duration':
      return 'none';
    case 'date':
      return value.iso;
    case 'time':
      return withoutSeconds(value.iso);
    case 'date-time':
      return withoutSeconds(value.iso);
    case 'text':
      return manner.inside && !isPlainName(value.text) ? quoted(value.text) : value.text;
    case 'boolean':
      return String(value.truth);
    case 'member':
    case 'post':
      return value.name;
    case 'list':
      return \`[\${value.items.map((item) => print(item, { ...manner, inside: true })).join(', ')}]\`;
    case 'record': {
      const fields = Object.entries(value.fields);
      return \`{\${fields.map(([name, field]) => \`\${name}: \${print(field, { ...manner, inside: true })}\`).join(', ')}}\`;
    }
    case 'invalid':
      return value.code;
  }
}`,
  },
  {
    name: 'printValue',
    uses: ['print'],
    code: `/** The value as outcomes and cases show it, by the rules at the end of engine/ir/README.md. */
function printValue(value, words) {
  return print(value, { words, inside: false, padded: true });
}`,
  },
  {
    name: 'keyOf',
    uses: [],
    code: `// U+0000 sorts before every character, so that a shorter name comes before the longer ones that begin with it.
function keyOf({ code, fact, parameter, gap: gapId, person, allowed, needs }) {
  return [code, fact, parameter, gapId, person, allowed, needs].join('\\u0000');
}`,
  },
  {
    name: 'distinctReasons',
    uses: ['keyOf'],
    code: `/**
 * Each reason once, by what it says but for its words. Of two that differ only in words the one that comes first in the
 * alphabet stays, so that no order of looking at things shows.
 */
function distinctReasons(reasons) {
  const distinct = new Map();
  for (const reason of reasons) {
    const key = keyOf(reason);
    const told = distinct.get(key);
    if (told === undefined || reason.text.en < told.text.en) distinct.set(key, reason);
  }
  return distinct;
}`,
  },
  {
    name: 'normalizeReasons',
    uses: ['distinctReasons'],
    code: `/** Reasons are a set: equal ones are one; sorted by code, then by the name they carry (engine/ir/README.md). */
function normalizeReasons(reasons) {
  return [...distinctReasons(reasons)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
}`,
  },
  {
    name: 'toOutcome',
    uses: ['headOf', 'normalizeFlags', 'printValue', 'normalizeReasons'],
    code: `/** The outcome that hosts see, the same for every evaluator; flags name what a value rests on, so only values have them. */
function toOutcome(program, name, result) {
  const head = headOf(program, name);
  switch (result.status) {
    case 'determined': {
      const flags = normalizeFlags(result.flags);
      return { ...head, status: 'determined', value: printValue(result.value, program), flags, reasons: [] };
    }
    case 'undetermined': {
      return { ...head, status: 'undetermined', flags: [], reasons: normalizeReasons(result.reasons) };
    }
    case 'not-applicable':
      return { ...head, status: 'not-applicable', flags: [], reasons: [] };
    case 'error': {
      const { code, message, fact, span } = result;
      const error = { code, message, ...(fact === undefined ? {} : { fact }), ...(span === undefined ? {} : { span }) };
      return { ...head, status: 'error', flags: [], reasons: [], error };
    }
  }
}`,
  },
  {
    name: 'isLeapYear',
    uses: [],
    code: `function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}`,
  },
  { name: 'monthLengths', uses: [], code: `const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];` },
  {
    name: 'daysInMonth',
    uses: ['isLeapYear', 'monthLengths'],
    code: `/** Days of the month, counted from 1. */
function daysInMonth(year, month) {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}`,
  },
  {
    name: 'isDay',
    uses: ['daysInMonth'],
    code: `/** Is \`YYYY-MM-DD\` a day of the Gregorian calendar? */
function isDay(iso) {
  const match = /^(\\d{4})-(\\d{2})-(\\d{2})$/.exec(iso);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}`,
  },
  {
    name: 'otherMoment',
    uses: ['isDay'],
    code: `function otherMoment({ from, to }, asked) {
  const written = String(asked);
  const mend =
    typeof asked === 'string' && isDay(asked)
      ? {
          en: 'Build one for that day: bylaw build --module --at DATE.',
          zh: '请为该日期另行生成：bylaw build --module --at DATE。',
        }
      : { en: "Say a day: { at: '2026-10-31' }.", zh: "请写明日期：{ at: '2026-10-31' }。" };
  const days =
    to === undefined
      ? { en: \`from \${from} on\`, zh: \`自\${from}起\` }
      : { en: \`from \${from} to \${to}\`, zh: \`自\${from}至\${to}\` };
  return {
    status: 'error',
    code: 'module/other-date',
    message: {
      en: \`The module speaks for days \${days.en}, not for “\${written}”. \${mend.en}\`,
      zh: \`本模块适用于\${days.zh}的日期，不适用于“\${written}”。\${mend.zh}\`,
    },
  };
}`,
  },
  {
    name: 'isOurs',
    uses: ['isDay'],
    code: `/** A module speaks for the days for which it was made, and for no other. */
const isOurs = ({ from, to }, at) =>
  typeof at === 'string' && isDay(at) && at >= from && (to === undefined || at <= to);`,
  },
  {
    name: 'mostKept',
    uses: [],
    code: `/** Hosts ask about few days, again and again. */
const mostKept = 100;`,
  },
  {
    name: 'defineDiagnostics',
    uses: [],
    code: `/**
 * Turns an area's table of messages into functions that make diagnostics with the code \`area/key\`.
 * Callers name the arguments, so a message and its call sites cannot drift apart.
 */
function defineDiagnostics(area, table) {
  const reporters = Object.entries(table).map(([key, definition]) => [
    key,
    (args, span, extras = {}) => ({
      code: \`\${area}/\${key}\`,
      severity: definition.severity,
      blocks: definition.blocks ?? definition.severity === 'error',
      message: definition.message(args),
      span,
      related: extras.related ?? [],
      fixes: extras.fixes ?? [],
      ...(extras.witness === undefined ? {} : { witness: extras.witness }),
    }),
  ]);
  return Object.fromEntries(reporters);
}`,
  },
  {
    name: 'didYouMean',
    uses: [],
    code: `/** \`Did you mean “a” or “b”?\` with a blank before it, to be put behind a message; nothing when there is no suggestion. */
function didYouMean(names) {
  if (names.length === 0) return { en: '', zh: '' };
  return {
    en: \` Did you mean \${names.map((name) => \`“\${name}”\`).join(' or ')}?\`,
    zh: \`是不是\${names.map((name) => \`“\${name}”\`).join('或')}？\`,
  };
}`,
  },
  {
    name: 'factMessages',
    uses: ['defineDiagnostics', 'didYouMean'],
    code: `const factMessages = defineDiagnostics('fact', {
  none: {
    severity: 'error',
    blocks: false,
    message: () => ({
      en: 'Give the facts as an object.',
      zh: '请以对象给出事实。',
    }),
  },
  unknown: {
    severity: 'error',
    blocks: false,
    message: ({ name, near, inside }) =>
      inside === undefined
        ? {
            en: \`There is no fact “\${name}”.\${didYouMean(near).en}\`,
            zh: \`没有名为“\${name}”的事实。\${didYouMean(near).zh}\`,
          }
        : {
            en: \`There is no fact “\${name}”. Facts do not stand inside one another: write "\${inside}".\`,
            zh: \`没有名为“\${name}”的事实。事实不能嵌套，请写成"\${inside}"。\`,
          },
  },
});`,
  },
  { name: 'span', uses: [], code: `const span = { file: '<facts>', start: 0, end: 0 };` },
  { name: 'namesByFacts', uses: [], code: `const namesByFacts = new WeakMap();` },
  {
    name: 'namesOf',
    uses: ['namesByFacts'],
    code: `function namesOf(facts) {
  const known = namesByFacts.get(facts);
  if (known !== undefined) return known;
  const aliases = Object.values(facts).flatMap(({ name, alias }) => alias.map((other) => [other, name]));
  const names = new Map([...aliases, ...Object.keys(facts).map((name) => [name, name])]);
  namesByFacts.set(facts, names);
  return names;
}`,
  },
  {
    name: 'factNamed',
    uses: ['namesOf'],
    code: `/** The fact that a caller means by its name or an alias. */
function factNamed({ facts }, given) {
  const names = namesOf(facts);
  return facts[names.get(given) ?? names.get(given.normalize('NFKC').trim()) ?? ''];
}`,
  },
  {
    name: 'normals',
    uses: [],
    code: `/** Names by what they were written as: the same thousands are compared with each word that is being typed. */
const normals = new Map();`,
  },
  { name: 'longestCompared', uses: [], code: `const longestCompared = 80;` },
  {
    name: 'mostNormals',
    uses: [],
    code: `// More than the names of a large handbook; then it starts anew.
const mostNormals = 30_000;`,
  },
  {
    name: 'normal',
    uses: ['normals', 'longestCompared', 'mostNormals'],
    code: `/** Case, width and the choice of separator are never what tells two names apart in an author's mind. */
function normal(name) {
  const known = normals.get(name);
  if (known !== undefined) return known;
  const found = [...name.normalize('NFKC').toLowerCase().replaceAll('_', '-').slice(0, longestCompared)];
  if (normals.size >= mostNormals) normals.clear();
  normals.set(name, found);
  return found;
}`,
  },
  { name: 'at', uses: [], code: `const at = (row, index) => row[index] ?? Infinity;` },
  {
    name: 'slips',
    uses: ['at'],
    code: `/** Insertions, deletions, replacements and swaps of neighbours; undefined above \`allowed\`. */
function slips(a, b, allowed) {
  if (Math.abs(a.length - b.length) > allowed) return undefined;
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    if (Math.min(...row) > allowed) return undefined;
    beforeLast = last;
    last = row;
  }
  const distance = at(last, b.length);
  return distance <= allowed ? distance : undefined;
}`,
  },
  {
    name: 'sharesDottedEnd',
    uses: [],
    code: `/** \`net\` for \`sales.net\`, \`promoter.rate\` for \`commission.promoter.rate\`, and the other way round. */
function sharesDottedEnd(a, b) {
  return a.endsWith(\`.\${b}\`) || b.endsWith(\`.\${a}\`);
}`,
  },
  {
    name: 'nearness',
    uses: ['slips', 'sharesDottedEnd'],
    code: `/** A number that is smaller for what is nearer; undefined when nothing speaks for it. */
function nearness(wanted, name) {
  const longer = Math.max(wanted.length, name.length);
  // One slip for each three characters; two Chinese characters already make a word, so one of them may be wrong.
  const allowed = Math.max(longer >= 3 || wanted.some((c) => c > '\\u2e7f') ? 1 : 0, Math.floor(longer / 3));
  const distance = slips(wanted, name, allowed);
  if (distance !== undefined) return distance < longer ? distance : undefined;
  return wanted.length >= 2 && sharesDottedEnd(wanted.join(''), name.join('')) ? allowed + 1 : undefined;
}`,
  },
  { name: 'most', uses: [], code: `const most = 3;` },
  {
    name: 'suggest',
    uses: ['normal', 'nearness', 'most'],
    code: `/** The candidates that somebody who wrote \`word\` probably meant: nearest first, at most three, often none. */
function suggest(word, candidates) {
  const wanted = normal(word);
  const found = [];
  for (const name of new Set(candidates)) {
    const distance = nearness(wanted, normal(name));
    if (distance !== undefined && name !== word) found.push({ name, distance });
  }
  // By code point among equals, so that the answer does not depend on the machine's locale.
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const nearest = found[0]?.distance ?? 0;
  // What differs in case only leaves no doubt; else a second guess may be one slip worse than the first.
  const kept = found.filter(({ distance }) => distance <= (nearest === 0 ? 0 : nearest + 1));
  return kept.slice(0, most).map(({ name }) => name);
}`,
  },
  {
    name: 'factsNear',
    uses: ['namesOf', 'suggest'],
    code: `/** Names that somebody who wrote \`given\` probably meant; a fact's title leads to its name. */
function factsNear(given, facts) {
  const titles = new Map(Object.values(facts).flatMap(({ name, title }) => [title.en, title.zh].map((t) => [t, name])));
  const exactly = titles.get(given.trim());
  if (exactly !== undefined) return [exactly];
  const names = namesOf(facts);
  const near = suggest(given, [...names.keys(), ...titles.keys()]);
  return [...new Set(near.map((one) => (names.has(one) ? one : (titles.get(one) ?? one))))];
}`,
  },
  {
    name: 'isList2',
    uses: [],
    code: `function isList2(raw) {
  return Array.isArray(raw);
}`,
  },
  {
    name: 'nestedIn',
    uses: ['isList2'],
    code: `/** \`sales.ordered\` for \`{ "sales": { "ordered": … } }\`. */
function nestedIn(given, raw, facts) {
  if (typeof raw !== 'object' || raw === null || isList2(raw)) return undefined;
  const below = Object.keys(facts).filter((name) => name.startsWith(\`\${given}.\`));
  return (
    Object.keys(raw)
      .map((key) => \`\${given}.\${key}\`)
      .find((name) => below.includes(name)) ?? below[0]
  );
}`,
  },
  {
    name: 'shortened',
    uses: [],
    code: `/** Keeps messages readable when a caller sends a novel. */
function shortened(text) {
  return text.length > 60 ? \`\${text.slice(0, 57)}…\` : text;
}`,
  },
  {
    name: 'invalid',
    uses: [],
    code: `/** A value that cannot be used: what is wrong, what was expected, and how to mend it. */
function invalid(code, message) {
  return { is: 'invalid', code: \`fact/\${code}\`, message };
}`,
  },
  {
    name: 'numberNotAsText',
    uses: ['invalid'],
    code: `/** A JavaScript number: whatever it was before it became a float, nobody knows any more. */
function numberNotAsText(written) {
  return invalid('wrong-type', {
    en: \`The number \${written} is not given as text, so it may have lost digits already. Write "\${written}" with its unit, such as "85%" or "500 CNY".\`,
    zh: \`数字\${written}不是以文本给出，可能已丢失位数。请写成文本"\${written}"并带上单位，例如"85%"或"500 CNY"。\`,
  });
}`,
  },
  {
    name: 'durationExamples',
    uses: [],
    code: `const durationExamples = {
  days: { en: 'a number of days such as 7 days', zh: '天数，如7天' },
  months: { en: 'a number of months such as 3 months', zh: '月数，如3个月' },
  minutes: { en: 'a length of time such as 24 hours', zh: '时长，如24小时' },
};`,
  },
  {
    name: 'expectation',
    uses: ['durationExamples'],
    code: `/** What a value of the type looks like, to end a sentence with. */
function expectation(type, words) {
  switch (type.is) {
    case 'number':
      return { en: 'a number such as 12.5', zh: '数字，如12.5' };
    case 'percent':
      return { en: 'a percentage such as 85%', zh: '百分比，如85%' };
    case 'money':
      return { en: \`an amount such as 500 \${type.currency}\`, zh: \`金额，如500 \${type.currency}\` };
    case 'quantity': {
      const unit = words.units[type.unit];
      return {
        en: \`a quantity such as 40 \${unit?.en.at(-1) ?? type.unit}\`,
        zh: \`数量，如40\${unit?.zh[0] ?? type.unit}\`,
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
      return { en: \`one of the list “\${type.name}”\`, zh: \`“\${type.name}”中的一项\` };
    case 'post':
      return { en: 'a post of the organization', zh: '组织中的岗位' };
    case 'list':
      return { en: 'a list such as [a, b]', zh: '列表，如[a, b]' };
    case 'record': {
      const fields = Object.keys(type.fields).join(', ');
      return { en: \`a record with the fields \${fields}\`, zh: \`含字段\${fields}的记录\` };
    }
    case 'unknown':
      return { en: 'a value', zh: '值' };
  }
}`,
  },
  {
    name: 'wrongType',
    uses: ['expectation', 'invalid', 'shortened'],
    code: `/** Something that is not of the type at all. */
function wrongType(written, type, words) {
  const expected = expectation(type, words);
  return invalid('wrong-type', {
    en: \`“\${shortened(written)}” is not \${expected.en}.\`,
    zh: \`“\${shortened(written)}”不是\${expected.zh}。\`,
  });
}`,
  },
  { name: 'longestList', uses: [], code: `const longestList = 10_000;` },
  {
    name: 'listTooLong',
    uses: ['invalid'],
    code: `function listTooLong(length) {
  return invalid('list-too-long', {
    en: \`The list has \${length} elements; at most 10000 are read.\`,
    zh: \`列表有\${length}个元素，最多读取10000个。\`,
  });
}`,
  },
  {
    name: 'readItems',
    uses: ['longestList', 'listTooLong'],
    code: `/** A list, whose own elements must all read: one that does not spoils it, since a shorter list would be another list. */
function readItems(parts, read) {
  if (parts.length > longestList) return listTooLong(parts.length);
  const items = parts.map(read);
  for (const [i, item] of items.entries()) {
    if (item.is !== 'invalid') continue;
    return {
      ...item,
      message: { en: \`Element \${i + 1}: \${item.message.en}\`, zh: \`第 \${i + 1} 项：\${item.message.zh}\` },
    };
  }
  return { is: 'list', items };
}`,
  },
  {
    name: 'tooManyDecimals',
    uses: ['printValue', 'invalid'],
    code: `function tooManyDecimals(value, { scale }, words) {
  if (scale === undefined || !('digits' in value)) return undefined;
  const point = value.digits.indexOf('.');
  const written = point < 0 ? 0 : value.digits.length - point - 1;
  const decimals = Math.max(0, written - (value.is === 'percent' ? 2 : 0));
  if (decimals <= scale) return undefined;
  const text = printValue(value, words);
  return scale === 0
    ? invalid('not-whole', { en: \`\${text} is not whole.\`, zh: \`\${text}不是整数。\` })
    : invalid('too-many-decimals', {
        en: \`\${text} has \${decimals} decimals; at most \${scale} are read.\`,
        zh: \`\${text}有\${decimals}位小数，最多\${scale}位。\`,
      });
}`,
  },
  {
    name: 'compareExact',
    uses: [],
    code: `/** Negative, zero or positive, like the difference. */
function compareExact(a, b) {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}`,
  },
  { name: 'ends', uses: [], code: `const ends = new WeakMap();` },
  {
    name: 'endOf',
    uses: ['ends', 'fractionOf'],
    code: `/** The end of a range, which is the same for all that is held against it. */
function endOf(value) {
  const before = ends.get(value);
  if (before !== undefined) return before;
  const read = fractionOf(value.digits);
  ends.set(value, read);
  return read;
}`,
  },
  {
    name: 'compareText',
    uses: [],
    code: `/** By code point (semantics 4.5); JavaScript's own order is by UTF-16 unit, which puts emoji before \`￥\`. */
function compareText(a, b) {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at < 0) return -1;
  return (left[at]?.codePointAt(0) ?? -1) < (right[at]?.codePointAt(0) ?? -1) ? -1 : 1;
}`,
  },
  {
    name: 'orderOf',
    uses: ['compareExact', 'endOf', 'compareText'],
    code: `/** Negative, zero or positive; undefined where a value and the end of a range stand in no order. */
function orderOf(a, number, b) {
  if (number !== undefined && 'digits' in b) return compareExact(number, endOf(b));
  if ('iso' in a && 'iso' in b) return a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0;
  if (a.is === 'text' && b.is === 'text') return compareText(a.text, b.text);
  return undefined;
}`,
  },
  {
    name: 'reaches',
    uses: ['orderOf'],
    code: `/** Is the value beyond an end, upwards (1) or downwards (−1)? One that stands in no order to it is in every range. */
function reaches(value, number, end, sign) {
  const order = end?.at.op === 'literal' ? orderOf(value, number, end.at.value) : undefined;
  return order === undefined || (end?.open === true ? sign * order > 0 : sign * order >= 0);
}`,
  },
  {
    name: 'sameValue',
    uses: ['compareExact', 'fractionOf'],
    code: `/** Equal by meaning: \`0.50\` is \`0.5\`. Records are equal when the same fields are given with equal values. */
function sameValue(a, b) {
  switch (a.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return b.is === a.is && compareExact(fractionOf(a.digits), fractionOf(b.digits)) === 0;
    case 'no-duration':
      return b.is === 'no-duration';
    case 'date':
    case 'time':
    case 'date-time':
      return b.is === a.is && a.iso === b.iso;
    case 'text':
      return b.is === 'text' && a.text === b.text;
    case 'boolean':
      return b.is === 'boolean' && a.truth === b.truth;
    case 'member':
    case 'post':
      return b.is === a.is && a.name === b.name;
    case 'list':
      return (
        b.is === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => {
          const other = b.items[i];
          return other !== undefined && sameValue(item, other);
        })
      );
    case 'record': {
      if (b.is !== 'record') return false;
      const names = Object.keys(a.fields);
      return (
        names.length === Object.keys(b.fields).length &&
        names.every((name) => {
          const [mine, other] = [a.fields[name], b.fields[name]];
          return mine !== undefined && other !== undefined && sameValue(mine, other);
        })
      );
    }
    case 'invalid':
      return false;
  }
}`,
  },
  {
    name: 'isInside',
    uses: ['fractionOf', 'reaches', 'sameValue'],
    code: `/** Is the value inside a range whose bounds are literals? \`none\` among durations is in every interval: it has no order. */
function isInside(value, range) {
  switch (range.range) {
    case 'any':
    case 'list':
      return true;
    case 'interval': {
      // A list's range is about its elements.
      if (value.is === 'list') return value.items.every((item) => isInside(item, range));
      const { low, high } = range;
      const number = 'digits' in value ? fractionOf(value.digits) : undefined;
      return reaches(value, number, low, 1) && reaches(value, number, high, -1);
    }
    case 'set':
      if (value.is === 'list') return value.items.every((item) => isInside(item, range));
      return range.items.some((item) => item.op === 'literal' && sameValue(item.value, value)) !== range.none;
  }
}`,
  },
  {
    name: 'printInterval',
    uses: ['print'],
    code: `/** \`[50 CNY .. 100 CNY]\`, \`< 30%\`: amounts in their shortest form, as a person writes a range. */
function printInterval(low, high, words) {
  const text = ({ value }) => print(value, { words, inside: true, padded: false });
  if (low !== undefined && high !== undefined) {
    return \`\${low.open ? '(' : '['}\${text(low)} .. \${text(high)}\${high.open ? ')' : ']'}\`;
  }
  if (low !== undefined) return \`\${low.open ? '>' : '>='} \${text(low)}\`;
  return high === undefined ? 'any' : \`\${high.open ? '<' : '<='} \${text(high)}\`;
}`,
  },
  {
    name: 'printSet',
    uses: ['print'],
    code: `/** \`{A, B}\`, or \`!= A\` for none of them. */
function printSet(items, none, words) {
  const texts = items.map((value) => print(value, { words, inside: true, padded: false })).join(', ');
  return none ? \`!= \${texts}\` : \`{\${texts}}\`;
}`,
  },
  {
    name: 'printRange',
    uses: ['printInterval', 'printSet'],
    code: `/** A range whose bounds are literals, such as a fact's. */
function printRange(range, words) {
  switch (range.range) {
    case 'any':
      return 'any';
    case 'interval': {
      const end = (bound) => (bound?.at.op === 'literal' ? { value: bound.at.value, open: bound.open } : undefined);
      return printInterval(end(range.low), end(range.high), words);
    }
    case 'set':
      return printSet(
        range.items.flatMap((item) => (item.op === 'literal' ? [item.value] : [])),
        range.none,
        words,
      );
    case 'list':
      return 'any';
  }
}`,
  },
  {
    name: 'outOfRange',
    uses: ['isInside', 'printValue', 'printRange', 'invalid'],
    code: `function outOfRange(value, { range }, words) {
  if (range === undefined || value.is === 'invalid' || isInside(value, range)) return undefined;
  const [text, allowed] = [printValue(value, words), printRange(range, words)];
  return invalid('out-of-range', {
    en: \`\${text} is out of range; expected is \${allowed}.\`,
    zh: \`\${text} 超出范围，应为 \${allowed}。\`,
  });
}`,
  },
  {
    name: 'checked',
    uses: ['readItems', 'tooManyDecimals', 'outOfRange'],
    code: `/** The value, or why it may not be: its parts likewise when it was read from text as a whole. */
function checked(value, type, rule, words) {
  if (value.is === 'list' && type.is === 'list') {
    return readItems(value.items, (item) => checked(item, type.of, rule, words));
  }
  if (value.is === 'record' && type.is === 'record') {
    const fields = Object.entries(value.fields).map(([name, field]) => [
      name,
      checked(field, type.fields[name] ?? type, rule.fields?.[name] ?? {}, words),
    ]);
    return { is: 'record', fields: Object.fromEntries(fields) };
  }
  return tooManyDecimals(value, rule, words) ?? outOfRange(value, rule, words) ?? value;
}`,
  },
  { name: 'mostCharacters', uses: [], code: `const mostCharacters = 1_000;` },
  {
    name: 'tooLong',
    uses: ['invalid', 'shortened'],
    code: `/** A number with more digits than anything in a company needs. */
function tooLong(written) {
  return invalid('too-long', {
    en: \`“\${shortened(written)}” has more than 60 digits; at most 60 are read.\`,
    zh: \`“\${shortened(written)}”超过60位数字，最多读取60位。\`,
  });
}`,
  },
  {
    name: 'multiples',
    uses: [],
    code: `/** Chinese multiples of a number and how many places they shift its decimal point. */
const multiples = [
  ['万', 4],
  ['亿', 8],
];`,
  },
  {
    name: 'splitMultiple',
    uses: ['multiples'],
    code: `/** What stands behind a number: \`万元\` is \`元\` and four places; words without a multiple shift nothing. */
function splitMultiple(written) {
  const [word, places] = multiples.find(([each]) => written.startsWith(each)) ?? ['', 0];
  return { unit: written.slice(word.length), places };
}`,
  },
  {
    name: 'splitAmount',
    uses: ['shiftDigits', 'splitMultiple'],
    code: `/** \`-¥500\`, \`40 cans\`, \`5万元\`, \`85%\`; undefined when there is no plain number in it. */
function splitAmount(text) {
  const plain = /^(-?\\d+(?:\\.\\d+)?) ?([A-Z%]*)$/i.exec(text);
  if (plain !== null) return { digits: shiftDigits(plain[1] ?? '', 0), unit: plain[2] ?? '', multiplied: false };
  const match = /^(-?)(¥?)(-?)(\\d+(?:\\.\\d+)?)\\s*([\\p{L}%¥].*)?$/u.exec(text.replace('\\u2212', '-'));
  if (match === null) return undefined;
  const [, sign = '', before = '', innerSign = '', digits = '', behind = ''] = match;
  if (sign !== '' && innerSign !== '') return undefined;
  if (before === '' && innerSign !== '') return undefined;
  const { unit, places } = splitMultiple(behind);
  return {
    digits: shiftDigits(\`\${sign}\${innerSign}\${digits}\`, places),
    unit: (before + unit).normalize('NFKC'),
    multiplied: places > 0,
  };
}`,
  },
  {
    name: 'separated',
    uses: [],
    code: `function separated(text) {
  return /^-?¥?\\d{1,3}(,\\d{3})+(\\.\\d+)?(?!\\d)/u.test(text);
}`,
  },
  {
    name: 'thousandSeparators',
    uses: ['invalid', 'shortened'],
    code: `function thousandSeparators(written) {
  const plain = written.replaceAll(',', '');
  return invalid('wrong-type', {
    en: \`“\${shortened(written)}” has thousand separators. Write \${shortened(plain)}.\`,
    zh: \`“\${shortened(written)}”含有千位分隔符，请写成\${shortened(plain)}。\`,
  });
}`,
  },
  {
    name: 'withExponent',
    uses: ['invalid', 'shortened'],
    code: `/** Spreadsheets shorten long numbers so; what \`plain\` leaves open, only the author knows. */
function withExponent(written, plain) {
  return invalid('wrong-type', {
    en: \`“\${shortened(written)}” is written with an exponent (E). Write all its digits, such as \${shortened(plain)}; a spreadsheet may have rounded it, so look there.\`,
    zh: \`“\${shortened(written)}”用了指数（E）写法。请写出全部数字，如 \${shortened(plain)}；电子表格可能已将其舍入，请核对原数。\`,
  });
}`,
  },
  {
    name: 'exponentIn',
    uses: ['shiftDigits', 'withExponent'],
    code: `/** \`1e5\`, \`8.8E+04 CNY\`: refused rather than computed, since what stands before the E may be rounded. */
function exponentIn(text, { digits, unit }) {
  const [found, sign = '', places = '', behind = ''] = /^[eE]([+-]?)(\\d{1,2})(?!\\d)\\s*(.*)$/.exec(unit) ?? [];
  if (found === undefined) return undefined;
  const plain = shiftDigits(digits, sign === '-' ? -Number(places) : Number(places));
  return withExponent(text, behind === '' || behind === '%' ? plain + behind : \`\${plain} \${behind}\`);
}`,
  },
  { name: 'mostDigits', uses: [], code: `const mostDigits = 60;` },
  {
    name: 'wrongUnit',
    uses: ['expectation', 'invalid', 'shortened'],
    code: `/** An amount in another unit than the one declared. */
function wrongUnit(written, unit, type, words) {
  const expected = expectation(type, words);
  return invalid('wrong-unit', {
    en: \`“\${shortened(written)}” has the unit “\${shortened(unit)}”; expected is \${expected.en}.\`,
    zh: \`“\${shortened(written)}”的单位是“\${shortened(unit)}”，应为\${expected.zh}。\`,
  });
}`,
  },
  {
    name: 'needsUnit',
    uses: ['invalid', 'shortened'],
    code: `/** A bare number where a unit is needed, with what it could mean. */
function needsUnit(written, readings) {
  return invalid('needs-unit', {
    en: \`“\${shortened(written)}” has no unit. Is it \${readings.join(' or ')}? Write it out.\`,
    zh: \`“\${shortened(written)}”缺少单位。是\${readings.join('还是')}？请写明。\`,
  });
}`,
  },
  {
    name: 'readPercent',
    uses: ['wrongType', 'shiftDigits', 'wrongUnit', 'needsUnit'],
    code: `function readPercent(text, { digits, unit, multiplied }, type, words) {
  if (multiplied) return wrongType(text, type, words);
  if (unit === '%') return { is: 'percent', digits: shiftDigits(digits, -2) };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(text, [\`\${digits}%\`, \`\${shiftDigits(digits, 2)}%\`]);
}`,
  },
  {
    name: 'readMoney',
    uses: ['wrongUnit', 'needsUnit'],
    code: `function readMoney(text, { digits, unit, multiplied }, type, words) {
  const { currency } = type;
  const own = currency === words.currency;
  if (unit === currency || (own && (unit === '¥' || unit === '元' || unit === '¥元'))) {
    return { is: 'money', digits, currency };
  }
  if (unit !== '') return wrongUnit(text, unit, type, words);
  return needsUnit(text, [\`\${digits} \${currency}\`, ...(own && !multiplied ? [\`\${digits}万元\`] : [])]);
}`,
  },
  {
    name: 'readQuantity',
    uses: ['wrongUnit', 'needsUnit'],
    code: `function readQuantity(text, { digits, unit }, type, words) {
  const forms = words.units[type.unit];
  const known = [type.unit, ...(forms?.en ?? []), ...(forms?.zh ?? [])];
  if (known.includes(unit)) return { is: 'quantity', digits, unit: type.unit };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const readings = [
    \`\${digits} \${forms?.en.at(-1) ?? type.unit}\`,
    ...(forms?.zh ?? []).map((form) => \`\${digits}\${form}\`),
  ];
  return needsUnit(text, readings);
}`,
  },
  {
    name: 'rows',
    uses: [],
    code: `/** Words for a length of time: its family, how many of the family's unit it is, one and many in English, then Chinese. */
const rows = [
  ['days', 1n, 'day', 'days', '天', '日'],
  ['days', 7n, 'week', 'weeks', '周', '星期', '个星期'],
  ['months', 1n, 'month', 'months', '个月', '月'],
  ['months', 12n, 'year', 'years', '年'],
  ['minutes', 1n, 'minute', 'minutes', '分钟'],
  ['minutes', 60n, 'hour', 'hours', '小时', '个小时'],
];`,
  },
  {
    name: 'durationWords',
    uses: ['rows'],
    code: `/** Every word that may stand behind a number for a length of time, in policies and in facts. */
const durationWords = new Map(
  rows.flatMap(([family, factor, one, many, ...chinese]) =>
    [one, many, ...chinese].map((word) => [word, { family, factor, one, many }]),
  ),
);`,
  },
  {
    name: 'timesWhole',
    uses: ['split', 'shiftDigits'],
    code: `/** Decimal text times a whole number. */
function timesWhole(digits, factor) {
  const [sign, whole, part] = split(digits);
  return shiftDigits(\`\${sign}\${BigInt(whole + part) * factor}\`, -part.length);
}`,
  },
  {
    name: 'readDuration',
    uses: ['durationWords', 'timesWhole', 'wrongUnit', 'needsUnit'],
    code: `function readDuration(text, { digits, unit }, type, words) {
  const { family } = type;
  const word = durationWords.get(unit);
  if (word?.family === family) return { is: 'duration', digits: timesWhole(digits, word.factor), family };
  if (unit !== '') return wrongUnit(text, unit, type, words);
  const plurals = [...durationWords.values()].flatMap((each) => (each.family === family ? [each.many] : []));
  return needsUnit(
    text,
    [...new Set(plurals)].map((many) => \`\${digits} \${many}\`),
  );
}`,
  },
  {
    name: 'readAmount',
    uses: [
      'mostCharacters',
      'tooLong',
      'wrongType',
      'splitAmount',
      'separated',
      'thousandSeparators',
      'exponentIn',
      'mostDigits',
      'readPercent',
      'readMoney',
      'readQuantity',
      'readDuration',
    ],
    code: `/** Number, percentage, money, quantity or duration from text in its plain form, trimmed. */
function readAmount(text, type, words) {
  if (type.is === 'duration' && (text === 'none' || text === '无')) return { is: 'no-duration' };
  // No amount is nearly as long, and the longest text that a caller can send need not be looked at further.
  if (text.length > mostCharacters) return /^-?\\d{61}/.test(text) ? tooLong(text) : wrongType(text, type, words);
  const amount = splitAmount(text);
  if (amount === undefined) return separated(text) ? thousandSeparators(text) : wrongType(text, type, words);
  const exponent = exponentIn(text, amount);
  if (exponent !== undefined) return exponent;
  const { digits } = amount;
  if (digits.length > mostDigits && digits.replace(/\\D/g, '').length > mostDigits) return tooLong(text);
  switch (type.is) {
    case 'number':
      if (amount.unit !== '') return wrongType(text, type, words);
      return { is: 'number', digits };
    case 'percent':
      return readPercent(text, amount, type, words);
    case 'money':
      return readMoney(text, amount, type, words);
    case 'quantity':
      return readQuantity(text, amount, type, words);
    case 'duration':
      return readDuration(text, amount, type, words);
    default:
      throw new Error(\`\${type.is} is no amount\`);
  }
}`,
  },
  {
    name: 'noSuchDay',
    uses: ['invalid', 'shortened'],
    code: `function noSuchDay(written) {
  return invalid('no-such-day', {
    en: \`“\${shortened(written)}” is no day of the calendar.\`,
    zh: \`日历上没有“\${shortened(written)}”这一天。\`,
  });
}`,
  },
  {
    name: 'readClock',
    uses: [],
    code: `/** \`9:05\` or \`17:00:30\` with all its parts; undefined when it is no time of day. */
function readClock(text) {
  const match = /^(\\d{1,2}):(\\d{2})(?::(\\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00'] = match;
  const iso = \`\${hour.padStart(2, '0')}:\${minute}:\${second}\`;
  return /^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$/.test(iso) ? iso : undefined;
}`,
  },
  {
    name: 'readMoment',
    uses: ['readClock', 'wrongType', 'isDay', 'noSuchDay'],
    code: `function readMoment(text, type, words) {
  const match = /^(\\d{4}-\\d{2}-\\d{2})[T ]([\\d:]+)$/.exec(text);
  const clock = readClock(match?.[2] ?? '');
  const day = match?.[1];
  if (day === undefined || clock === undefined) return wrongType(text, type, words);
  return isDay(day) ? { is: 'date-time', iso: \`\${day}T\${clock}\` } : noSuchDay(day);
}`,
  },
  {
    name: 'unquoted',
    uses: [],
    code: `function unquoted(text) {
  const match = /^"((?:[^"\\\\]|\\\\.)*)"$/su.exec(text);
  return match === null ? text : (match[1] ?? '').replace(/\\\\(.)/gsu, '$1');
}`,
  },
  {
    name: 'readTruth',
    uses: ['wrongType'],
    code: `function readTruth(text, type, words) {
  const lower = text.toLowerCase();
  if (lower === 'true' || text === '是') return { is: 'boolean', truth: true };
  if (lower === 'false' || text === '否') return { is: 'boolean', truth: false };
  return wrongType(text, type, words);
}`,
  },
  {
    name: 'unknownMember',
    uses: ['invalid', 'shortened'],
    code: `/** A name that the enumeration or organization does not have. */
function unknownMember(written, of, known) {
  const names = known.slice(0, 12).join(', ') + (known.length > 12 ? ', …' : '');
  return invalid('unknown-member', {
    en: \`“\${shortened(written)}” is not \${of.en}. Known are: \${names}.\`,
    zh: \`“\${shortened(written)}”不是\${of.zh}。可用的有：\${names}。\`,
  });
}`,
  },
  {
    name: 'readMember',
    uses: ['unknownMember'],
    code: `/** A member by its id, or by its title in either language when only one has it. */
function readMember(text, { name }, words) {
  const members = Object.entries(words.enumerations[name] ?? {});
  const titled = ([, title]) => title.en.normalize('NFKC') === text || title.zh.normalize('NFKC') === text;
  const found = members.filter(([id]) => id === text);
  const [only, ...more] = found.length > 0 ? found : members.filter(titled);
  if (only !== undefined && more.length === 0) return { is: 'member', enumeration: name, name: only[0] };
  const of = { en: \`one of the list “\${name}”\`, zh: \`“\${name}”中的一项\` };
  return unknownMember(
    text,
    of,
    members.map(([id, title]) => \`\${id} (\${title.zh})\`),
  );
}`,
  },
  {
    name: 'readPost',
    uses: ['unknownMember'],
    code: `function readPost(text, { scope }, words) {
  const organization = words.organizations[scope];
  const posts = Object.keys(organization?.posts ?? {});
  // Without an organization nobody knows which posts there are.
  if (text !== '' && (organization === undefined || posts.includes(text))) return { is: 'post', scope, name: text };
  return unknownMember(text, { en: \`a post of “\${scope}”\`, zh: \`“\${scope}”的岗位\` }, posts);
}`,
  },
  {
    name: 'signs',
    uses: [],
    code: `/** Brackets and commas outside quoted texts; a \`"\` only where a quoted text never ends. */
function* signs(text) {
  for (const match of text.matchAll(/"(?:[^"\\\\]|\\\\.)*"|[[\\]{},"]/gsu)) {
    const [sign] = match;
    if (sign.length === 1) yield { sign, at: match.index };
  }
}`,
  },
  {
    name: 'bracketed',
    uses: ['signs'],
    code: `/** The parts of \`[a, b]\` or \`{a: 1}\` between commas that stand in no quotes and no inner brackets; undefined when malformed. */
function bracketed(text, open, close) {
  if (!text.startsWith(open) || !text.endsWith(close) || text.length < 2) return undefined;
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return [];
  const parts = [];
  let start = 0;
  let depth = 0;
  for (const { sign, at } of signs(inner)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(inner.slice(start, at));
      start = at + 1;
    }
    if (depth < 0 || sign === '"') return undefined;
  }
  return depth === 0 ? [...parts, inner.slice(start)] : undefined;
}`,
  },
  {
    name: 'entryOf',
    uses: [],
    code: `/** \`name: value\` as a pair. */
function entryOf(part) {
  const colon = part.indexOf(':');
  return colon < 0 ? undefined : [part.slice(0, colon).trim(), part.slice(colon + 1)];
}`,
  },
  {
    name: 'unknownField',
    uses: ['invalid', 'shortened'],
    code: `function unknownField(name, known) {
  return invalid('unknown-field', {
    en: \`There is no field “\${shortened(name)}”. The fields are: \${known.join(', ')}.\`,
    zh: \`没有“\${shortened(name)}”这个字段。可用字段：\${known.join('、')}。\`,
  });
}`,
  },
  {
    name: 'readFields',
    uses: ['unknownField', 'invalid'],
    code: `/**
 * A record in the order of its type. A field that does not read is invalid by itself, so that only those who read it fail;
 * a field that does not exist spoils the record, since a misspelt one would be missing elsewhere.
 */
function readFields(parts, type, read) {
  const given = new Map();
  for (const [name, part] of parts) {
    if (!Object.hasOwn(type.fields, name)) return unknownField(name, Object.keys(type.fields));
    if (given.has(name)) {
      return invalid('given-twice', { en: \`The field “\${name}” is given twice.\`, zh: \`字段“\${name}”给出了两次。\` });
    }
    given.set(name, part);
  }
  const fields = {};
  for (const [name, of] of Object.entries(type.fields)) {
    const part = given.get(name);
    const value = part === undefined ? undefined : read(part, of);
    if (value !== undefined) fields[name] = value;
  }
  return { is: 'record', fields };
}`,
  },
  {
    name: 'readRecord',
    uses: ['bracketed', 'entryOf', 'wrongType', 'readFields', 'read'],
    code: `function readRecord(text, type, words) {
  const entries = bracketed(text, '{', '}')?.map(entryOf);
  if (entries === undefined) return wrongType(text, type, words);
  const fields = [];
  for (const entry of entries) {
    if (entry === undefined) return wrongType(text, type, words);
    fields.push(entry);
  }
  return readFields(fields, type, (part, of) => read(part, of, words, true));
}`,
  },
  {
    name: 'read',
    uses: [
      'readAmount',
      'wrongType',
      'isDay',
      'noSuchDay',
      'readClock',
      'readMoment',
      'unquoted',
      'readTruth',
      'readMember',
      'readPost',
      'bracketed',
      'readItems',
      'readRecord',
    ],
    code: `function read(text, type, words, inside) {
  const trimmed = text.trim();
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return readAmount(trimmed, type, words);
    case 'date':
      if (!/^\\d{4}-\\d{2}-\\d{2}$/.test(trimmed)) return wrongType(trimmed, type, words);
      return isDay(trimmed) ? { is: 'date', iso: trimmed } : noSuchDay(trimmed);
    case 'time': {
      const iso = readClock(trimmed);
      return iso === undefined ? wrongType(trimmed, type, words) : { is: 'time', iso };
    }
    case 'date-time':
      return readMoment(trimmed, type, words);
    case 'text':
    case 'unknown':
      return { is: 'text', text: (inside ? unquoted(trimmed) : text).normalize('NFKC') };
    case 'boolean':
      return readTruth(trimmed, type, words);
    case 'enumeration':
      return readMember(trimmed.normalize('NFKC'), type, words);
    case 'post':
      return readPost(trimmed.normalize('NFKC'), type, words);
    case 'list': {
      const parts = bracketed(trimmed, '[', ']');
      if (parts === undefined) return wrongType(trimmed, type, words);
      return readItems(parts, (part) => read(part, type.of, words, true));
    }
    case 'record':
      return readRecord(trimmed, type, words);
  }
}`,
  },
  {
    name: 'betweenNumerals',
    uses: [],
    code: `/** All but the signs that NFKC makes digits of, without being digits: ² ① ½ ⒈ ㏩. */
const betweenNumerals = /[^\\p{No}㋀-㋋㍘-㍰㏠-㏾]+/gu;`,
  },
  {
    name: 'plainForm',
    uses: ['betweenNumerals'],
    code: `/**
 * Text in its plain form: full-width signs as half-width ones (NFKC). Raised and circled numerals stay what they are, or a footnote
 * mark behind an amount would become its last digit: “88000¹ CNY” is no 880001 CNY.
 */
function plainForm(text) {
  // Nearly all texts are plain already.
  return /^[ -~]*$/.test(text) ? text : text.replace(betweenNumerals, (part) => part.normalize('NFKC'));
}`,
  },
  {
    name: 'readValue',
    uses: ['read', 'plainForm'],
    code: `/**
 * Reads a fact's text as a value of the type. Nothing is guessed: what does not read gives an \`invalid\` value that says why.
 * Full-width forms are understood (NFKC).
 */
function readValue(text, type, words) {
  return read(plainForm(text), type, words, false);
}`,
  },
  {
    name: 'readRaw',
    uses: ['numberNotAsText', 'wrongType', 'checked', 'readValue', 'isList2', 'readItems', 'readFields'],
    code: `/** \`undefined\` when nothing was given. */
function readRaw(raw, type, rule, words) {
  if (raw === null) return undefined;
  // The type forbids it; JavaScript does not.
  const given = raw;
  if (typeof given === 'number') return numberNotAsText(String(given));
  if (typeof given !== 'object' && typeof given !== 'string' && typeof given !== 'boolean')
    return wrongType(typeof given, type, words);
  if (typeof raw === 'string') return checked(readValue(raw, type, words), type, rule, words);
  if (typeof raw === 'boolean') {
    return type.is === 'boolean' ? { is: 'boolean', truth: raw } : wrongType(String(raw), type, words);
  }
  if (isList2(raw)) {
    if (type.is !== 'list') return wrongType('[…]', type, words);
    return readItems(raw, (item) => readRaw(item, type.of, rule, words) ?? wrongType('null', type.of, words));
  }
  if (type.is === 'record') {
    const fields = Object.entries(raw).map(([name, part]) => [name, { name, part }]);
    return readFields(fields, type, ({ name, part }, of) => readRaw(part, of, rule.fields?.[name] ?? {}, words));
  }
  const { source } = raw;
  const isNumber = typeof source === 'string' && Object.keys(raw).length === 1;
  if (!isNumber || type.is === 'text') return wrongType(isNumber ? source : '{…}', type, words);
  return checked(readValue(source, type, words), type, rule, words);
}`,
  },
  {
    name: 'named',
    uses: [],
    code: `function named(value, { name, title }) {
  return {
    ...value,
    message: {
      en: \`\${title.en} (\${name}): \${value.message.en}\`,
      zh: \`\${title.zh}（\${name}）：\${value.message.zh}\`,
    },
  };
}`,
  },
  {
    name: 'hasInvalid',
    uses: [],
    code: `function hasInvalid(value) {
  switch (value.is) {
    case 'list':
      return value.items.some(hasInvalid);
    case 'record':
      return Object.values(value.fields).some(hasInvalid);
    default:
      return value.is === 'invalid';
  }
}`,
  },
  {
    name: 'placed',
    uses: ['hasInvalid'],
    code: `/** A fact's value whose unusable parts say where they stand: \`Lots (order.lots[2].quantity)\`. */
function placed(value, fact, path) {
  if (!hasInvalid(value)) return value;
  switch (value.is) {
    case 'list':
      return { ...value, items: value.items.map((item, i) => placed(item, fact, \`\${path}[\${i + 1}]\`)) };
    case 'record': {
      const fields = Object.entries(value.fields);
      return {
        ...value,
        fields: Object.fromEntries(fields.map(([name, field]) => [name, placed(field, fact, \`\${path}.\${name}\`)])),
      };
    }
    case 'invalid': {
      const { en, zh } = fact.title;
      return { ...value, fact: path, place: { en: \`\${en} (\${path})\`, zh: \`\${zh}（\${path}）\` } };
    }
    default:
      return value;
  }
}`,
  },
  {
    name: 'readFact',
    uses: ['readRaw', 'wrongType', 'named', 'placed'],
    code: `function readFact(raw, fact, words) {
  const value = readRaw(raw, fact.type, fact, words) ?? wrongType('null', fact.type, words);
  return value.is === 'invalid' ? named(value, fact) : placed(value, fact, fact.name);
}`,
  },
  {
    name: 'givenTwice',
    uses: ['invalid'],
    code: `function givenTwice({ name, title }) {
  return invalid('given-twice', {
    en: \`\${title.en} (\${name}) is given twice, under its name and an alias.\`,
    zh: \`\${title.zh}（\${name}）给出了两次：名称和别名各一次。\`,
  });
}`,
  },
  {
    name: 'readFacts',
    uses: ['factMessages', 'span', 'factNamed', 'factsNear', 'nestedIn', 'shortened', 'readFact', 'givenTwice'],
    code: `/** Reads what a caller gave, by name or alias, each by its declared type; \`null\` means absent. */
function readFacts(vocabulary, raw) {
  const values = {};
  const unknown = [];
  // The type forbids it; JavaScript does not, and of a number there would be no facts without a word.
  const given = raw;
  if (typeof given !== 'object' || given === null) return { values, unknown: [factMessages.none({}, span)] };
  for (const [name, rawFact] of Object.entries(raw)) {
    const fact = factNamed(vocabulary, name);
    if (fact === undefined) {
      const [near, inside] = [factsNear(name, vocabulary.facts), nestedIn(name, rawFact, vocabulary.facts)];
      unknown.push({ ...factMessages.unknown({ name: shortened(name), near, inside }, span), fact: name });
    } else if (rawFact !== null) {
      const value = values[fact.name] === undefined ? readFact(rawFact, fact, vocabulary) : givenTwice(fact);
      values[fact.name] = value.is === 'invalid' ? { ...value, fact: fact.name } : value;
    }
  }
  return { values, unknown };
}`,
  },
  {
    name: 'failure',
    uses: [],
    code: `function failure(code, message, span, fact) {
  const named = fact === undefined ? {} : { fact };
  return { status: 'error', code, message, ...named, ...(span === undefined ? {} : { span }) };
}`,
  },
  {
    name: 'notAFact',
    uses: ['failure'],
    code: `/** Hosts ask to be told of a name that is no fact: silently it would count for nothing. */
const notAFact = ({ code, message, fact }) => failure(code, message, undefined, fact);`,
  },
  {
    name: 'policyAsked',
    uses: ['failure'],
    code: `function policyAsked(name, decisions) {
  const names = decisions.map((decision) => decision.name);
  return failure('decision/unknown', {
    en: \`“\${name}” is a policy, not a decision. Ask for one of its decisions: \${names.join(', ')}.\`,
    zh: \`“\${name}”是制度，不是决定。请求取其中的决定：\${names.join('、')}。\`,
  });
}`,
  },
  {
    name: 'decisionsTitled',
    uses: [],
    code: `/** People ask by the title they read on a page: of a decision, or of a policy. */
function decisionsTitled(title, { decisions, policies }) {
  const asked = ({ en, zh }) => en.toLowerCase() === title.toLowerCase() || zh === title;
  const found = Object.values(decisions).filter(({ hidden }) => !hidden);
  const own = found.filter((decision) => asked(decision.title));
  const kept = own.length > 0 ? own : found.filter(({ policy }) => policies[policy] && asked(policies[policy].title));
  return kept.slice(0, 5).map(({ name }) => name);
}`,
  },
  {
    name: 'unknownDecision',
    uses: ['policyAsked', 'decisionsTitled', 'didYouMean', 'suggest', 'failure', 'shortened'],
    code: `function unknownDecision(name, program) {
  const decisions = Object.values(program.decisions).filter(({ policy, hidden }) => policy === name && !hidden);
  if (decisions.length > 0) return policyAsked(name, decisions);
  const titled = decisionsTitled(name, program);
  const near = didYouMean(titled.length > 0 ? titled : suggest(name, Object.keys(program.decisions)));
  return failure('decision/unknown', {
    en: \`There is no decision “\${shortened(name)}”.\${near.en}\`,
    zh: \`没有名为“\${shortened(name)}”的决定。\${near.zh}\`,
  });
}`,
  },
  {
    name: 'wrongArgument',
    uses: ['failure'],
    code: `function wrongArgument(name, takes) {
  const what = takes.join(', ');
  return failure(
    'decision/argument',
    takes.length === 0
      ? { en: \`“\${name}” is not asked about anything: leave “on” out.\`, zh: \`“\${name}”不接受参数，请去掉“on”。\` }
      : {
          en: \`“\${name}” must be asked about one thing (\${what}): add “on”.\`,
          zh: \`“\${name}”须指明对象（\${what}），请加上“on”。\`,
        },
  );
}`,
  },
  {
    name: 'noLength',
    uses: [],
    code: `/** The duration \`none\`. */
const noLength = Symbol('none');`,
  },
  {
    name: 'recordDatum',
    uses: ['datumOf'],
    code: `function recordDatum(fields) {
  return { fields: new Map(Object.entries(fields).map(([name, field]) => [name, datumOf(field)])) };
}`,
  },
  {
    name: 'datumOf',
    uses: ['noLength', 'recordDatum', 'parseExact'],
    code: `function datumOf(value) {
  switch (value.is) {
    case 'no-duration':
      return noLength;
    case 'date':
    case 'time':
    case 'date-time':
      return value.iso;
    case 'text':
      return value.text;
    case 'boolean':
      return value.truth;
    case 'member':
    case 'post':
      return value.name;
    case 'list':
      return value.items.map(datumOf);
    case 'record':
      return recordDatum(value.fields);
    case 'invalid':
      return value;
    default:
      return parseExact(value.digits);
  }
}`,
  },
  {
    name: 'wordOf',
    uses: [],
    code: `function wordOf(word, type) {
  switch (type.is) {
    case 'date':
    case 'time':
    case 'date-time':
      return { is: type.is, iso: word };
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name: word };
    case 'post':
      return { is: 'post', scope: type.scope, name: word };
    default:
      return { is: 'text', text: word };
  }
}`,
  },
  {
    name: 'isList',
    uses: [],
    code: `function isList(datum) {
  return Array.isArray(datum);
}`,
  },
  {
    name: 'numberOf',
    uses: [],
    code: `function numberOf(digits, type) {
  switch (type.is) {
    case 'percent':
      return { is: 'percent', digits };
    case 'money':
      return { is: 'money', digits, currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits, unit: type.unit };
    case 'duration':
      return { is: 'duration', digits, family: type.family };
    default:
      return { is: 'number', digits };
  }
}`,
  },
  {
    name: 'valueOf',
    uses: ['noLength', 'wordOf', 'isList', 'numberOf', 'exactDigits'],
    code: `/** Back to a value with its unit, which the static type has kept. */
function valueOf(datum, type) {
  if (datum === noLength) return { is: 'no-duration' };
  if (typeof datum === 'boolean') return { is: 'boolean', truth: datum };
  if (typeof datum === 'string') return wordOf(datum, type);
  if (isList(datum)) {
    const of = type.is === 'list' ? type.of : { is: 'unknown' };
    return { is: 'list', items: datum.map((item) => valueOf(item, of)) };
  }
  if ('top' in datum) return numberOf(exactDigits(datum), type);
  if ('is' in datum) return datum;
  const types = type.is === 'record' ? type.fields : {};
  const fields = [...datum.fields].map(([name, field]) => [name, valueOf(field, types[name] ?? { is: 'unknown' })]);
  return { is: 'record', fields: Object.fromEntries(fields) };
}`,
  },
  {
    name: 'answerRead',
    uses: ['toOutcome', 'unknownDecision', 'wrongArgument', 'datumOf', 'valueOf'],
    code: `/** The same for facts that are read already. */
function answerRead({ decisions, follows }, handbook, decision, facts, on, sourceOnly) {
  const decide = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  const declared = handbook.decisions[decision];
  if (decide === undefined || declared === undefined) {
    return toOutcome(handbook, decision, unknownDecision(decision, handbook));
  }
  const names = declared.takes.map(({ name }) => name);
  if (names.length !== (on === undefined ? 0 : 1)) {
    return toOutcome(handbook, decision, wrongArgument(decision, names));
  }
  const q = { handbook, follows, facts, sourceOnly, known: new Map(), read: new Map() };
  const result = on === undefined ? decide(q) : decide(q, datumOf(on));
  if (result.status !== 'determined') return toOutcome(handbook, decision, result);
  return toOutcome(handbook, decision, { ...result, value: valueOf(result.value, declared.type) });
}`,
  },
  {
    name: 'readArgument',
    uses: ['span', 'readFact'],
    code: `/** What a decision is asked about, read like a fact; undefined when nothing was given. */
function readArgument(words, decision, raw = null) {
  const [taken] = Object.hasOwn(words.decisions, decision) ? (words.decisions[decision]?.takes ?? []) : [];
  const name = taken?.name ?? 'on';
  const fact = {
    name,
    type: taken?.type ?? { is: 'text' },
    title: { en: name, zh: name },
    alias: [],
    closed: false,
    origin: span,
  };
  return raw === null ? undefined : readFact(raw, fact, words);
}`,
  },
  {
    name: 'answer',
    uses: [
      'isNothingElse',
      'toOutcome',
      'otherMoment',
      'isOurs',
      'mostKept',
      'readFacts',
      'notAFact',
      'answerRead',
      'readArgument',
    ],
    code: `/** The outcome of a decision for these facts on a day; mistakes of the caller are outcomes too. */
function answer(contents, decision, raw, asking) {
  const { at, known, period, on, sourceOnly = false } = asking;
  const before = contents.asked.get(at);
  if (before !== undefined && isNothingElse(asking)) {
    const quick = contents.quick.get(decision)?.(raw);
    if (quick !== undefined) return quick;
  }
  const handbook = before ?? { ...contents.handbook, at };
  if (period !== undefined || known !== undefined)
    return toOutcome(handbook, decision, otherMoment(contents, period ?? \`known \${String(known)}\`));
  if (before === undefined) {
    if (!isOurs(contents, at)) return toOutcome(handbook, decision, otherMoment(contents, at));
    if (contents.asked.size < mostKept) contents.asked.set(at, handbook);
  }
  const facts = readFacts(handbook, raw);
  const [unknown] = facts.unknown;
  if (unknown !== undefined) return toOutcome(handbook, decision, notAFact(unknown));
  return answerRead(contents, handbook, decision, facts.values, readArgument(handbook, decision, on), sourceOnly);
}`,
  },
  {
    name: 'none',
    uses: [],
    code: `/** No flags. */
const none = [];`,
  },
  {
    name: 'determined',
    uses: ['none'],
    code: `function determined(value, flags = none) {
  return { status: 'determined', value, flags };
}`,
  },
  {
    name: 'amount',
    uses: ['determined', 'parseExact'],
    code: `/** A written number, with whatever unit: its type says which. */
function amount(digits) {
  return determined(parseExact(digits));
}`,
  },
  {
    name: 'just',
    uses: ['determined'],
    code: `/** A written word: a text, date, time, member or post; or a truth value. */
function just(word) {
  return determined(word);
}`,
  },
  {
    name: 'noSuchLength',
    uses: ['determined', 'noLength'],
    code: `/** The duration \`none\`, which stands in no order. */
function noSuchLength() {
  return determined(noLength);
}`,
  },
  {
    name: 'isPlain',
    uses: [],
    code: `/** Determined, and resting on nothing. */
function isPlain(result) {
  return result.status === 'determined' && result.flags.length === 0;
}`,
  },
  {
    name: 'isNumber',
    uses: [],
    code: `function isNumber(datum) {
  return typeof datum === 'object' && 'top' in datum;
}`,
  },
  {
    name: 'joinFlags',
    uses: [],
    code: `function joinFlags(a, b) {
  if (a.length === 0 || a === b) return b;
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}`,
  },
  {
    name: 'undetermined',
    uses: ['none'],
    code: `function undetermined(reasons, flags = none) {
  return { status: 'undetermined', reasons, flags };
}`,
  },
  {
    name: 'nameOf',
    uses: [],
    code: `function nameOf({ code, fact, parameter, gap, person, allowed, needs }) {
  return JSON.stringify([code, fact, parameter, gap, person, allowed, needs]);
}`,
  },
  {
    name: 'joinReasons',
    uses: ['nameOf'],
    code: `/** Reasons by what they say, without repetition. */
function joinReasons(a, b) {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  return [...new Map([...a, ...b].map((reason) => [nameOf(reason), reason])).values()];
}`,
  },
  {
    name: 'reasonsOf',
    uses: ['joinReasons'],
    code: `function reasonsOf(results) {
  let reasons = [];
  for (const result of results) {
    if (result.status === 'undetermined') reasons = joinReasons(reasons, result.reasons);
  }
  return reasons;
}`,
  },
  {
    name: 'withFlags',
    uses: ['joinFlags'],
    code: `/** The result with flags that were met before it. */
function withFlags(flags, result) {
  if (flags.length === 0 || result.status === 'error') return result;
  return { ...result, flags: joinFlags(flags, result.flags) };
}`,
  },
  {
    name: 'strict',
    uses: ['isPlain', 'none', 'joinFlags', 'undetermined', 'reasonsOf', 'withFlags'],
    code: `/** The first error decides, then what is undetermined, with all reasons; else what becomes of the values, with all flags. */
function strict(operands, apply) {
  const [first] = operands;
  if (first !== undefined && operands.length === 1 && isPlain(first)) return apply(first.value);
  const values = [];
  let open = false;
  let flags = none;
  for (const operand of operands) {
    if (operand.status === 'error') return operand;
    if (operand.status === 'determined') values.push(operand.value);
    else open = true;
    flags = joinFlags(flags, operand.flags);
  }
  return open ? undetermined(reasonsOf(operands), flags) : withFlags(flags, apply(...values));
}`,
  },
  {
    name: 'noDuration',
    uses: [],
    code: `const noDuration = {
  code: 'no-duration',
  text: {
    en: 'There is no such length of time (“none”), so it can neither be compared nor computed with.',
    zh: '该时长为“无”，不能比较，也不能参与计算。',
  },
};`,
  },
  {
    name: 'timed',
    uses: ['strict', 'noLength', 'undetermined', 'noDuration'],
    code: `/** \`none\` has no place among operands: what is asked of it stays open. */
function timed(operands, apply) {
  return strict(operands, (...values) => (values.includes(noLength) ? undetermined([noDuration]) : apply(...values)));
}`,
  },
  {
    name: 'numberIn',
    uses: ['isNumber'],
    code: `function numberIn(datum) {
  if (!isNumber(datum)) throw new TypeError('a number was expected');
  return datum;
}`,
  },
  {
    name: 'numeric',
    uses: ['isPlain', 'isNumber', 'timed', 'numberIn'],
    code: `function numeric(operands, apply) {
  const [left, right = left] = operands;
  // Mostly both are numbers and rest on nothing.
  if (isPlain(left) && isPlain(right) && isNumber(left.value) && isNumber(right.value))
    return apply(left.value, right.value);
  return timed([left, right], (a, b) => apply(numberIn(a), numberIn(b)));
}`,
  },
  { name: 'longest', uses: [], code: `const longest = 10n ** 2000n;` },
  {
    name: 'numberTooLong',
    uses: ['failure'],
    code: `function numberTooLong(span) {
  return failure(
    'number/too-long',
    {
      en: 'The number has more than 2000 digits. Round on the way.',
      zh: '数字超过2000位，请在计算途中取整。',
    },
    span,
  );
}`,
  },
  {
    name: 'spanOf',
    uses: [],
    code: `/** \`policies/pay/bonus.yaml:120-134\` as a place in the handbook: offsets from and to. */
function spanOf(place) {
  const colon = place.lastIndexOf(':');
  const [start = 0, end = 0] = place
    .slice(colon + 1)
    .split('-')
    .map(Number);
  return { file: place.slice(0, colon), start, end };
}`,
  },
  {
    name: 'bounded',
    uses: ['longest', 'numberTooLong', 'spanOf', 'determined'],
    code: `function bounded(value, place) {
  const tooLong = value.top >= longest || value.top <= -longest || value.bottom >= longest;
  return tooLong ? numberTooLong(spanOf(place)) : determined(value);
}`,
  },
  {
    name: 'plusExact',
    uses: ['exact'],
    code: `function plusExact(a, b) {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}`,
  },
  {
    name: 'plus',
    uses: ['numeric', 'bounded', 'plusExact'],
    code: `function plus(a, b, place) {
  return numeric([a, b], (x, y) => bounded(plusExact(x, y), place));
}`,
  },
  {
    name: 'minusExact',
    uses: ['plusExact'],
    code: `function minusExact(a, b) {
  return plusExact(a, { ...b, top: -b.top });
}`,
  },
  {
    name: 'minus',
    uses: ['numeric', 'bounded', 'minusExact'],
    code: `function minus(a, b, place) {
  return numeric([a, b], (x, y) => bounded(minusExact(x, y), place));
}`,
  },
  {
    name: 'timesExact',
    uses: ['exact'],
    code: `function timesExact(a, b) {
  return exact(a.top * b.top, a.bottom * b.bottom);
}`,
  },
  {
    name: 'times',
    uses: ['numeric', 'bounded', 'timesExact'],
    code: `function times(a, b, place) {
  return numeric([a, b], (x, y) => bounded(timesExact(x, y), place));
}`,
  },
  {
    name: 'denominator',
    uses: [],
    code: `const denominator = {
  code: 'denominator',
  text: {
    en: 'It would be divided by a number that is not above 0.',
    zh: '除数不大于0，不能相除。',
  },
};`,
  },
  {
    name: 'dividedBy',
    uses: ['numeric', 'bounded', 'exact', 'undetermined', 'denominator'],
    code: `/** A divisor that is not above 0 leaves the quotient open. */
function dividedBy(a, b, place) {
  return numeric([a, b], (x, y) =>
    y.top > 0n ? bounded(exact(x.top * y.bottom, x.bottom * y.top), place) : undetermined([denominator]),
  );
}`,
  },
  {
    name: 'negative',
    uses: ['numeric', 'determined'],
    code: `function negative(a) {
  return numeric([a], ({ top, bottom }) => determined({ top: -top, bottom }));
}`,
  },
  {
    name: 'withoutSign',
    uses: ['numeric', 'determined'],
    code: `function withoutSign(a) {
  return numeric([a], ({ top, bottom }) => determined({ top: top < 0n ? -top : top, bottom }));
}`,
  },
  {
    name: 'order',
    uses: ['isNumber', 'compareExact', 'compareText'],
    code: `/** Negative, zero or positive; undefined for \`none\`, which stands in no order. */
function order(a, b) {
  if (isNumber(a) && isNumber(b)) return compareExact(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return undefined;
}`,
  },
  {
    name: 'extreme',
    uses: ['order'],
    code: `/** The greatest value for sign 1, the smallest for −1; the first of equal ones. */
function extreme(values, sign) {
  return values.reduce((best, value) => (sign * (order(value, best) ?? 0) > 0 ? value : best));
}`,
  },
  {
    name: 'smallest',
    uses: ['timed', 'determined', 'extreme'],
    code: `function smallest(...operands) {
  return timed(operands, (...values) => determined(extreme(values, -1)));
}`,
  },
  {
    name: 'greatest',
    uses: ['timed', 'determined', 'extreme'],
    code: `function greatest(...operands) {
  return timed(operands, (...values) => determined(extreme(values, 1)));
}`,
  },
  {
    name: 'whole2',
    uses: [],
    code: `function whole2(top, bottom, mode) {
  const cut = top / bottom;
  const rest = top % bottom;
  if (rest === 0n) return cut;
  const away = cut + (top < 0n ? -1n : 1n);
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (mode) {
    case 'down':
      return cut;
    case 'up':
      return away;
    case 'floor':
      return top < 0n ? away : cut;
    case 'ceil':
      return top < 0n ? cut : away;
    case 'half-up':
      return twice >= bottom ? away : cut;
    case 'half-even':
      return twice > bottom || (twice === bottom && cut % 2n !== 0n) ? away : cut;
  }
}`,
  },
  {
    name: 'toMultiple',
    uses: ['exact', 'timesExact', 'whole2'],
    code: `/** The multiple of the step that the mode names; \`half-up\` takes ties away from zero, \`up\` always goes away from it. */
function toMultiple(value, step, mode) {
  const { top, bottom } = exact(value.top * step.bottom, value.bottom * step.top);
  return timesExact({ top: whole2(top, bottom, mode), bottom: 1n }, step);
}`,
  },
  {
    name: 'stepped',
    uses: ['numeric', 'bounded', 'toMultiple', 'undetermined', 'denominator'],
    code: `function stepped(value, step, mode, place) {
  return numeric([value, step], (x, y) =>
    y.top > 0n ? bounded(toMultiple(x, y, mode), place) : undetermined([denominator]),
  );
}`,
  },
  {
    name: 'downTo',
    uses: ['stepped'],
    code: `function downTo(value, step, place) {
  return stepped(value, step, 'floor', place);
}`,
  },
  {
    name: 'upTo',
    uses: ['stepped'],
    code: `function upTo(value, step, place) {
  return stepped(value, step, 'ceil', place);
}`,
  },
  {
    name: 'textIn',
    uses: [],
    code: `function textIn(datum) {
  if (typeof datum !== 'string') throw new TypeError('a text or date was expected');
  return datum;
}`,
  },
  { name: 'secondsOfDay', uses: [], code: `const secondsOfDay = 86_400;` },
  {
    name: 'dateNotWhole',
    uses: ['failure'],
    code: `function dateNotWhole(moved, span) {
  return failure(
    'date/not-whole',
    {
      en: \`A date cannot move by \${moved}: only by whole days or months, a moment by whole seconds. Round first.\`,
      zh: \`日期不能移动\${moved}：只能移动整天或整月，时刻只能移动整秒。请先取整。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'longestMove',
    uses: [],
    code: `/** More days, months or seconds than this lead out of the calendar from any date. */
const longestMove = 10n ** 12n;`,
  },
  {
    name: 'dateOutOfRange',
    uses: ['failure'],
    code: `function dateOutOfRange(span) {
  return failure(
    'date/out-of-range',
    { en: 'The date lies outside the years 1 to 9999.', zh: '日期超出公元1年至9999年。' },
    span,
  );
}`,
  },
  {
    name: 'dayOf',
    uses: [],
    code: `/** Reads \`YYYY-MM-DD\`, also at the head of a date-time. */
function dayOf(iso) {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}`,
  },
  {
    name: 'twoDigits',
    uses: [],
    code: `function twoDigits(number) {
  return number.toString().padStart(2, '0');
}`,
  },
  {
    name: 'isoOf',
    uses: ['twoDigits'],
    code: `function isoOf({ year, month, day }) {
  return \`\${year.toString().padStart(4, '0')}-\${twoDigits(month)}-\${twoDigits(day)}\`;
}`,
  },
  {
    name: 'written',
    uses: ['determined', 'isoOf', 'dateOutOfRange', 'spanOf'],
    code: `function written(day, rest, place) {
  return day.year >= 1 && day.year <= 9999 ? determined(isoOf(day) + rest) : dateOutOfRange(spanOf(place));
}`,
  },
  {
    name: 'monthsOn',
    uses: ['daysInMonth'],
    code: `/** The same day some months on, or the month's last day where there is none. */
function monthsOn({ year, month, day }, months) {
  const index = year * 12 + month - 1 + months;
  const to = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...to, day: Math.min(day, daysInMonth(to.year, to.month)) };
}`,
  },
  {
    name: 'dayNumber',
    uses: [],
    code: `/** Days since 0000-03-01: years that begin in March have the leap day last. */
function dayNumber({ year, month, day }) {
  const from = month > 2 ? year : year - 1;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
}`,
  },
  {
    name: 'dayNumbered',
    uses: ['dayNumber', 'daysInMonth'],
    code: `/** The day of that number, found from the first of January on or before it. */
function dayNumbered(number) {
  let year = Math.floor((number + 60) / 365.2425) + 1;
  while (dayNumber({ year, month: 1, day: 1 }) > number) year -= 1;
  let [month, rest] = [1, number - dayNumber({ year, month: 1, day: 1 })];
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}`,
  },
  {
    name: 'numbered',
    uses: ['dateOutOfRange', 'spanOf', 'written', 'dayNumbered'],
    code: `/** Days of the years 1 to 9999 alone have a date. */
function numbered(number, rest, place) {
  return number < 306 || number > 3_652_364 ? dateOutOfRange(spanOf(place)) : written(dayNumbered(number), rest, place);
}`,
  },
  {
    name: 'clock',
    uses: ['twoDigits'],
    code: `function clock(second) {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(twoDigits).join(':');
}`,
  },
  {
    name: 'movedBy',
    uses: ['dayOf', 'written', 'monthsOn', 'numbered', 'dayNumber', 'secondsOfDay', 'clock'],
    code: `function movedBy(iso, count, unit, place) {
  const start = dayOf(iso);
  if (unit === 'months') return written(monthsOn(start, count), iso.slice(10), place);
  if (unit === 'days') return numbered(dayNumber(start) + count, iso.slice(10), place);
  const [hours = 0, minutes = 0, seconds = 0] = iso.slice(11).split(':').map(Number);
  const total = dayNumber(start) * secondsOfDay + hours * 3600 + minutes * 60 + seconds + count;
  const day = Math.floor(total / secondsOfDay);
  return numbered(day, \`T\${clock(total - day * secondsOfDay)}\`, place);
}`,
  },
  {
    name: 'moved',
    uses: [
      'timed',
      'textIn',
      'timesExact',
      'numberIn',
      'secondsOfDay',
      'printValue',
      'exactDigits',
      'dateNotWhole',
      'spanOf',
      'longestMove',
      'dateOutOfRange',
      'movedBy',
    ],
    code: `/** A date or moment moved on by a duration, or back for sign −1; \`family\` is the duration's. */
function moved(a, b, family, sign, place) {
  return timed([a, b], (left, right) => {
    const iso = textIn(typeof left === 'string' ? left : right);
    const length = typeof left === 'string' ? right : left;
    const isMoment = iso.length > 10;
    const signed = timesExact(numberIn(length), { top: BigInt(sign), bottom: 1n });
    const inSeconds = family === 'minutes' || (family === 'days' && isMoment);
    const unit = inSeconds ? (family === 'days' ? secondsOfDay : 60) : 1;
    const steps = timesExact(signed, { top: BigInt(unit), bottom: 1n });
    if (steps.bottom !== 1n) {
      const words = { moneyDecimals: 0, units: {} };
      const written = printValue({ is: 'duration', digits: exactDigits(signed), family }, words);
      return dateNotWhole(written, spanOf(place));
    }
    if (steps.top > longestMove || steps.top < -longestMove) return dateOutOfRange(spanOf(place));
    return movedBy(iso, Number(steps.top), inSeconds ? 'seconds' : family, place);
  });
}`,
  },
  {
    name: 'dated',
    uses: ['timed', 'dayOf', 'textIn'],
    code: `function dated(operands, apply) {
  return timed(operands, (a, b) => apply(dayOf(textIn(a)), dayOf(textIn(b ?? a))));
}`,
  },
  {
    name: 'whole',
    uses: ['determined'],
    code: `function whole(count) {
  return determined({ top: BigInt(count), bottom: 1n });
}`,
  },
  {
    name: 'daysBetween',
    uses: ['dated', 'whole', 'dayNumber'],
    code: `function daysBetween(from, to) {
  return dated([from, to], (a, b) => whole(dayNumber(b) - dayNumber(a)));
}`,
  },
  {
    name: 'monthsFull',
    uses: ['dayNumber', 'monthsOn'],
    code: `/** Months that are full on the same day of the month; negative when the dates are reversed. */
function monthsFull(from, to) {
  if (dayNumber(from) > dayNumber(to)) return 0 - monthsFull(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return dayNumber(monthsOn(from, months)) <= dayNumber(to) ? months : months - 1;
}`,
  },
  {
    name: 'fullMonths',
    uses: ['dated', 'whole', 'monthsFull'],
    code: `function fullMonths(from, to) {
  return dated([from, to], (a, b) => whole(monthsFull(a, b)));
}`,
  },
  {
    name: 'fullYears',
    uses: ['dated', 'whole', 'monthsFull'],
    code: `function fullYears(from, to) {
  return dated([from, to], (a, b) => whole(Math.trunc(monthsFull(a, b) / 12)));
}`,
  },
  {
    name: 'lastOfMonth',
    uses: ['daysInMonth'],
    code: `function lastOfMonth({ year, month }) {
  return { year, month, day: daysInMonth(year, month) };
}`,
  },
  {
    name: 'monthEnd',
    uses: ['dated', 'determined', 'isoOf', 'lastOfMonth'],
    code: `function monthEnd(date) {
  return dated([date], (day) => determined(isoOf(lastOfMonth(day))));
}`,
  },
  {
    name: 'monthStart',
    uses: ['dated', 'determined', 'isoOf'],
    code: `function monthStart(date) {
  return dated([date], (day) => determined(isoOf({ ...day, day: 1 })));
}`,
  },
  {
    name: 'weekdays',
    uses: [],
    code: `const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];`,
  },
  {
    name: 'weekdayNumber',
    uses: ['dayNumber'],
    code: `/** 0 is Monday; 0000-03-01 was a Wednesday. */
function weekdayNumber(day) {
  return (((dayNumber(day) + 2) % 7) + 7) % 7;
}`,
  },
  {
    name: 'weekday',
    uses: ['dated', 'determined', 'weekdays', 'weekdayNumber'],
    code: `function weekday(date) {
  return dated([date], (day) => determined(weekdays[weekdayNumber(day)] ?? ''));
}`,
  },
  {
    name: 'lastWeekday',
    uses: ['timed', 'lastOfMonth', 'dayOf', 'textIn', 'weekdayNumber', 'weekdays', 'determined', 'isoOf'],
    code: `function lastWeekday(name, date) {
  return timed([name, date], (wanted, day) => {
    const end = lastOfMonth(dayOf(textIn(day)));
    const back = (weekdayNumber(end) - weekdays.indexOf(textIn(wanted)) + 7) % 7;
    return determined(isoOf({ ...end, day: end.day - back }));
  });
}`,
  },
  {
    name: 'listTooLong2',
    uses: ['failure'],
    code: `function listTooLong2(length, span) {
  return failure(
    'list/too-long',
    {
      en: \`The list would have \${length} elements; at most 10000 are worked with.\`,
      zh: \`列表将有\${length}个元素，最多处理10000个。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'daysThrough',
    uses: ['dated', 'dayNumber', 'listTooLong2', 'spanOf', 'determined', 'isoOf', 'dayNumbered'],
    code: `function daysThrough(from, to, place) {
  return dated([from, to], (a, b) => {
    const first = dayNumber(a);
    const length = Math.max(0, dayNumber(b) - first + 1);
    if (length > 10_000) return listTooLong2(length, spanOf(place));
    return determined(Array.from({ length }, (_none, i) => isoOf(dayNumbered(first + i))));
  });
}`,
  },
  {
    name: 'yearOf',
    uses: ['dated', 'whole'],
    code: `function yearOf(date) {
  return dated([date], ({ year }) => whole(year));
}`,
  },
  {
    name: 'monthOf',
    uses: ['dated', 'whole'],
    code: `function monthOf(date) {
  return dated([date], ({ month }) => whole(month));
}`,
  },
  {
    name: 'dayOfMonth',
    uses: ['dated', 'whole'],
    code: `function dayOfMonth(date) {
  return dated([date], ({ day }) => whole(day));
}`,
  },
  {
    name: 'dateOf',
    uses: ['timed', 'determined', 'textIn'],
    code: `function dateOf(moment) {
  return timed([moment], (iso) => determined(textIn(iso).slice(0, 10)));
}`,
  },
  {
    name: 'timeOf',
    uses: ['timed', 'determined', 'textIn'],
    code: `function timeOf(moment) {
  return timed([moment], (iso) => determined(textIn(iso).slice(11)));
}`,
  },
  {
    name: 'isInvalid',
    uses: [],
    code: `function isInvalid(datum) {
  return typeof datum === 'object' && 'is' in datum;
}`,
  },
  {
    name: 'isRecord',
    uses: [],
    code: `function isRecord(datum) {
  return typeof datum === 'object' && 'fields' in datum;
}`,
  },
  {
    name: 'same',
    uses: ['isNumber', 'isList', 'isRecord', 'isInvalid'],
    code: `/** Equality of two values of one type; lists and records are equal part by part, and what is invalid equals nothing. */
function same(a, b) {
  if (a === undefined || b === undefined) return false;
  if (isNumber(a)) return isNumber(b) && a.top === b.top && a.bottom === b.bottom;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (isRecord(a)) {
    if (!isRecord(b) || a.fields.size !== b.fields.size) return false;
    return [...a.fields].every(([name, field]) => same(field, b.fields.get(name)));
  }
  return a === b && !isInvalid(a);
}`,
  },
  {
    name: 'isTruth',
    uses: [],
    code: `function isTruth(result, truth) {
  return result.status === 'determined' && result.value === truth;
}`,
  },
  {
    name: 'requirementFailed',
    uses: ['failure'],
    code: `function requirementFailed(says, span) {
  return failure('requires/failed', says, span);
}`,
  },
  {
    name: 'requiring',
    uses: ['isTruth', 'requirementFailed', 'spanOf'],
    code: `/** Conditions between facts: one that does not hold is an error. */
function requiring(conditions, value) {
  for (const [holds, says, place] of conditions) {
    const result = holds();
    if (result.status === 'error') return result;
    if (isTruth(result, false)) return requirementFailed(says, spanOf(place));
  }
  return value();
}`,
  },
  {
    name: 'flagsOf',
    uses: ['none', 'joinFlags'],
    code: `/** The flags of all results that are no error. */
function flagsOf(results) {
  let flags = none;
  for (const result of results) if (result.status !== 'error') flags = joinFlags(flags, result.flags);
  return flags;
}`,
  },
  {
    name: 'applying',
    uses: ['withFlags', 'flagsOf'],
    code: `/** The value where all conditions hold; where one does not, there is none. */
function applying(conditions, value) {
  const met = [];
  for (const condition of conditions) {
    const applies = condition();
    if (applies.status !== 'determined') return withFlags(flagsOf(met), applies);
    met.push(applies);
    if (applies.value === false) return { status: 'not-applicable', flags: flagsOf(met) };
  }
  return withFlags(flagsOf(met), value());
}`,
  },
  {
    name: 'notApplicable',
    uses: ['failure'],
    code: `function notApplicable(decision, span) {
  return failure(
    'expression/not-applicable',
    {
      en: \`“\${decision}” does not apply here. Say what holds then: when-applies(\${decision}, …).\`,
      zh: \`“\${decision}”在此不适用。请写明此时的取值：when-applies(\${decision}, …)。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'applied',
    uses: ['notApplicable', 'spanOf'],
    code: `/** A decision's value where it must apply. */
function applied(result, decision, place) {
  return result.status === 'not-applicable' ? notApplicable(decision, spanOf(place)) : result;
}`,
  },
  {
    name: 'appliedOr',
    uses: ['withFlags'],
    code: `/** A decision's value, or another one where it does not apply. */
function appliedOr(result, otherwise) {
  return result.status === 'not-applicable' ? withFlags(result.flags, otherwise()) : result;
}`,
  },
  {
    name: 'everything',
    uses: [],
    code: `/** A day beyond all knowledge: everything that the files hold counts as published by then. */
const everything = '9999-12-31';`,
  },
  {
    name: 'noVersion',
    uses: ['everything'],
    code: `/** No version of the decision's policy is in force on the date. */
function noVersion(program, policy) {
  const { at, known } = program;
  const knowledge =
    known === everything ? { en: '', zh: '' } : { en: \` as published by \${known}\`, zh: \`以\${known}之前公布的为准，\` };
  return {
    code: 'no-version',
    text: {
      en: \`No version of \${policy} is in force on \${at}\${knowledge.en}.\`,
      zh: \`\${knowledge.zh}\${policy}在\${at}没有施行中的版本。\`,
    },
  };
}`,
  },
  {
    name: 'notInForce',
    uses: ['undetermined', 'noVersion'],
    code: `/** No version of the policy is in force. */
function notInForce(q, policy) {
  return undetermined([noVersion(q.handbook, policy)]);
}`,
  },
  {
    name: 'mistaken',
    uses: ['spanOf'],
    code: `/** The decision has a mistake that \`bylaw check\` tells. */
function mistaken(code, message, place) {
  return { status: 'error', code, message, span: spanOf(place) };
}`,
  },
  {
    name: 'invalidPart',
    uses: ['isInvalid', 'isList', 'isRecord'],
    code: `function invalidPart(datum) {
  if (typeof datum !== 'object') return undefined;
  if (isInvalid(datum)) return datum;
  const parts = isList(datum) ? datum : isRecord(datum) ? [...datum.fields.values()] : [];
  for (const part of parts) {
    const found = invalidPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}`,
  },
  {
    name: 'unusable',
    uses: ['failure'],
    code: `/** Somebody reads a value that was given but cannot be used. */
function unusable({ code, message, place, fact }, span) {
  const { en, zh } = message;
  const said = place === undefined ? message : { en: \`\${place.en}: \${en}\`, zh: \`\${place.zh}：\${zh}\` };
  return failure(code, said, span, fact);
}`,
  },
  {
    name: 'usable',
    uses: ['invalidPart', 'unusable', 'spanOf'],
    code: `/** A value of several parts none of which was given in a way that cannot be used. */
function usable(result, place) {
  const spoilt = result.status === 'determined' ? invalidPart(result.value) : undefined;
  return spoilt === undefined ? result : unusable(spoilt, spanOf(place));
}`,
  },
  {
    name: 'placesIn',
    uses: ['isList', 'isRecord'],
    code: `function placesIn(datum) {
  if (isList(datum)) return datum.flatMap(placesIn);
  if (!isRecord(datum)) return [];
  return [...(datum.place === undefined ? [] : [datum.place]), ...[...datum.fields.values()].flatMap(placesIn)];
}`,
  },
  {
    name: 'once',
    uses: [],
    code: `/** A decision, worked out once for each question. */
function once({ known }, name, work) {
  const before = known.get(name);
  if (before !== undefined) return before;
  const result = work();
  known.set(name, result);
  return result;
}`,
  },
  {
    name: 'askedAbout',
    uses: ['strict', 'valueOf', 'placesIn', 'once'],
    code: `/** A decision asked about something: once for each thing, and for each place that it may lack something at. */
function askedAbout(q, name, args, decide) {
  return strict(args, (...data) => {
    const parts = data.flatMap((datum) => [valueOf(datum, { is: 'unknown' }), ...placesIn(datum)]);
    return once(q, JSON.stringify([name, ...parts]), () => decide(...data));
  });
}`,
  },
  {
    name: 'highEnd',
    uses: [],
    code: `function highEnd({ brackets, high }) {
  return high === undefined ? [] : [{ at: high, open: brackets.endsWith(')') }];
}`,
  },
  {
    name: 'distance',
    uses: ['order'],
    code: `function distance(a, b) {
  return order(a, b) ?? 0;
}`,
  },
  {
    name: 'lowEnd',
    uses: [],
    code: `function lowEnd({ brackets, low }) {
  return low === undefined ? [] : [{ at: low, open: brackets.startsWith('(') }];
}`,
  },
  {
    name: 'print2',
    uses: ['valueOf', 'printInterval'],
    code: `/** What the tiers leave out of the ends is the hole's. */
function print2({ handbook }, type, low, high) {
  const end = (found) => (found === undefined ? undefined : { value: valueOf(found.at, type), open: !found.open });
  return printInterval(end(low), end(high), handbook);
}`,
  },
  {
    name: 'nearest',
    uses: ['distance'],
    code: `/** The greatest end for sign 1, the smallest for −1; of two at one place the closed one. */
function nearest(ends, sign) {
  return ends.toSorted((a, b) => sign * distance(b.at, a.at) || Number(a.open) - Number(b.open))[0];
}`,
  },
  {
    name: 'holeAround',
    uses: ['highEnd', 'distance', 'lowEnd', 'print2', 'nearest'],
    code: `/** From the nearest end below the value to the nearest above: \`(100% .. 120%)\`. */
function holeAround(q, type, at, reaches) {
  const below = reaches.flatMap(highEnd).filter((end) => distance(end.at, at) <= 0);
  const above = reaches.flatMap(lowEnd).filter((end) => distance(end.at, at) >= 0);
  return print2(q, type, nearest(below, 1), nearest(above, -1));
}`,
  },
  {
    name: 'holdsSomething',
    uses: ['distance'],
    code: `function holdsSomething({ brackets, low, high }) {
  if (low === undefined || high === undefined) return true;
  return distance(high, low) > 0 || (distance(high, low) === 0 && brackets === '[]');
}`,
  },
  {
    name: 'isBeyond',
    uses: ['distance'],
    code: `/** Does a tier that begins there leave something out above the end? */
function isBeyond(beginning, end) {
  const apart = distance(beginning.at, end.at);
  return apart > 0 || (apart === 0 && beginning.open && end.open);
}`,
  },
  {
    name: 'goesOn',
    uses: ['lowEnd', 'highEnd', 'isBeyond', 'distance'],
    code: `/** Does the tier hold what lies directly above the end? */
function goesOn(end, reach) {
  const [low] = lowEnd(reach);
  const [high] = highEnd(reach);
  if (low !== undefined && isBeyond(low, end)) return false;
  if (high === undefined || distance(high.at, end.at) > 0) return true;
  return distance(high.at, end.at) === 0 && end.open && !high.open;
}`,
  },
  {
    name: 'holesBelow',
    uses: ['holdsSomething', 'highEnd', 'goesOn', 'lowEnd', 'isBeyond', 'distance', 'nearest', 'print2'],
    code: `/** Each hole between the lowest end and the value: it begins where a tier ends and none goes on. */
function holesBelow(q, type, at, reaches) {
  const filled = reaches.filter(holdsSomething);
  const ends = filled.flatMap(highEnd).filter((end) => !filled.some((reach) => goesOn(end, reach)));
  const holes = ends.flatMap((low) => {
    const beginnings = filled.flatMap(lowEnd).filter((high) => isBeyond(high, low) && distance(high.at, at) <= 0);
    const high = nearest(beginnings, -1);
    return high === undefined ? [] : [print2(q, type, low, high)];
  });
  return [...new Set(holes)];
}`,
  },
  {
    name: 'unsettled',
    uses: [],
    code: `/** In source-only mode: the source alone does not settle what the interpretation answers. */
function unsettled(program, id) {
  const { question, clauses } = program.interpretations[id] ?? { question: { en: '', zh: '' }, clauses: [] };
  const named = [id, ...clauses];
  return {
    code: 'interpretation',
    gap: id,
    text: {
      en: \`By the source alone this is undetermined (\${named.join(', ')}): \${question.en}\`,
      zh: \`仅按原文未定（\${named.join('，')}）：\${question.zh}\`,
    },
  };
}`,
  },
  {
    name: 'resting',
    uses: ['withFlags', 'undetermined', 'unsettled'],
    code: `/** A value that rests on interpretations: flagged, and by the source alone open where they fill or choose. */
function resting(q, ids, value) {
  const about = (id) => q.handbook.interpretations[id]?.about;
  const flags = ids.filter((id) => about(id) !== 'convention');
  const open = ids.filter((id) => about(id) === 'fills' || about(id) === 'chooses');
  if (!q.sourceOnly || open.length === 0) return withFlags(flags, value());
  return undetermined(
    open.map((id) => unsettled(q.handbook, id)),
    flags,
  );
}`,
  },
  {
    name: 'ownFigure',
    uses: [],
    code: `/** In source-only mode: a row or value that is the company's own, in the output \`policy#output\`. */
function ownFigure(place) {
  return {
    code: 'own-figure',
    gap: place,
    text: {
      en: \`The figure is the company's own, the source has none (\${place}).\`,
      zh: \`该数值由公司自定，原文没有（\${place}）。\`,
    },
  };
}`,
  },
  {
    name: 'own',
    uses: ['resting', 'undetermined', 'ownFigure'],
    code: `/** The company's own figure: the source has none. */
function own(q, output, ids, value) {
  if (!q.sourceOnly) return resting(q, ids, value);
  const rests = resting(q, ids, () => undetermined([]));
  return undetermined([...(rests.status === 'undetermined' ? rests.reasons : []), ownFigure(output)]);
}`,
  },
  {
    name: 'reading',
    uses: ['same', 'resting'],
    code: `/** The reading that was taken rests on its interpretation where the other one says something else. */
function reading(q, id, taken, otherwise) {
  if (taken.status !== 'determined') return taken;
  if (q.handbook.interpretations[id]?.about !== 'doubt') {
    const other = otherwise();
    if (other.status === 'determined' && same(other.value, taken.value)) return taken;
  }
  return resting(q, [id], () => taken);
}`,
  },
  {
    name: 'round',
    uses: ['timed', 'determined', 'toMultiple', 'numberIn', 'same', 'resting'],
    code: `/** The nearest multiple of the step; it rests on interpretations only where it changes the value. */
function round(q, value, step, mode, ids = []) {
  return timed([value, step], (before, to) => {
    const rounded = determined(toMultiple(numberIn(before), numberIn(to), mode));
    return rounded.status === 'determined' && same(rounded.value, before) ? rounded : resting(q, ids, () => rounded);
  });
}`,
  },
  {
    name: 'gap',
    uses: [],
    code: `/** A gap that the policy names: \`policy#id\`. */
function gap(program, id) {
  const named = program.gaps[id];
  const clause =
    named?.clause === undefined ? { en: '', zh: '' } : { en: \` (\${named.clause})\`, zh: \`（\${named.clause}）\` };
  return {
    code: 'gap',
    gap: id,
    text:
      named === undefined
        ? { en: \`The source leaves this open (\${id}).\`, zh: \`原文对此未作规定（\${id}）。\` }
        : { en: \`\${named.says.en}\${clause.en}\`, zh: \`\${named.says.zh}\${clause.zh}\` },
  };
}`,
  },
  {
    name: 'leftOpen',
    uses: ['undetermined', 'gap'],
    code: `/** The source leaves this open. */
function leftOpen(q, id) {
  return undetermined([gap(q.handbook, id)]);
}`,
  },
  {
    name: 'incompleteFact',
    uses: [],
    code: `/** A list fact that is complete with so many elements only: results of the months of a quarter. */
function incompleteFact(program, name, needs) {
  const title = program.facts[name]?.title ?? { en: name, zh: name };
  return {
    code: 'missing-fact',
    fact: name,
    needs,
    text: {
      en: \`“\${title.en}” (\${name}) is complete with exactly \${needs} \${needs === 1 ? 'entry' : 'entries'}.\`,
      zh: \`“\${title.zh}”（\${name}）须恰有 \${needs} 项方为完整。\`,
    },
  };
}`,
  },
  {
    name: 'incomplete',
    uses: ['undetermined', 'incompleteFact'],
    code: `/** A list that is complete with so many elements only. */
function incomplete(q, name, needs) {
  return undetermined([incompleteFact(q.handbook, name, needs)]);
}`,
  },
  {
    name: 'list',
    uses: ['strict', 'determined'],
    code: `function list(...items) {
  return strict(items, (...values) => determined(values));
}`,
  },
  {
    name: 'record',
    uses: ['strict', 'determined'],
    code: `function record(fields) {
  const names = Object.keys(fields);
  return strict(Object.values(fields), (...values) =>
    determined({ fields: new Map(values.map((value, i) => [names[i] ?? '', value])) }),
  );
}`,
  },
  {
    name: 'emptyList',
    uses: [],
    code: `const emptyList = {
  code: 'empty-list',
  text: { en: 'The list is empty, so it has no such value.', zh: '列表为空，没有这样的值。' },
};`,
  },
  { name: 'zero', uses: [], code: `const zero = { top: 0n, bottom: 1n };` },
  {
    name: 'collected',
    uses: [
      'determined',
      'undetermined',
      'emptyList',
      'noLength',
      'noDuration',
      'extreme',
      'isNumber',
      'plusExact',
      'zero',
      'exact',
    ],
    code: `/** What the values come to, or why they come to nothing. */
function collected(collecting, values) {
  if (collecting === 'list') return determined(values);
  if (collecting === 'count') return determined({ top: BigInt(values.length), bottom: 1n });
  if (collecting !== 'sum' && values.length === 0) return undetermined([emptyList]);
  if (values.includes(noLength)) return undetermined([noDuration]);
  if (collecting === 'min') return determined(extreme(values, -1));
  if (collecting === 'max') return determined(extreme(values, 1));
  const sum = values.reduce((so, value) => (isNumber(value) ? plusExact(so, value) : so), zero);
  return determined(collecting === 'sum' ? sum : exact(sum.top, sum.bottom * BigInt(values.length)));
}`,
  },
  {
    name: 'itemsOf',
    uses: ['isList'],
    code: `function itemsOf(datum) {
  if (!isList(datum)) throw new TypeError('a list was expected');
  return datum;
}`,
  },
  {
    name: 'elementOf',
    uses: ['isInvalid', 'determined'],
    code: `/** An element that cannot be used is an error for whoever reads it. */
function elementOf(item) {
  return isInvalid(item) ? { status: 'error', code: item.code, message: item.message } : determined(item);
}`,
  },
  {
    name: 'keep',
    uses: ['itemsOf', 'elementOf'],
    code: `function keep(items, where) {
  const all = itemsOf(items).map(elementOf);
  if (where === undefined) return { wheres: [], elements: all };
  const wheres = [];
  for (const element of all) {
    const keeps = where(element);
    if (keeps.status === 'error') return { error: keeps, wheres, elements: [] };
    wheres.push(keeps);
  }
  return {
    wheres,
    elements: all.filter((_element, i) => {
      const keeps = wheres[i];
      return keeps?.status === 'determined' && keeps.value === true;
    }),
  };
}`,
  },
  {
    name: 'untilError',
    uses: [],
    code: `/** What the parts come to, up to the first error. */
function untilError(parts) {
  const results = [];
  for (const part of parts) {
    const result = part();
    results.push(result);
    if (result.status === 'error') break;
  }
  return results;
}`,
  },
  {
    name: 'afterWhere',
    uses: ['withFlags', 'flagsOf', 'undetermined', 'reasonsOf'],
    code: `/** Where it is open which elements count, nothing is said of those that do, but their reasons are kept. */
function afterWhere(wheres, seen, settle) {
  const error = seen.find(({ status }) => status === 'error');
  if (error !== undefined) return error;
  if (wheres.every(({ status }) => status === 'determined')) return withFlags(flagsOf(wheres), settle());
  return undetermined(reasonsOf([...wheres, ...seen]), flagsOf([...wheres, ...seen]));
}`,
  },
  {
    name: 'collect',
    uses: ['strict', 'keep', 'untilError', 'afterWhere', 'collected'],
    code: `/** \`collect('sum', orders, (o) => …, (o) => …)\`: of the elements for which \`where\` is true. */
function collect(collecting, over, body, where) {
  return strict([over], (items) => {
    const kept = keep(items, where);
    if (kept.error !== undefined) return kept.error;
    const values = untilError(kept.elements.map((element) => () => body(element)));
    return afterWhere(kept.wheres, values, () => strict(values, (...data) => collected(collecting, data)));
  });
}`,
  },
  { name: 'noKey', uses: ['determined'], code: `const noKey = determined(true);` },
  {
    name: 'tie',
    uses: [],
    code: `const tie = {
  code: 'tie',
  text: { en: 'Two elements are equally first.', zh: '有两个元素并列第一。' },
};`,
  },
  {
    name: 'smallestOf',
    uses: ['undetermined', 'emptyList', 'noLength', 'noDuration', 'extreme', 'same', 'tie', 'determined'],
    code: `/** \`data\` holds key and value of each element in turn. */
function smallestOf(data, keyed) {
  const keys = data.filter((_datum, i) => i % 2 === 0);
  if (keys.length === 0) return undetermined([emptyList]);
  if (keyed && keys.includes(noLength)) return undetermined([noDuration]);
  const least = keyed ? extreme(keys, -1) : keys[0];
  const places = keyed ? keys.flatMap((key, i) => (same(key, least) ? [i] : [])) : [0];
  const value = data[2 * (places[0] ?? 0) + 1];
  return places.length > 1 || value === undefined ? undetermined([tie]) : determined(value);
}`,
  },
  {
    name: 'firstOf',
    uses: ['strict', 'keep', 'noKey', 'untilError', 'afterWhere', 'smallestOf'],
    code: `/** The element with the smallest key, or the first one. */
function firstOf(over, body, where, by) {
  return strict([over], (items) => {
    const kept = keep(items, where);
    if (kept.error !== undefined) return kept.error;
    const parts = kept.elements.flatMap((element) => [() => by?.(element) ?? noKey, () => body(element)]);
    const seen = untilError(parts);
    return afterWhere(kept.wheres, seen, () => strict(seen, (...data) => smallestOf(data, by !== undefined)));
  });
}`,
  },
  {
    name: 'connected',
    uses: ['isTruth', 'withFlags', 'undetermined', 'reasonsOf', 'flagsOf'],
    code: `/** What the left side decides, the right side is not asked about. */
function connected(decides, left, right) {
  if (left.status === 'error' || isTruth(left, decides)) return left;
  const other = right();
  if (other.status === 'error') return other;
  if (left.status === 'determined') return withFlags(left.flags, other);
  return isTruth(other, decides) ? other : undetermined(reasonsOf([left, other]), flagsOf([left, other]));
}`,
  },
  {
    name: 'quantified',
    uses: ['strict', 'determined', 'itemsOf', 'connected', 'elementOf', 'withFlags'],
    code: `/** A chain of \`or\`, or of \`and\`, over the elements; one that is left out decides nothing. */
function quantified(decides, over, body, where) {
  return strict([over], (items) => {
    const neutral = determined(!decides);
    let chain = neutral;
    for (const item of itemsOf(items)) {
      chain = connected(decides, chain, () => {
        const element = elementOf(item);
        const keeps = where?.(element) ?? determined(true);
        if (keeps.status !== 'determined') return keeps;
        return withFlags(keeps.flags, keeps.value === true ? body(element) : neutral);
      });
    }
    return chain;
  });
}`,
  },
  {
    name: 'someOf',
    uses: ['quantified'],
    code: `function someOf(over, body, where) {
  return quantified(true, over, body, where);
}`,
  },
  {
    name: 'allOf',
    uses: ['quantified'],
    code: `function allOf(over, body, where) {
  return quantified(false, over, body, where);
}`,
  },
  {
    name: 'fold',
    uses: ['strict', 'determined', 'itemsOf', 'withFlags', 'elementOf'],
    code: `/** Runs through a list with a state. */
function fold(over, initial, step) {
  return strict([over, initial], (items, start) => {
    let state = determined(start ?? false);
    for (const item of itemsOf(items)) {
      if (state.status !== 'determined') return state;
      state = withFlags(state.flags, step(elementOf(item), determined(state.value)));
    }
    return state;
  });
}`,
  },
  {
    name: 'and',
    uses: ['connected'],
    code: `function and(left, right) {
  return connected(false, left, right);
}`,
  },
  {
    name: 'or',
    uses: ['connected'],
    code: `function or(left, right) {
  return connected(true, left, right);
}`,
  },
  {
    name: 'not',
    uses: ['strict', 'determined'],
    code: `function not(value) {
  return strict([value], (truth) => determined(truth === false));
}`,
  },
  {
    name: 'run',
    uses: [],
    code: `function run(part) {
  if (part === undefined) throw new TypeError('a part is missing');
  return part();
}`,
  },
  {
    name: 'choose',
    uses: ['none', 'run', 'withFlags', 'joinFlags'],
    code: `/** The first arm whose condition is true; the last argument is what holds otherwise. */
function choose(...parts) {
  let met = none;
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const condition = run(parts[i]);
    if (condition.status !== 'determined') return withFlags(met, condition);
    met = joinFlags(met, condition.flags);
    if (condition.value === true) return withFlags(met, run(parts[i + 1]));
  }
  return withFlags(met, run(parts.at(-1)));
}`,
  },
  {
    name: 'printEnds',
    uses: ['valueOf', 'printInterval'],
    code: `/** The interval as people write it. */
function printEnds({ handbook }, type, brackets, low, high) {
  const end = (datum, open) => (datum === undefined ? undefined : { value: valueOf(datum, type), open });
  return printInterval(end(low, brackets.startsWith('(')), end(high, brackets.endsWith(')')), handbook);
}`,
  },
  {
    name: 'givenFact',
    uses: [],
    code: `function givenFact(q, name) {
  return Object.hasOwn(q.facts, name) ? q.facts[name] : undefined;
}`,
  },
  {
    name: 'personOf',
    uses: [],
    code: `function personOf(program, by) {
  if ('post' in by) return { person: by.post, title: { en: \`\${by.post}.\`, zh: \`\${by.post}。\` } };
  return { person: by.gap, title: program.gaps[by.gap]?.says ?? { en: \`\${by.gap}.\`, zh: \`\${by.gap}。\` } };
}`,
  },
  {
    name: 'leftToPerson',
    uses: ['personOf'],
    code: `/** A person must decide within the range, and nobody has proposed anything. */
function leftToPerson(program, by, allowed) {
  const { person, title } = personOf(program, by);
  return {
    code: 'left-to-person',
    person,
    allowed,
    text: {
      en: \`A person decides this within \${allowed}: \${title.en}\`,
      zh: \`须由人在\${allowed}范围内决定：\${title.zh}\`,
    },
  };
}`,
  },
  {
    name: 'outsideAllowed',
    uses: ['personOf'],
    code: `/** What was proposed is not what the person may decide. */
function outsideAllowed(program, by, allowed, proposed) {
  const { person, title } = personOf(program, by);
  return {
    code: 'outside-allowed',
    person,
    allowed,
    text: {
      en: \`\${proposed} was proposed, but only \${allowed} may be decided: \${title.en}\`,
      zh: \`提出的是\${proposed}，但只可在\${allowed}范围内决定：\${title.zh}\`,
    },
  };
}`,
  },
  {
    name: 'proposal',
    uses: [
      'givenFact',
      'undetermined',
      'leftToPerson',
      'withFlags',
      'determined',
      'printValue',
      'valueOf',
      'outsideAllowed',
    ],
    code: `function proposal(q, choice, text, allows) {
  const { by, type, proposed } = choice;
  if (proposed === undefined || givenFact(q, proposed[0]) === undefined) {
    return undetermined([leftToPerson(q.handbook, by, text)]);
  }
  const result = proposed[1]();
  if (result.status !== 'determined') return result;
  const { value, flags } = result;
  if (allows(value)) return withFlags(flags, determined(value));
  const written = printValue(valueOf(value, type), q.handbook);
  return undetermined([outsideAllowed(q.handbook, by, text, written)], flags);
}`,
  },
  {
    name: 'liesBetween',
    uses: ['order'],
    code: `/** Undefined where \`none\` stands in no order. */
function liesBetween(datum, brackets, low, high) {
  const above = low === undefined ? 1 : order(datum, low);
  const below = high === undefined ? 1 : order(high, datum);
  if (above === undefined || below === undefined) return undefined;
  return (brackets[0] === '(' ? above > 0 : above >= 0) && (brackets[1] === ')' ? below > 0 : below >= 0);
}`,
  },
  {
    name: 'leftWithin',
    uses: ['strict', 'printEnds', 'proposal', 'liesBetween'],
    code: `/** A person decides within the interval. */
function leftWithin(q, choice, brackets, low, high) {
  const ends = [low, high].filter((end) => end !== undefined);
  return strict(ends, (...data) => {
    const from = low && data[0];
    const to = high && data.at(-1);
    const text = printEnds(q, choice.type, brackets, from, to);
    return proposal(q, choice, text, (value) => liesBetween(value, brackets, from, to) === true);
  });
}`,
  },
  {
    name: 'leftAmong',
    uses: ['strict', 'valueOf', 'same', 'proposal', 'printSet'],
    code: `/** A person decides for one of these, or, with \`none\`, for anything else. */
function leftAmong(q, choice, items, none) {
  return strict(items, (...data) => {
    const values = data.map((datum) => valueOf(datum, choice.type));
    const isAmong = (value) => data.some((item) => same(item, value));
    return proposal(q, choice, printSet(values, none, q.handbook), (value) => isAmong(value) !== none);
  });
}`,
  },
  {
    name: 'postNamed',
    uses: [],
    code: `function postNamed({ handbook }, name, scope) {
  const posts = handbook.organizations[scope]?.posts;
  return posts !== undefined && Object.hasOwn(posts, name) ? posts[name] : undefined;
}`,
  },
  {
    name: 'unknownPost',
    uses: ['failure'],
    code: `function unknownPost(post, scope, span) {
  return failure(
    'organization/unknown-post',
    {
      en: \`The organization of “\${scope}” has no post “\${post}”.\`,
      zh: \`“\${scope}”的组织中没有岗位“\${post}”。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'noSuperior',
    uses: ['failure'],
    code: `function noSuperior(post, span) {
  return failure(
    'organization/no-superior',
    {
      en: \`“\${post}” stands at the top and reports to nobody.\`,
      zh: \`“\${post}”是最高岗位，没有上级。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'superiorOf',
    uses: ['timed', 'textIn', 'postNamed', 'unknownPost', 'spanOf', 'noSuperior', 'undetermined', 'gap', 'determined'],
    code: `function superiorOf(q, post, scope, place) {
  return timed([post], (datum) => {
    const name = textIn(datum);
    const superior = postNamed(q, name, scope)?.superior;
    if (superior === undefined) return unknownPost(name, scope, spanOf(place));
    if (superior === 'none') return noSuperior(name, spanOf(place));
    return 'gap' in superior ? undetermined([gap(q.handbook, superior.gap)]) : determined(superior.post);
  });
}`,
  },
  {
    name: 'isAbove',
    uses: ['timed', 'textIn', 'postNamed', 'unknownPost', 'spanOf', 'determined', 'undetermined', 'gap'],
    code: `/** Is the first post the second one's superior, directly or through others? */
function isAbove(q, above, below, scope, place) {
  return timed([above, below], (upper, lower) => {
    const met = new Set();
    for (let post = textIn(lower); !met.has(post);) {
      met.add(post);
      const superior = postNamed(q, post, scope)?.superior;
      if (superior === undefined) return unknownPost(post, scope, spanOf(place));
      if (superior === 'none') return determined(false);
      if ('gap' in superior) return undetermined([gap(q.handbook, superior.gap)]);
      if (superior.post === upper) return determined(true);
      post = superior.post;
    }
    return determined(false);
  });
}`,
  },
  {
    name: 'departmentOf',
    uses: ['timed', 'postNamed', 'textIn', 'unknownPost', 'spanOf', 'determined'],
    code: `function departmentOf(q, post, scope, place) {
  return timed([post], (datum) => {
    const department = postNamed(q, textIn(datum), scope)?.department;
    return department === undefined ? unknownPost(textIn(datum), scope, spanOf(place)) : determined(department);
  });
}`,
  },
  {
    name: 'onlyFacts',
    uses: [],
    code: `/** Are all that are given facts? One object after another mostly has the same names in the same order. */
function onlyFacts(handbook) {
  const facts = new Set(Object.keys(handbook.facts));
  const before = [];
  return (given) => {
    let at = 0;
    for (const fact in given) {
      if (given[fact] === undefined) return false;
      if (fact !== before[at]) {
        if (!facts.has(fact)) return false;
        before[at] = fact;
      }
      at += 1;
    }
    return true;
  };
}`,
  },
  { name: 'ofNumber', uses: [], code: `const ofNumber = (print) => (found) => print(found);` },
  {
    name: 'mostEnds',
    uses: [],
    code: `/** What stands behind the point is the same for many numbers; where it can be more than this, it is written anew. */
const mostEnds = 1000;`,
  },
  {
    name: 'digitsAt',
    uses: [],
    code: `/** Decimal text of units at a scale: all its decimals, or only so many at least as are asked for and none that is needless. */
function digitsAt(units, scale, least = scale) {
  let rest = Math.abs(units);
  let decimals = scale;
  for (; decimals > least && rest % 10 === 0; decimals -= 1) rest /= 10;
  const power = 10 ** decimals;
  const part = rest % power;
  const behind = (decimals === 0 ? '' : String(part).padStart(decimals, '0')).padEnd(least, '0');
  const whole = \`\${units < 0 ? '-' : ''}\${(rest - part) / power}\`;
  return behind === '' ? whole : \`\${whole}.\${behind}\`;
}`,
  },
  {
    name: 'decimals',
    uses: ['mostEnds', 'digitsAt'],
    code: `/** Prints units at a scale with so many decimals at least and none that is needless, and what stands behind them. */
function decimals(scale, least, behind) {
  const power = 10 ** scale;
  const ends = Array.from({ length: Math.min(power, mostEnds) });
  return (units) => {
    const size = Math.abs(units);
    const part = size % power;
    const end = ends[part] ?? digitsAt(part, scale, least).slice(1) + behind;
    if (part < ends.length) ends[part] = end;
    return \`\${units < 0 ? '-' : ''}\${(size - part) / power}\${end}\`;
  };
}`,
  },
  {
    name: 'textOf',
    uses: ['ofNumber', 'decimals', 'printValue'],
    code: `/** Prints what was found as outcomes show it. */
function textOf(type, scale, handbook) {
  switch (type.is) {
    case 'number':
      return ofNumber(decimals(scale, 0, ''));
    case 'percent':
      if (scale < 2) return (units) => \`\${units}\${units === 0 ? '' : '0'.repeat(2 - scale)}%\`;
      return ofNumber(decimals(scale - 2, 0, '%'));
    case 'money':
      return ofNumber(decimals(scale, handbook.moneyDecimals, \` \${type.currency}\`));
    case 'quantity':
    case 'duration': {
      const digits = decimals(scale, 0, '');
      return ofNumber((units) => printValue({ ...type, digits: digits(units) }, handbook));
    }
    case 'time':
    case 'date-time':
      // Without seconds where there are none.
      return (word) => String(word).replace(/(:\\d\\d):00$/, '$1');
    default:
      return String;
  }
}`,
  },
  {
    name: 'isPlainObject',
    uses: [],
    code: `/** Nothing stands in it that its own keys do not name. */
function isPlainObject(given) {
  return typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;
}`,
  },
  {
    name: 'raisedFlags',
    uses: [],
    code: `/** The flags whose bits are set, in their order. */
function raisedFlags(flags, bits) {
  return bits === 0 ? [] : flags.filter((_flag, i) => (bits & (1 << i)) !== 0).sort();
}`,
  },
  {
    name: 'quickAnswer',
    uses: ['printType', 'textOf', 'isPlainObject', 'raisedFlags'],
    code: `function quickAnswer(handbook, name, { ask, scale, flags }, areFacts, raised) {
  const decision = handbook.decisions[name];
  if (decision === undefined) return () => undefined;
  const { type, policy, version, cites } = decision;
  const [printed, text] = [printType(type), textOf(type, scale, handbook)];
  return (given) => {
    if (!isPlainObject(given) || !areFacts(given)) return undefined;
    const value = ask(given);
    if (value === undefined) return undefined;
    return {
      decision: name,
      type: printed,
      policy,
      version,
      cites,
      status: 'determined',
      value: text(value),
      flags: flags.length === 0 ? [] : raisedFlags(flags, raised()),
      reasons: [],
    };
  };
}`,
  },
  {
    name: 'quickAnswers',
    uses: ['onlyFacts', 'quickAnswer'],
    code: `/** Answers from the texts of facts, for decisions that are plain. \`raised\` tells the flags of the last one, a bit for each. */
function quickAnswers(handbook, quick, raised) {
  const areFacts = onlyFacts(handbook);
  return new Map(
    Object.entries(quick).map(([name, one]) => [name, quickAnswer(handbook, name, one, areFacts, raised)]),
  );
}`,
  },
  { name: 'nothing', uses: [], code: `const nothing = () => undefined;` },
  {
    name: 'preparedRows',
    uses: ['nothing', 'textOf', 'raisedFlags'],
    code: `/** Decisions of plain cases for many rows; each text is read once for all of them. Throws a RangeError for a name that is none. */
function preparedRows(handbook, quick, readers, raised, decisions, facts) {
  const reads = facts.map((name) => {
    const fact = Object.hasOwn(handbook.facts, name) ? handbook.facts[name] : undefined;
    if (fact === undefined) throw new RangeError(\`“\${name}” is no fact that a decision of this module reads\`);
    if (fact.type.is === 'boolean') return (text) => text === 'true' || (text === 'false' ? false : NaN);
    return (Object.hasOwn(readers, name) ? readers[name] : undefined) ?? ((text) => text);
  });
  const asked = decisions.map((name) => {
    const decision = Object.hasOwn(handbook.decisions, name) ? handbook.decisions[name] : undefined;
    if (decision === undefined) throw new RangeError(\`“\${name}” is no decision of this module\`);
    const one = Object.hasOwn(quick, name) ? quick[name] : undefined;
    const places = one?.facts.map((fact) => facts.indexOf(fact)) ?? [];
    return {
      row: one?.row ?? nothing,
      places,
      flags: one?.flags ?? [],
      text: textOf(decision.type, one?.scale ?? 0, handbook),
    };
  });
  const cells = facts.map(() => undefined);
  const bits = decisions.map(() => 0);
  return {
    run(texts, values = []) {
      for (let i = 0; i < reads.length; i += 1) {
        const text = texts[i];
        cells[i] = text === undefined || text === '' ? undefined : reads[i]?.(text);
      }
      for (let i = 0; i < asked.length; i += 1) {
        const one = asked[i];
        if (one === undefined) continue;
        const { row, places, flags, text } = one;
        const value = row(cells, places);
        bits[i] = value === undefined || flags.length === 0 ? 0 : raised();
        values[i] = value === undefined ? undefined : text(value);
      }
      return values;
    },
    flags: (i) => raisedFlags(asked[i]?.flags ?? [], bits[i] ?? 0),
  };
}`,
  },
  { name: 'minus2', uses: [], code: `const minus2 = 45;` },
  { name: 'zero2', uses: [], code: `const zero2 = 48;` },
  { name: 'nine', uses: [], code: `const nine = 57;` },
  {
    name: 'largest',
    uses: [],
    code: `/** Beyond it whole numbers are no longer all there. */
const largest = Number.MAX_SAFE_INTEGER;`,
  },
  { name: 'point', uses: [], code: `const point = 46;` },
  {
    name: 'greatestScale',
    uses: [],
    code: `/** A greater scale leaves no room for the number itself. */
const greatestScale = 15;`,
  },
  {
    name: 'tens',
    uses: ['greatestScale'],
    code: `const tens = Array.from({ length: greatestScale + 1 }, (_none, power) => 10 ** power);`,
  },
  {
    name: 'unitsAt',
    uses: ['minus2', 'zero2', 'nine', 'largest', 'point', 'greatestScale', 'tens'],
    code: `/**
 * The units of decimal text (up to \`end\`) at a scale, without a float on the way; NaN when the text is anything else, has more
 * decimals or is too long.
 */
function unitsAt(text, scale, end = text.length) {
  const negative = text.charCodeAt(0) === minus2;
  const start = negative ? 1 : 0;
  let units = 0;
  let decimals = -1;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= zero2 && code <= nine) {
      units = units * 10 + (code - zero2);
      if (units > largest) return NaN;
      if (decimals >= 0) decimals += 1;
    } else if (code === point && decimals < 0 && i > start && i < end - 1) {
      decimals = 0;
    } else {
      return NaN;
    }
  }
  const missing = scale - Math.max(0, decimals);
  if (end === start || missing < 0 || scale > greatestScale) return NaN;
  units *= tens[missing] ?? NaN;
  return units > largest ? NaN : negative ? -units : units;
}`,
  },
  {
    name: 'unitsOf',
    uses: ['unitsAt'],
    code: `/** A number at a scale, or truth as 1 or 0; NaN when it is not plain. */
function unitsOf(value, scale) {
  if (value?.is === 'boolean') return value.truth ? 1 : 0;
  return value !== undefined && 'digits' in value ? unitsAt(value.digits, scale) : NaN;
}`,
  },
  {
    name: 'unitsBehind',
    uses: ['unitsOf', 'readValue'],
    code: `/** What may stand behind the digits of a number in its plainest form, the usual one first; a type without such a form has none. */
function unitsBehind(type, words) {
  switch (type.is) {
    case 'number':
      return [''];
    case 'percent':
      return ['%'];
    case 'money':
      return type.currency === words.currency ? [\` \${type.currency}\`] : [];
    case 'quantity':
      // Of “40 E10” the reader says that it has an exponent.
      return (words.units[type.unit]?.en ?? [])
        .map((unit) => \` \${unit}\`)
        .filter((unit) => unitsOf(readValue(\`7\${unit}\`, type, words), 0) === 7)
        .toReversed();
    case 'duration':
      return [\` \${type.family}\`];
    default:
      return [];
  }
}`,
  },
  {
    name: 'isBehind',
    uses: [],
    code: `/** Does the text end with these characters? */
function isBehind(unit, text) {
  const from = text.length - unit.length;
  if (from < 0) return false;
  for (let i = 0; i < unit.length; i += 1) if (text.charCodeAt(from + i) !== unit.charCodeAt(i)) return false;
  return true;
}`,
  },
  {
    name: 'unitsReader',
    uses: ['unitsBehind', 'isBehind', 'unitsAt'],
    code: `/** Reads texts of an amount in its usual form as whole units: undefined when nothing is given, NaN for all that needs a closer look. */
function unitsReader({ type }, scale, handbook) {
  const written = type.is === 'percent' ? scale - 2 : scale;
  const units = unitsBehind(type, handbook);
  return (given) => {
    if (typeof given !== 'string') return given === undefined || given === null ? undefined : NaN;
    for (let i = 0; i < units.length; i += 1) {
      const unit = units[i] ?? '';
      if (isBehind(unit, given)) return unitsAt(given, written, given.length - unit.length);
    }
    return NaN;
  };
}`,
  },
  {
    name: 'wordOf2',
    uses: [],
    code: `function wordOf2(value) {
  if (value === undefined) return undefined;
  if ('iso' in value) return value.iso;
  if ('text' in value) return value.text;
  return 'name' in value ? value.name : undefined;
}`,
  },
  {
    name: 'mostWords',
    uses: [],
    code: `/** Few texts come again and again as words; more than this are not kept. */
const mostWords = 1000;`,
  },
  {
    name: 'wordReader',
    uses: ['readFacts', 'wordOf2', 'mostWords'],
    code: `/** Reads texts of a date, a time, a member, a post or any text: undefined where it cannot be one. */
function wordReader(fact, handbook) {
  const known = new Map();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined || typeof given !== 'string') return before;
    const value = readFacts(handbook, { [fact.name]: given }).values[fact.name];
    const word = value === undefined ? undefined : wordOf2(value);
    if (known.size < mostWords) known.set(given, word);
    return word;
  };
}`,
  },
  {
    name: 'compared',
    uses: ['determined', 'same', 'order', 'undetermined', 'noDuration'],
    code: `function compared(left, sign, right) {
  if (sign === '=' || sign === '!=') return determined(same(left, right) === (sign === '='));
  const found = order(left, right);
  if (found === undefined) return undetermined([noDuration]);
  if (sign === '<') return determined(found < 0);
  if (sign === '<=') return determined(found <= 0);
  return determined(sign === '>' ? found > 0 : found >= 0);
}`,
  },
  {
    name: 'compare',
    uses: ['isPlain', 'compared', 'strict'],
    code: `/** Two values of one type held against each other. */
function compare(a, sign, b) {
  if (isPlain(a) && isPlain(b)) return compared(a.value, sign, b.value);
  return strict([a, b], (left, right) => compared(left, sign, right));
}`,
  },
  {
    name: 'between',
    uses: ['strict', 'liesBetween', 'undetermined', 'noDuration', 'determined'],
    code: `/** Does the value lie between the ends? An end that is left out bounds nothing. */
function between(value, brackets, low, high) {
  const ends = [low, high].filter((end) => end !== undefined);
  return strict([value, ...ends], (datum, ...found) => {
    const lies = liesBetween(datum, brackets, low && found[0], high && found.at(-1));
    return lies === undefined ? undetermined([noDuration]) : determined(lies);
  });
}`,
  },
  {
    name: 'among',
    uses: ['strict', 'determined', 'same'],
    code: `function among(value, items) {
  return strict([value, ...items], (datum, ...found) => determined(found.some((item) => same(item, datum))));
}`,
  },
  {
    name: 'notAmong',
    uses: ['strict', 'determined', 'same'],
    code: `function notAmong(value, items) {
  return strict([value, ...items], (datum, ...found) => determined(!found.some((item) => same(item, datum))));
}`,
  },
  {
    name: 'memberOf',
    uses: ['strict', 'determined', 'isList', 'same'],
    code: `function memberOf(value, list) {
  return strict([value, list], (datum, items) => determined(isList(items) && items.some((item) => same(item, datum))));
}`,
  },
  {
    name: 'listed',
    uses: [],
    code: `function listed(names) {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : \`\${names.slice(0, -1).join(', ')} and \${last}\`;
}`,
  },
  {
    name: 'factCalled',
    uses: [],
    code: `/** A fact by its title with its name behind it; a place inside of one as it is. */
function factCalled(name, facts) {
  const title = facts[name]?.title;
  return title === undefined
    ? { en: name, zh: name }
    : { en: \`“\${title.en}” (\${name})\`, zh: \`“\${title.zh}”（\${name}）\` };
}`,
  },
  {
    name: 'notGiven',
    uses: ['listed', 'factCalled'],
    code: `/** What would do instead of the fact; where more than facts is missing, giving those would not help. */
function notGiven({ name, title }, open, { facts }) {
  const en = \`“\${title.en}” (\${name}) is not given\`;
  const zh = \`未提供“\${title.zh}”（\${name}）\`;
  const others = open.flatMap(({ code, fact }) => (code === 'missing-fact' && fact !== undefined ? [fact] : []));
  if (open.length === 0) return { en: \`\${en}.\`, zh: \`\${zh}。\` };
  if (others.length === open.length) {
    return {
      en: \`\${en}: give it, or give \${listed(others.map((other) => factCalled(other, facts).en))}.\`,
      zh: \`\${zh}：请提供，或提供\${others.map((other) => factCalled(other, facts).zh).join('、')}。\`,
    };
  }
  const why = { en: open.map(({ text }) => text.en).join(' '), zh: open.map(({ text }) => text.zh).join('') };
  return { en: \`\${en}, and does not follow from other facts: \${why.en}\`, zh: \`\${zh}，也不能由其他事实得出：\${why.zh}\` };
}`,
  },
  {
    name: 'missingFact',
    uses: ['notGiven', 'normalizeReasons'],
    code: `/**
 * A fact that nobody gave; \`place\` is its name, or a place in it: \`promoters[1].completion\`, or a field's name. \`open\` is why
 * it does not follow from other facts either.
 */
function missingFact(program, place, open = []) {
  const bracket = place.indexOf('[');
  const fact = program.facts[bracket < 0 ? place : place.slice(0, bracket)];
  const texts =
    fact === undefined
      ? { en: \`The field “\${place}” is not given.\`, zh: \`未提供字段“\${place}”。\` }
      : bracket < 0
        ? notGiven(fact, normalizeReasons(open), program)
        : {
            en: \`In “\${fact.title.en}” \${place} is not given.\`,
            zh: \`“\${fact.title.zh}”中未提供\${place}。\`,
          };
  return { code: 'missing-fact', fact: place, text: texts };
}`,
  },
  {
    name: 'computedOutOfRange',
    uses: ['failure'],
    code: `function computedOutOfRange({ name, title }, computed, allowed, span) {
  const message = {
    en: \`“\${title.en}” (\${name}) follows from other facts as \${computed}, which is out of range; expected is \${allowed}.\`,
    zh: \`由其他事实得出“\${title.zh}”（\${name}）为\${computed}，超出范围，应为\${allowed}。\`,
  };
  return failure('fact/out-of-range', message, span, name);
}`,
  },
  {
    name: 'following',
    uses: ['missingFact', 'undetermined', 'valueOf', 'isInside', 'computedOutOfRange', 'printValue', 'printRange'],
    code: `function following({ handbook }, declared, result) {
  if (result.status === 'undetermined') {
    const unset = result.reasons.filter(({ code }) => code === 'unset-parameter');
    const missing = [missingFact(handbook, declared.name, result.reasons)];
    return undetermined(unset.length > 0 ? unset : missing, result.flags);
  }
  const { type, range } = declared;
  if (result.status !== 'determined' || range === undefined) return result;
  const value = valueOf(result.value, type);
  if (isInside(value, range)) return result;
  return computedOutOfRange(declared, printValue(value, handbook), printRange(range, handbook));
}`,
  },
  {
    name: 'factDatum',
    uses: ['datumOf', 'recordDatum'],
    code: `/** Elements of a list know their places, for what they lack. */
function factDatum(value, { name, fields }) {
  if (value.is !== 'list') return datumOf(value);
  return value.items.map((item, i) => {
    if (item.is !== 'record') return datumOf(item);
    const placed = { ...recordDatum(item.fields), place: \`\${name}[\${i + 1}]\` };
    return fields === undefined ? placed : { ...placed, rules: fields };
  });
}`,
  },
  {
    name: 'contradiction',
    uses: ['failure'],
    code: `function contradiction({ name, title }, given, computed, span) {
  const message = {
    en: \`“\${title.en}” (\${name}) is given as \${given}, but the other facts make it \${computed}. Leave one of them out.\`,
    zh: \`“\${title.zh}”（\${name}）给出的是\${given}，但由其他事实得出\${computed}，请只保留一方。\`,
  };
  return failure('fact/contradiction', message, span, name);
}`,
  },
  {
    name: 'readFact2',
    uses: [
      'determined',
      'undetermined',
      'missingFact',
      'following',
      'factDatum',
      'same',
      'printValue',
      'valueOf',
      'contradiction',
    ],
    code: `function readFact2(q, declared, given) {
  const { name, type, closed } = declared;
  const follows = q.follows[name];
  if (given === undefined) {
    if (closed) return determined(false);
    return follows === undefined ? undetermined([missingFact(q.handbook, name)]) : following(q, declared, follows(q));
  }
  const value = factDatum(given, declared);
  const other = follows?.(q);
  if (other?.status !== 'determined' || same(other.value, value)) return determined(value);
  const text = (datum) => printValue(valueOf(datum, type), q.handbook);
  return contradiction(declared, text(value), text(other.value));
}`,
  },
  {
    name: 'entry',
    uses: [],
    code: `/** Every name that the module reads is among what it says of the handbook. */
function entry(entries, name) {
  const found = entries[name];
  if (found === undefined) throw new TypeError(\`there is no \${name}\`);
  return found;
}`,
  },
  {
    name: 'fact',
    uses: ['givenFact', 'unusable', 'spanOf', 'readFact2', 'entry'],
    code: `/** A fact as it was given, else what follows from others. */
function fact(q, name, place) {
  const given = givenFact(q, name);
  if (given?.is === 'invalid') return unusable(given, spanOf(place));
  const before = q.read.get(name);
  const read = before ?? readFact2(q, entry(q.handbook.facts, name), given);
  if (before === undefined) q.read.set(name, read);
  // What is wrong with the fact itself is told at the place that reads it.
  return read.status === 'error' && read.span === undefined ? { ...read, span: spanOf(place) } : read;
}`,
  },
  {
    name: 'isGiven',
    uses: ['determined', 'givenFact'],
    code: `/** Was the fact given, usable or not? */
function isGiven(q, name) {
  return determined(givenFact(q, name) !== undefined);
}`,
  },
  {
    name: 'isMissing',
    uses: ['determined', 'givenFact'],
    code: `function isMissing(q, name) {
  return determined(givenFact(q, name) === undefined);
}`,
  },
  {
    name: 'ownParameter',
    uses: [],
    code: `/** In source-only mode: a parameter that the company has set. */
function ownParameter(program, name) {
  const parameter = program.parameters[name];
  return {
    code: 'own-figure',
    parameter: name,
    text: {
      en: \`“\${parameter?.title.en ?? name}” (\${name}) is set by the company, the source has no value.\`,
      zh: \`“\${parameter?.title.zh ?? name}”（\${name}）由公司设定，原文没有。\`,
    },
  };
}`,
  },
  { name: 'setValues', uses: [], code: `const setValues = new WeakMap();` },
  {
    name: 'setValue',
    uses: ['setValues', 'determined', 'datumOf'],
    code: `/** What the company has set, read when it is first asked for: the handbook outlives all questions. */
function setValue(value) {
  const before = setValues.get(value);
  if (before !== undefined) return before;
  const read = determined(datumOf(value));
  setValues.set(value, read);
  return read;
}`,
  },
  {
    name: 'unsetParameter',
    uses: [],
    code: `/** A value that the company has yet to set. */
function unsetParameter(program, name) {
  const parameter = program.parameters[name];
  const owner = parameter?.owner ?? '';
  return {
    code: 'unset-parameter',
    parameter: name,
    text: {
      en: \`The company has not set “\${parameter?.title.en ?? name}” (\${name}); its owner is \${owner}.\`,
      zh: \`公司尚未设定“\${parameter?.title.zh ?? name}”（\${name}），负责人为\${owner}。\`,
    },
  };
}`,
  },
  {
    name: 'missingKey',
    uses: [],
    code: `/** A keyed parameter without an entry for these keys; \`place\` is \`stock.lower-limit(T-1)\`. */
function missingKey(program, name, keys) {
  const parameter = program.parameters[name];
  const place = \`\${name}(\${keys.join(', ')})\`;
  const owner = parameter?.owner ?? '';
  return {
    code: 'missing-key',
    parameter: place,
    text: {
      en: \`“\${parameter?.title.en ?? name}” has no value for \${keys.join(', ')}; its owner is \${owner}.\`,
      zh: \`“\${parameter?.title.zh ?? name}”没有\${keys.join('、')}对应的值，负责人为\${owner}。\`,
    },
  };
}`,
  },
  {
    name: 'parameter',
    uses: [
      'entry',
      'strict',
      'undetermined',
      'ownParameter',
      'setValue',
      'unsetParameter',
      'printValue',
      'valueOf',
      'missingKey',
    ],
    code: `/** What the company has set, by its keys if it has some. */
function parameter(q, name, ...keys) {
  const { value, entries, keys: types } = entry(q.handbook.parameters, name);
  return strict(keys, (...data) => {
    const set = (found) => (q.sourceOnly ? undetermined([ownParameter(q.handbook, name)]) : setValue(found));
    if (value !== undefined) return set(value);
    if (entries === undefined) return undetermined([unsetParameter(q.handbook, name)]);
    const texts = data.map((datum, i) => printValue(valueOf(datum, types[i] ?? { is: 'unknown' }), q.handbook));
    const found = entries.find(
      (each) => each.keys.length === texts.length && each.keys.every((key, i) => key === texts[i]),
    );
    return found === undefined ? undetermined([missingKey(q.handbook, name, texts)]) : set(found.value);
  });
}`,
  },
  {
    name: 'recordIn',
    uses: ['isRecord'],
    code: `function recordIn(datum) {
  if (!isRecord(datum)) throw new TypeError('a record was expected');
  return datum;
}`,
  },
  {
    name: 'field',
    uses: ['strict', 'recordIn', 'isInvalid', 'unusable', 'spanOf', 'determined', 'undetermined', 'missingFact'],
    code: `/** A field of a record, as it was given. */
function field(q, of, name, place) {
  return strict([of], (datum) => {
    const { fields, place: where, rules } = recordIn(datum);
    const given = fields.get(name);
    if (given !== undefined) return isInvalid(given) ? unusable(given, spanOf(place)) : determined(given);
    if (rules?.[name]?.closed === true) return determined(false);
    return undetermined([missingFact(q.handbook, where === undefined ? name : \`\${where}.\${name}\`)]);
  });
}`,
  },
  {
    name: 'hasField',
    uses: ['strict', 'determined', 'recordIn'],
    code: `function hasField(of, name) {
  return strict([of], (datum) => determined(recordIn(datum).fields.has(name)));
}`,
  },
  {
    name: 'lacksField',
    uses: ['strict', 'determined', 'recordIn'],
    code: `function lacksField(of, name) {
  return strict([of], (datum) => determined(!recordIn(datum).fields.has(name)));
}`,
  },
  {
    name: 'asked',
    uses: ['isInvalid', 'unusable', 'spanOf', 'determined'],
    code: `/** What a decision was asked about. */
function asked(datum, place) {
  return isInvalid(datum) ? unusable(datum, spanOf(place)) : determined(datum);
}`,
  },
  {
    name: 'conditionsOf',
    uses: ['determined', 'connected'],
    code: `/** Whether a row holds, for one row after the other; columns are read once. */
function conditionsOf({ columns }) {
  const read = [];
  const column = (i) => (read[i] ??= columns[i]?.() ?? determined(false));
  return ([cells]) => {
    let holds = determined(true);
    cells.forEach((cell, i) => {
      if (cell !== undefined) holds = connected(false, holds, () => cell(column(i)));
    });
    return holds;
  };
}`,
  },
  {
    name: 'overlap',
    uses: ['failure'],
    code: `function overlap(place, rows, span) {
  return failure(
    'table/overlap',
    {
      en: \`Rows \${rows.join(' and ')} of \${place} hold at once, but only one may.\`,
      zh: \`\${place}的第 \${rows.join('、')} 行同时成立，而只能有一行成立。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'noRow',
    uses: [],
    code: `/** A value that no row speaks about: \`policy#output\`. */
function noRow(output) {
  return {
    code: 'gap',
    gap: output,
    text: { en: \`No row says anything here: \${output}.\`, zh: \`没有任何行适用于此：\${output}。\` },
  };
}`,
  },
  {
    name: 'otherwiseOf',
    uses: ['undetermined', 'noRow'],
    code: `function otherwiseOf({ otherwise, output }) {
  return otherwise === undefined ? undetermined([noRow(output)]) : otherwise();
}`,
  },
  {
    name: 'theOnlyRow',
    uses: [
      'conditionsOf',
      'untilError',
      'isTruth',
      'overlap',
      'spanOf',
      'withFlags',
      'flagsOf',
      'reasonsOf',
      'undetermined',
      'otherwiseOf',
    ],
    code: `/** At most one row may hold: all are looked at. */
function theOnlyRow(table) {
  const conditionOf = conditionsOf(table);
  const found = untilError(table.rows.map((row) => () => conditionOf(row)));
  const last = found.at(-1);
  if (last?.status === 'error') return last;
  const met = found.flatMap((condition, i) => (isTruth(condition, true) ? [i] : []));
  if (met.length > 1) {
    return overlap(
      table.output,
      met.map((i) => i + 1),
      spanOf(table.place),
    );
  }
  const row = table.rows[met[0] ?? -1];
  if (row !== undefined) return withFlags(flagsOf(found.filter((each) => isTruth(each, true))), row[1]());
  const reasons = reasonsOf(found);
  return reasons.length > 0 ? undetermined(reasons, flagsOf(found)) : withFlags(flagsOf(found), otherwiseOf(table));
}`,
  },
  {
    name: 'theFirstRow',
    uses: ['none', 'conditionsOf', 'withFlags', 'joinFlags', 'otherwiseOf'],
    code: `/** The first row that holds, where all rows before it do not. */
function theFirstRow(table) {
  let met = none;
  const conditionOf = conditionsOf(table);
  for (const row of table.rows) {
    const condition = conditionOf(row);
    if (condition.status !== 'determined') return withFlags(met, condition);
    met = joinFlags(met, condition.flags);
    if (condition.value === true) return withFlags(met, row[1]());
  }
  return withFlags(met, otherwiseOf(table));
}`,
  },
  {
    name: 'everyRow',
    uses: ['conditionsOf', 'untilError', 'strict', 'collected'],
    code: `/** What all rows that hold come to. */
function everyRow(table, collecting) {
  const conditionOf = conditionsOf(table);
  const found = untilError(table.rows.map((row) => () => conditionOf(row)));
  const last = found.at(-1);
  if (last?.status === 'error') return last;
  return strict(found, (...holds) => {
    const met = table.rows.filter((_row, i) => holds[i] === true);
    if (met.length === 0 && table.otherwise !== undefined) return table.otherwise();
    const values = [];
    for (const [, value] of met) {
      const result = value();
      if (result.status === 'error') return result;
      values.push(result);
    }
    return strict(values, (...data) => collected(collecting, data));
  });
}`,
  },
  {
    name: 'lengthOf',
    uses: ['timed', 'whole', 'textIn'],
    code: `/** Characters, not the halves of which JavaScript makes the rarer ones. */
function lengthOf(text) {
  return timed([text], (value) => whole([...textIn(value)].length));
}`,
  },
  {
    name: 'startsWith',
    uses: ['timed', 'determined', 'textIn'],
    code: `function startsWith(text, start) {
  return timed([text, start], (value, other) => determined(textIn(value).startsWith(textIn(other))));
}`,
  },
  {
    name: 'contains',
    uses: ['timed', 'determined', 'textIn'],
    code: `function contains(text, part) {
  return timed([text, part], (value, other) => determined(textIn(value).includes(textIn(other))));
}`,
  },
  {
    name: 'sizeOf',
    uses: ['timed', 'whole', 'itemsOf'],
    code: `function sizeOf(list) {
  return timed([list], (value) => whole(itemsOf(value).length));
}`,
  },
  {
    name: 'joined',
    uses: ['timed', 'itemsOf', 'listTooLong2', 'spanOf', 'determined'],
    code: `function joined(a, b, place) {
  return timed([a, b], (...lists) => {
    const items = lists.flatMap(itemsOf);
    return items.length > 10_000 ? listTooLong2(items.length, spanOf(place)) : determined(items);
  });
}`,
  },
  {
    name: 'tiersOverlap',
    uses: ['failure'],
    code: `/** Two tiers of a scale that one tier alone must decide. Numbers count from 1. */
function tiersOverlap(place, tiers, span) {
  return failure(
    'tiers/overlap',
    {
      en: \`Tiers \${tiers.join(' and ')} of \${place} hold at once, but only one may.\`,
      zh: \`\${place}的第 \${tiers.join('、')} 档同时成立，而只能有一档成立。\`,
    },
    span,
  );
}`,
  },
  {
    name: 'hole',
    uses: [],
    code: `/** A value of the scale that lies between tiers: \`policy#output (100% .. 120%)\`. */
function hole(output, scale, range) {
  const place = \`\${output} \${range}\`;
  if (scale === undefined || !('name' in scale)) {
    return {
      code: 'gap',
      gap: place,
      text: { en: \`No tier says anything here: \${place}.\`, zh: \`没有任何档适用于此：\${place}。\` },
    };
  }
  const isInterval = /^[[(]/.test(range);
  const [en, zh] = isInterval
    ? [\`\${scale.name} in \${range}\`, \`\${scale.name} 在 \${range} 内\`]
    : [\`\${scale.name} \${range}\`, \`\${scale.name} \${range} \`];
  return {
    code: 'gap',
    gap: place,
    text: { en: \`No tier covers \${en}: \${output}.\`, zh: \`没有任何档涵盖 \${zh}的情形：\${output}。\` },
  };
}`,
  },
  {
    name: 'holeOf',
    uses: ['hole'],
    code: `function holeOf({ output, scale }, range) {
  return hole(output, scale === '' ? undefined : { name: scale }, range);
}`,
  },
  {
    name: 'reached',
    uses: [
      'strict',
      'noLength',
      'undetermined',
      'noDuration',
      'liesBetween',
      'tiersOverlap',
      'spanOf',
      'holeOf',
      'holeAround',
      'holesBelow',
    ],
    code: `function reached(q, scale, by, tiers, counting, apply) {
  const operands = [by];
  for (const [, low, high] of tiers) {
    if (low !== undefined) operands.push(low);
    if (high !== undefined) operands.push(high);
  }
  return strict(operands, (at, ...ends) => {
    if (at === noLength || ends.includes(noLength)) return undetermined([noDuration]);
    let next = 0;
    const reaches = tiers.map(([brackets, low, high, value]) => ({
      brackets,
      low: low && ends[next++],
      high: high && ends[next++],
      value,
    }));
    const holding = reaches.filter(({ brackets, low, high }) => liesBetween(at, brackets, low, high) === true);
    if (counting === 'one' && holding.length > 1) {
      const places = holding.map((reach) => reaches.indexOf(reach) + 1);
      return tiersOverlap(scale.output, places, spanOf(scale.place));
    }
    const [here] = holding;
    if (here === undefined) return undetermined([holeOf(scale, holeAround(q, scale.type, at, reaches))]);
    const holes = counting === 'one' ? [] : holesBelow(q, scale.type, at, reaches);
    if (holes.length > 0) return undetermined(holes.map((range) => holeOf(scale, range)));
    return apply(at, here, reaches);
  });
}`,
  },
  {
    name: 'slab',
    uses: ['reached'],
    code: `/** The value of the tier that holds the value of the scale. */
function slab(q, scale, by, tiers) {
  return reached(q, scale, by, tiers, 'one', (_at, here) => here.value());
}`,
  },
  { name: 'one', uses: [], code: `const one = { top: 1n, bottom: 1n };` },
  {
    name: 'weighted',
    uses: [
      'strict',
      'noLength',
      'undetermined',
      'noDuration',
      'plusExact',
      'timesExact',
      'numberIn',
      'one',
      'determined',
    ],
    code: `function weighted(shares) {
  const values = [];
  for (const [value] of shares) {
    const result = value();
    if (result.status === 'error') return result;
    values.push(result);
  }
  return strict(values, (...data) => {
    if (data.includes(noLength)) return undetermined([noDuration]);
    let sum = { top: 0n, bottom: 1n };
    for (const [i, datum] of data.entries()) sum = plusExact(sum, timesExact(numberIn(datum), shares[i]?.[1] ?? one));
    return determined(sum);
  });
}`,
  },
  {
    name: 'graduated',
    uses: ['reached', 'numberIn', 'weighted', 'order', 'minusExact'],
    code: `/** Each tier's value times the part of the scale that lies in it. */
function graduated(q, scale, by, tiers) {
  return reached(q, scale, by, tiers, 'all', (at, _here, reaches) => {
    const value = numberIn(at);
    return weighted(
      reaches.flatMap(({ low, high, value: rate }) => {
        const top = high !== undefined && (order(high, at) ?? 0) < 0 ? numberIn(high) : value;
        const part = low === undefined ? top : minusExact(top, numberIn(low));
        return part.top > 0n ? [[rate, part]] : [];
      }),
    );
  });
}`,
  },
  {
    name: 'interpolated',
    uses: [
      'reached',
      'printEnds',
      'undetermined',
      'holeOf',
      'minusExact',
      'numberIn',
      'one',
      'exact',
      'order',
      'weighted',
    ],
    code: `/** The values of the tiers passed in full, and the share of the one that is reached. */
function interpolated(q, scale, by, tiers) {
  return reached(q, scale, by, tiers, 'all', (at, here, reaches) => {
    if (here.low === undefined || here.high === undefined) {
      const itself = printEnds(q, scale.type, here.brackets, here.low, here.high);
      return undetermined([holeOf(scale, itself)]);
    }
    const length = minusExact(numberIn(here.high), numberIn(here.low));
    const inside = minusExact(numberIn(at), numberIn(here.low));
    const share = length.top === 0n ? one : exact(inside.top * length.bottom, inside.bottom * length.top);
    const passed = reaches.filter(
      (each) => each !== here && each.high !== undefined && (order(each.high, at) ?? 1) <= 0,
    );
    return weighted([...passed.map(({ value }) => [value, one]), [here.value, share]]);
  });
}`,
  },
];
