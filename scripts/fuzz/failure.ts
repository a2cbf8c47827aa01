/** What an input shows to be wrong with the engine. */
export interface Failure {
  /** The same for the same mistake, so that an input can be made smaller. */
  readonly what: string;
  readonly detail: string;
}

/** Thrown by checks to end the examination of an input. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.what);
    this.failure = failure;
  }
}

export function fail(what: string, detail: unknown): never {
  throw new FailureError({ what, detail: typeof detail === 'string' ? detail : JSON.stringify(detail, null, 1) });
}

/** What somebody else's error says: its message without numbers and names, and where it was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (!(error instanceof Error)) return { what: 'threw', detail: String(error) };
  const place = /\(?(?:file:\/\/)?[^()\s]*\/((?:engine|editor|scripts)\/[^()\s:]+):\d+/.exec(error.stack ?? '')?.[1];
  return { what: `threw ${error.name} in ${place ?? '?'}`, detail: (error.stack ?? error.message).slice(0, 4_000) };
}
