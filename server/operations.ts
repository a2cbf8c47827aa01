import type { TSchema } from 'typebox';
import type { Limits } from './limits.ts';
import type { ProblemName } from './problems.ts';
import { batchOf, DecisionQuery, HandbookQuery, NoQuery, Question, type AnswerName } from './schemas.ts';

/** One thing that the service does: routes and `/openapi.json` are both made of these. */
export interface Operation {
  readonly id: OperationName;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `{name}` is a part of the address. */
  readonly path: string;
  readonly summary: string;
  readonly query: TSchema;
  readonly body?: { readonly name: string; readonly schema: TSchema };
  /** The shape of its answer, or the media type of one that is no JSON of ours. */
  readonly answer: { readonly shape: AnswerName } | { readonly media: string };
  /** Of the statuses that the answer may have, those beside 200. */
  readonly also?: readonly number[];
  readonly problems: readonly ProblemName[];
  /** Answered without a token, too: what a load balancer asks. */
  readonly isOpen?: true;
}

export type OperationName =
  'decide' | 'decideBatch' | 'explain' | 'handbook' | 'decision' | 'live' | 'ready' | 'metrics' | 'openapi';

const asking: readonly ProblemName[] = [
  'not-json',
  'cut',
  'slow-body',
  'too-large',
  'wrong-media',
  'wrong-shape',
  'too-deep',
  'no-day',
  'not-recorded',
];

export function operationsOf({ mostQuestions }: Limits): readonly Operation[] {
  const question = { name: 'Question', schema: Question };
  return [
    {
      id: 'decide',
      method: 'post',
      path: '/v1/decisions',
      summary: 'Ask one decision.',
      query: NoQuery,
      body: question,
      answer: { shape: 'Decided' },
      problems: [...asking, 'unknown-decision'],
    },
    {
      id: 'decideBatch',
      method: 'post',
      path: '/v1/decisions:batch',
      summary:
        'Ask many decisions about one day. A question that cannot be answered has an outcome with the status “error”.',
      query: NoQuery,
      body: { name: 'Batch', schema: batchOf(mostQuestions) },
      answer: { shape: 'DecidedBatch' },
      problems: [...asking, 'too-many', 'too-long'],
    },
    {
      id: 'explain',
      method: 'post',
      path: '/v1/explain',
      summary: 'Ask one decision, and how it came about.',
      query: NoQuery,
      body: question,
      answer: { shape: 'Explained' },
      problems: [...asking, 'unknown-decision'],
    },
    {
      id: 'handbook',
      method: 'get',
      path: '/v1/handbook',
      summary: 'The handbook in use: revision, policies with their versions, and on request the decisions of a day.',
      query: HandbookQuery,
      answer: { shape: 'Handbook' },
      problems: ['wrong-shape', 'no-day'],
    },
    {
      id: 'decision',
      method: 'get',
      path: '/v1/decisions/{name}',
      summary: 'What a decision is, and which facts it reads.',
      query: DecisionQuery,
      answer: { shape: 'Decision' },
      problems: ['wrong-shape', 'no-day', 'unknown-decision'],
    },
    {
      id: 'live',
      method: 'get',
      path: '/health/live',
      summary: 'Does the process run?',
      query: NoQuery,
      answer: { shape: 'Alive' },
      problems: [],
      isOpen: true,
    },
    {
      id: 'ready',
      method: 'get',
      path: '/health/ready',
      summary: 'Shall it be sent requests, and is the file of the bundle the one in use?',
      query: NoQuery,
      answer: { shape: 'Ready' },
      also: [503],
      problems: [],
      isOpen: true,
    },
    {
      id: 'metrics',
      method: 'get',
      path: '/metrics',
      summary: 'Counts and times for Prometheus.',
      query: NoQuery,
      answer: { media: 'text/plain' },
      problems: [],
    },
    {
      id: 'openapi',
      method: 'get',
      path: '/openapi.json',
      summary: 'This description.',
      query: NoQuery,
      answer: { media: 'application/json' },
      problems: [],
    },
  ];
}
