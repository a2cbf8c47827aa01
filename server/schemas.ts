import { Type, type Static, type TSchema } from 'typebox';
import type { RawFacts } from '../engine/runtime.ts';

/**
 * What requests and answers look like, said once: requests are held to these shapes, and `/openapi.json` is made of them. Numbers in
 * facts never become floats: by the time a body is looked at they are their own source text.
 */

const day = (description: string): ReturnType<typeof Type.String> =>
  Type.String({ description, pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-10-31'] });
const at = day('The day whose rules hold.');
const known = day('Only what was published by this day; everything when left out.');
const period = Type.String({
  description: 'The month whose rules hold, in place of a day: its last day counts.',
  pattern: '^\\d{4}-\\d{2}$',
  examples: ['2026-10'],
});
/** A day or a month, one of them. */
const moment = { at: Type.Optional(at), period: Type.Optional(period), known: Type.Optional(known) };
const closed = { additionalProperties: false };
const eitherDayOrMonth = { ...closed, oneOf: [{ required: ['at'] }, { required: ['period'] }] };

const facts = Type.Unsafe<RawFacts>({
  type: 'object',
  description:
    'Facts by their names. Amounts are text with their unit ("88000 CNY", "110%"); a number is taken digit by digit as it is written. null is a fact that is not known.',
  additionalProperties: { type: ['string', 'number', 'boolean', 'null', 'array', 'object'] },
  examples: [{ 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' }],
});
const asked = {
  decision: Type.String({ minLength: 1, maxLength: 200, examples: ['sales.net'] }),
  on: Type.Optional(
    Type.String({ maxLength: 200, description: 'What a decision that takes an argument is asked about: "T-1".' }),
  ),
  sourceOnly: Type.Optional(
    Type.Boolean({ description: 'Only what the source itself settles, without what the company has read into it.' }),
  ),
  facts,
};

export const Question = Type.Object({ ...moment, ...asked }, eitherDayOrMonth);
export type Question = Static<typeof Question>;

const BatchQuestion = Type.Object(asked, closed);
export const batchOf = (mostQuestions: number) =>
  Type.Object({ ...moment, questions: Type.Array(BatchQuestion, { maxItems: mostQuestions }) }, eitherDayOrMonth);
export type Batch = Static<ReturnType<typeof batchOf>>;

export const HandbookQuery = Type.Object(
  { at: Type.Optional(day('Also list the decisions of this day.')), known: Type.Optional(known) },
  { ...closed, dependentRequired: { known: ['at'] } },
);
export const DecisionQuery = Type.Object(moment, eitherDayOrMonth);
export const NoQuery = Type.Object({}, closed);

const texts = Type.Object({ en: Type.String(), zh: Type.String() }, closed);
const names = Type.Array(Type.String());
const version = Type.Integer({ minimum: 0 });
/** Answers say nothing that stands not here; what is optional is left out, never null. */
const optional = <T extends TSchema>(schema: T): ReturnType<typeof Type.Optional<T>> => Type.Optional(schema);

const answeredBy = {
  handbook: Type.String(),
  revision: Type.Integer(),
  bundle: Type.String({ description: 'SHA-256 of the bundle that answered.', pattern: '^[0-9a-f]{64}$' }),
  at: Type.String({ description: 'The day whose rules held.' }),
  known: Type.String({ description: 'What was published by this day counted; 9999-12-31 stands for everything.' }),
};
const Outcome = Type.Object(
  {
    decision: Type.String(),
    status: Type.Union(['determined', 'undetermined', 'not-applicable', 'error'].map((one) => Type.Literal(one))),
    value: optional(Type.String({ description: 'Text with its unit, exact: "80000.00 CNY".' })),
    type: Type.String(),
    flags: names,
    reasons: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          fact: optional(Type.String()),
          parameter: optional(Type.String()),
          gap: optional(Type.String()),
          person: optional(Type.String()),
          allowed: optional(Type.String()),
          needs: optional(Type.Integer()),
          text: texts,
        },
        closed,
      ),
    ),
    policy: Type.String(),
    version,
    cites: names,
    error: optional(
      Type.Object(
        {
          code: Type.String(),
          message: texts,
          fact: optional(Type.String({ description: 'The fact that is at fault, or a place in one.' })),
          span: optional(Type.Object({}, { additionalProperties: true })),
        },
        closed,
      ),
    ),
  },
  closed,
);
const listed = {
  name: Type.String(),
  title: texts,
  policy: Type.String(),
  version,
  type: Type.String({ description: 'As outcomes name it: money(CNY).' }),
};

/** Shapes by the names under which `/openapi.json` has them. */
export const answers = {
  Outcome,
  Decided: Type.Object({ ...answeredBy, outcome: Outcome }, closed),
  DecidedBatch: Type.Object(
    { ...answeredBy, outcomes: Type.Array(Outcome, { description: 'One for each question, in their order.' }) },
    closed,
  ),
  Explained: Type.Object(
    {
      ...answeredBy,
      outcome: Outcome,
      explanation: Type.Object(
        { steps: Type.Array(Type.Object({ step: Type.String() }, { additionalProperties: true })) },
        {
          additionalProperties: true,
          description: 'Every step on the way to the value, to be worked out again by hand.',
        },
      ),
      text: Type.String({ description: 'The same in words, in the language of Accept-Language.' }),
    },
    closed,
  ),
  Handbook: Type.Object(
    {
      handbook: Type.String(),
      revision: Type.Integer(),
      bundle: answeredBy.bundle,
      signedBy: optional(Type.String({ description: 'The key that signed the bundle, where keys are asked for.' })),
      engine: Type.String({ description: 'The engine that built the bundle.' }),
      timeZone: Type.String(),
      currency: Type.String(),
      changes: Type.Array(Type.String(), { description: 'The days on which any rule changes.' }),
      policies: Type.Array(
        Type.Object(
          {
            policy: Type.String(),
            title: texts,
            versions: Type.Array(
              Type.Object(
                { version, from: Type.String(), to: optional(Type.String()), published: Type.String() },
                closed,
              ),
            ),
          },
          closed,
        ),
      ),
      decisions: optional(Type.Array(Type.Object(listed, closed))),
    },
    closed,
  ),
  Decision: Type.Object(
    {
      ...listed,
      on: optional(Type.Object({ name: Type.String(), type: Type.String() }, closed)),
      cites: names,
      facts: Type.Array(
        Type.Object(
          { name: Type.String(), title: texts, type: Type.String(), alias: names, needed: Type.Boolean() },
          closed,
        ),
      ),
      blocked: optional(Type.Union([Type.Literal('no-version'), Type.Literal('error')])),
    },
    closed,
  ),
  Alive: Type.Object({ alive: Type.Literal(true) }, closed),
  Ready: Type.Object(
    {
      ready: Type.Boolean({ description: 'False while the service stops, or cannot record what it decides.' }),
      current: Type.Boolean({
        description: 'False while the file of the bundle is not taken and an older good one answers.',
      }),
      recording: optional(
        Type.Boolean({ description: 'Where decisions are logged: false while that fails, and nothing is decided.' }),
      ),
      handbook: Type.String(),
      revision: Type.Integer(),
      bundle: answeredBy.bundle,
      refused: Type.Array(Type.Object({ code: Type.String(), message: texts }, closed)),
    },
    closed,
  ),
  Problem: Type.Object(
    {
      type: Type.String({ description: 'urn:bylaw:problem:NAME' }),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      code: Type.String(),
      place: optional(
        Type.String({ description: 'A JSON Pointer into the body, a byte of it, or the name of a header or query.' }),
      ),
      fix: Type.String(),
      instance: Type.String(),
    },
    { ...closed, description: 'Problem details (RFC 9457), in the language of Accept-Language (en, zh).' },
  ),
} as const satisfies Record<string, TSchema>;
export type AnswerName = keyof typeof answers;
