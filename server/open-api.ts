import type { TSchema } from 'typebox';
import type { Operation } from './operations.ts';
import { statusOf, titleOf, typeOf, type ProblemName } from './problems.ts';
import { answers } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** The description of the service (OpenAPI 3.1), made of what requests are held to. */
export function openApi(operations: readonly Operation[], version: string, withTokens: boolean): Json {
  const bodies = Object.fromEntries(
    operations.flatMap(({ body }) => (body === undefined ? [] : [[body.name, body.schema]])),
  );
  const paths = Map.groupBy(operations, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: { title: 'Bylaw decisions', version, summary: 'Asks the decisions of a handbook, exactly and with reasons.' },
    paths: Object.fromEntries(
      [...paths].map(([path, those]) => [
        path,
        Object.fromEntries(those.map((one) => [one.method, described(one, withTokens)])),
      ]),
    ),
    components: {
      schemas: { ...bodies, ...answers },
      ...(withTokens ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
    ...(withTokens ? { security: [{ token: [] }] } : {}),
  };
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const language = {
  name: 'Accept-Language',
  in: 'header',
  description: 'Language of problems and of explanations: en or zh.',
  schema: { type: 'string' },
};

function described(operation: Operation, withTokens: boolean): Json {
  const { id, path, summary, query, body, isOpen } = operation;
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    summary,
    parameters: [...parts, ...queries(query), language],
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(reference(body.name)) } }),
    responses: responsesOf(operation, withTokens),
    ...(isOpen === true ? { security: [] } : {}),
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function queries(schema: TSchema): readonly Json[] {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: of,
  }));
}

function responsesOf({ answer, also = [], problems, isOpen }: Operation, withTokens: boolean): Json {
  const content =
    'shape' in answer
      ? json(reference(answer.shape))
      : { [answer.media]: { schema: answer.media.includes('json') ? {} : { type: 'string' } } };
  const good = [200, ...also].map((status) => [
    String(status),
    { description: status === 200 ? 'The answer.' : 'The same, while questions must go elsewhere.', content },
  ]);
  const all: readonly ProblemName[] = [
    ...problems,
    ...(isOpen === true || !withTokens ? [] : (['token'] as const)),
    'wrong-shape',
    'bug',
  ];
  const refusals = [...Map.groupBy(new Set(all), statusOf)].map(([status, those]) => [
    String(status),
    {
      description: those.map((one) => `${titleOf(one)} (\`${typeOf(one)}\`).`).join(' '),
      content: { 'application/problem+json': { schema: reference('Problem') } },
    },
  ]);
  return Object.fromEntries([...good, ...refusals]) as Json;
}
