/** One thing of a generated module to a line, so that a change of one kind shows as such. */
const statement = /(?=(?:const|function) (?:kind|validate|schema|pattern|func)\d+\b)/g;

/** `{instancePath:…,schemaPath:…,keyword:…,params:{…}}`, and how ajv keeps it. */
const noted =
  /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:("\w+"),params:\{(.*?)\}\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;
const surroundings =
  /,\s*parentData(?::\w+)?,\s*parentDataProperty(?::(?:\w+|"[^"]*"|[^,{}]+))?,\s*rootData(?:=data)?(?=\})/g;
/** `schema7.properties["rests-on"].properties` asked for a key: a record of more keys than ajv compares one by one. */
const tabled = /func\d+\.call\(schema(\d+)((?:\.[\w$]+|\["(?:[^"\\]|\\.)*"\])+), (\w+)\)/g;

/** What of an error `engine/shape/validate.ts` reads besides its place and keyword. */
const readParams = /^(?:missingProperty|additionalProperty): /;

const note = `function noted(all, instancePath, keyword, params = {}){const one = {instancePath,keyword,params};if(all === null)return [one];all.push(one);return all;}`;

/**
 * The code that ajv generates without what nobody reads: where in the schema a mistake was found, the schemas themselves, what
 * stands around a value. That is most of it, and pages download it. Throws when ajv writes otherwise than today.
 */
export function slimmed(code: string): string {
  const lines = code.split(statement);
  const schemas = new Map(lines.flatMap((line) => schemaIn(line) ?? []));
  const tables = new Map<string, string>();
  const shorter = lines
    .filter((line) => !/^const (?:schema|func)\d+ = /.test(line))
    .join('\n')
    .replaceAll(noted, (_, __, path: string | undefined, keyword: string, params: string) => {
      const rest = readParams.test(params) ? `,{${params}}` : '';
      return `vErrors = noted(vErrors,${path ?? 'instancePath'},${keyword}${rest});`;
    })
    .replaceAll(surroundings, '')
    .replaceAll(tabled, (_, number: string, path: string, key: string) => {
      const keys = JSON.stringify(Object.keys(under(schemas.get(number), path)));
      if (!tables.has(keys)) tables.set(keys, `keys${tables.size}`);
      return `${tables.get(keys)}.has(${key})`;
    });
  const left = /schemaPath|parentData|rootData|\bschema\d|\bfunc\d/.exec(shorter);
  if (left !== null)
    throw new Error(
      `ajv writes "${shorter.slice(Math.max(0, left.index - 80), left.index + 80)}" otherwise than before.`,
    );
  return [note, ...[...tables].map(([keys, name]) => `const ${name} = new Set(${keys});`), shorter].join('\n');
}

function schemaIn(line: string): readonly (readonly [string, object])[] | undefined {
  const [, number, json] = /^const schema(\d+) = (\{.*\});\s*$/s.exec(line) ?? [];
  return number === undefined || json === undefined ? undefined : [[number, JSON.parse(json) as object]];
}

/** What stands below a value at a path as JavaScript writes it. */
function under(value: object | undefined, path: string): object {
  const keys = [...path.matchAll(/\.([\w$]+)|\[("(?:[^"\\]|\\.)*")\]/g)].map(([, plain, quoted]) =>
    quoted === undefined ? plain : (JSON.parse(quoted) as string),
  );
  let at: unknown = value;
  for (const key of keys) at = (at as Readonly<Record<string, unknown>> | undefined)?.[key ?? ''];
  if (typeof at !== 'object' || at === null)
    throw new Error(`ajv reads the keys of ${path}, which is no schema of it.`);
  return at;
}
