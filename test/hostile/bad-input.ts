/** A change of one file of the small handbook in test/fuzz/handbook: what is found is replaced, or the whole text. */
export interface BadInput {
  readonly file: string;
  readonly find?: string;
  readonly replace: string;
  /** `code at place`, of findings in this file; `…` in a place stands for anything. */
  readonly told: readonly string[];
  /** What is found besides follows from it. */
  readonly andMore?: boolean;
}

const many = (text: string, times: number): string => text.repeat(times);
const rate = 'rate: 33%';
const digits = many('9', 400);

/** Everything that issue 2 lists as bad input, with what is told of it and where. */
export const badInputs: Readonly<Record<string, BadInput>> = {
  'an unknown key': {
    file: 'graded.yaml',
    find: 'rate: 12.5%,',
    replace: 'rate: 12.5%, rests_on: x,',
    told: ['shape/unknown-key at rests_on'],
  },
  'a wrong unit': {
    file: 'bonus.yaml',
    find: 'notice + 3 days',
    replace: 'notice + 3 CNY',
    told: ['expression/unit-clash at notice + 3 CNY'],
  },
  'a unit that does not exist': {
    file: 'bonus.yaml',
    find: 'stock > 2 cans',
    replace: 'stock > 2 tins',
    told: ['expression/unknown-unit at tins'],
  },
  'a misspelt name': {
    file: 'bonus.yaml',
    find: 'half: sold.amount',
    replace: 'half: sold.amuont',
    told: ['expression/unknown-name at sold.amuont'],
  },
  'a tab': { file: 'graded.yaml', find: '\n  - { in: "> 250', replace: '\n\t- { in: "> 250', told: ['yaml/tab at \t'] },
  'a duplicate key': {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner: owner\nowner: head',
    told: ['yaml/duplicate-key at owner'],
  },
  'an anchor': { file: 'graded.yaml', find: rate, replace: 'rate: &r 33%', told: ['yaml/anchor at &r'] },
  'an alias': { file: 'graded.yaml', find: 'owner: owner', replace: 'owner: *owner', told: ['yaml/anchor at *owner'] },
  'a merge key': {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner: owner\n<<: { a: b }',
    told: ['yaml/merge-key at <<'],
  },
  'a custom tag': { file: 'graded.yaml', find: 'owner: owner', replace: 'owner: !js owner', told: ['yaml/tag at !js'] },
  __proto__: {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner: owner\n__proto__: { a: b }',
    told: ['yaml/reserved-key at __proto__'],
  },
  'constructor as a fact': {
    file: 'words.yaml',
    find: '  price:',
    replace: '  constructor:',
    told: ['yaml/reserved-key at constructor'],
    andMore: true,
  },
  '10 MB': { file: 'curve.yaml', replace: many('a: b # c\n', 1_200_000), told: ['yaml/too-large at '] },
  '10 MB on a line': { file: 'curve.yaml', replace: many('a', 10_000_000), told: ['yaml/too-large at '] },
  '10,000 brackets of YAML': { file: 'curve.yaml', replace: many('[', 10_000), told: ['yaml/too-deep at ['] },
  '10,000 brackets of YAML that close': {
    file: 'curve.yaml',
    replace: `a: ${many('[', 10_000)}${many(']', 10_000)}`,
    told: ['yaml/too-deep at ['],
  },
  '10,000 indents': {
    file: 'curve.yaml',
    replace: Array.from({ length: 10_000 }, (_, depth) => `${many(' ', depth)}a:`).join('\n'),
    told: ['yaml/too-large at '],
  },
  '10,000 levels on a line': { file: 'curve.yaml', replace: many('- ', 10_000), told: ['yaml/too-deep at -'] },
  'as many indents as a file may hold': {
    file: 'curve.yaml',
    replace: Array.from({ length: 1_900 }, (_, depth) => `${many(' ', depth)}a:`).join('\n'),
    told: ['yaml/too-deep at :'],
  },
  '10,000 brackets of an expression': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: `half: ${many('(', 10_000)}1${many(')', 10_000)}`,
    told: ['expression/too-long at …'],
  },
  '200 brackets of an expression': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: `half: ${many('(', 200)}1${many(')', 200)}`,
    told: ['expression/too-deep at …'],
  },
  'an expression of 100,000 characters': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: `half: ${many('1 + ', 25_000)}1`,
    told: ['expression/too-long at …'],
  },
  'a number of 400 digits': {
    file: 'graded.yaml',
    find: rate,
    replace: `rate: ${digits}%`,
    told: [`expression/number-too-long at ${digits}`],
  },
  'a comparison without quotes': {
    file: 'graded.yaml',
    find: 'in: "> 250.50 CNY"',
    replace: 'in: > 250.50 CNY',
    told: ['yaml/needs-quotes at > 250.50 CNY'],
  },
  'a value that begins like a list item': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: 'half: - sold.amount',
    told: ['yaml/needs-quotes at - sold.amount'],
  },
  'an interval without quotes': {
    file: 'graded.yaml',
    find: '"[0 CNY .. 100 CNY]"',
    replace: '[0 CNY .. 100 CNY]',
    told: ['yaml/needs-quotes at [0 CNY .. 100 CNY]'],
  },
  'a half-open interval without quotes': {
    file: 'graded.yaml',
    find: '"(100 CNY .. 250.50 CNY]"',
    replace: '(100 CNY .. 250.50 CNY]',
    told: ['yaml/needs-quotes at (100 CNY .. 250.50 CNY]'],
  },
  'a set without quotes': {
    file: 'discount.yaml',
    find: '"{A, B}"',
    replace: '{A, B}',
    told: ['yaml/needs-quotes at {A, B}'],
  },
  'a negation without quotes': {
    file: 'discount.yaml',
    find: '"!= sunday"',
    replace: '!= sunday',
    told: ['yaml/needs-quotes at != sunday'],
  },
  'a comment that was none': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: 'half: sold.amount #2',
    told: ['yaml/needs-quotes at sold.amount #2'],
  },
  'a comma in a text in braces': {
    file: 'graded.yaml',
    find: 'en: Graded',
    replace: 'en: Graded, by parts',
    told: ['yaml/needs-quotes at Graded, by parts'],
  },
  'a colon in a text in braces': {
    file: 'graded.yaml',
    find: 'en: Graded',
    replace: 'en: Graded: by parts',
    told: ['yaml/needs-quotes at Graded: by parts'],
  },
  'a comma in an expression in braces': {
    file: 'surcharge.yaml',
    find: 'fee: 5 CNY',
    replace: 'fee: max(5 CNY, 6 CNY)',
    told: ['yaml/needs-quotes at max(5 CNY, 6 CNY)'],
  },
  'a full-width colon': {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner：owner',
    told: ['yaml/full-width-colon at ：'],
  },
  'full-width digits and signs': {
    file: 'graded.yaml',
    find: rate,
    replace: 'rate: ３３％',
    told: ['expression/full-width at ３３％'],
  },
  'full-width brackets': {
    file: 'bonus.yaml',
    find: 'half: sold.amount / 2',
    replace: 'half: （sold.amount）／２',
    told: ['expression/full-width at （sold.amount）／２'],
  },
  'words of a Chinese keyboard': {
    file: 'bonus.yaml',
    find: 'score >= 30% and (urgent',
    replace: 'score ≥ 30% 且 (urgent',
    told: [],
  },
  'a mark of the encoding': { file: 'graded.yaml', find: 'policy: graded', replace: '\ufeffpolicy: graded', told: [] },
  'lines that end as on Windows': { file: 'graded.yaml', find: '\n', replace: '\r\n', told: [] },
  'a carriage return alone': {
    file: 'graded.yaml',
    find: 'owner: owner\n',
    replace: 'owner: owner\r',
    told: ['yaml/forbidden-character at \r'],
  },
  'an end of text': {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner: own\0er',
    told: ['yaml/forbidden-character at \0'],
  },
  'a direction of writing that turns': {
    file: 'graded.yaml',
    find: 'owner: owner',
    replace: 'owner: own\u202eer',
    told: ['yaml/forbidden-character at \u202e'],
  },
  'a quote that never closes': {
    file: 'graded.yaml',
    find: 'en: Graded',
    replace: 'en: "Graded',
    told: ['yaml/quote-not-closed at "'],
    andMore: true,
  },
  'a bracket that never closes': {
    file: 'graded.yaml',
    find: 'zh: 累进 }',
    replace: 'zh: 累进',
    told: ['yaml/bracket at {'],
  },
  'thousands set apart': {
    file: 'graded.yaml',
    find: '"> 250.50 CNY"',
    replace: '"> 1,250.50 CNY"',
    told: ['expression/thousand-separator at 1,250.50'],
    andMore: true,
  },
  'half a surrogate pair': { file: 'curve.yaml', find: 'en: Curve', replace: 'en: "\ud800"', told: [] },
  'no policy at all': { file: 'curve.yaml', replace: '', told: ['yaml/empty at '] },
  'a list in place of a policy': { file: 'curve.yaml', replace: '- a\n', told: ['handbook/unknown-file at '] },
};
