import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Bundle, Diagnostic, Moment, Outcome, Program, RawFacts } from '../engine/runtime.ts';
import type { BundleInUse } from './bundle-in-use.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Operation } from './operations.ts';
import type { Problem } from './problems.ts';

/** A decision that was asked and worked out. */
export interface Answered {
  /** The request's number, as its answer and the log have it; the questions of a batch share one. */
  readonly request: string;
  /** Whose token it came with, where tokens are asked for. */
  readonly caller?: string;
  /** What answered. */
  readonly bundle: Bundle;
  readonly moment: Moment;
  /** The bundle, linked to that moment. */
  readonly program: Program;
  readonly decision: string;
  readonly on?: string;
  readonly sourceOnly?: boolean;
  /** As they came; numbers by their source text. */
  readonly facts: RawFacts;
  readonly outcome: Outcome;
}

/** Whoever keeps the record of what is decided. */
export interface Recorder {
  /**
   * Hears of all decisions of a request before they are given: an answer waits for what this gives back, and is withheld when
   * that says why they could not be recorded. So a decision log misses no answer.
   */
  readonly record: (answered: readonly Answered[]) => Promise<Diagnostic | undefined>;
  /** Why nothing can be recorded now. */
  readonly broken: () => Diagnostic | undefined;
}

/** What all routes share. */
export interface Inside {
  readonly bundle: BundleInUse;
  readonly limits: Limits;
  readonly metrics: Metrics;
  /** Where none is kept, decisions are given as they are. */
  readonly recorder?: Recorder;
  readonly operations: readonly Operation[];
  readonly isStopping: () => boolean;
  /** Of the engine that serves. */
  readonly version: string;
  readonly withTokens: boolean;
}

export interface Environment {
  Bindings: HttpBindings;
  Variables: { request: string; caller: string | undefined; operation: string; failure: Error };
}
export type Asked = Context<Environment>;
export type Handler = (asked: Asked) => Response | Problem | Promise<Response | Problem>;
