/** How much one request may ask of the service. */
export interface Limits {
  /** Of a body. */
  readonly mostBytes: number;
  /** Of a batch. */
  readonly mostQuestions: number;
  /** In which all of a body must have come. */
  readonly bodySeconds: number;
  /** That working out a batch may take. One decision is never cut off; the size of the body bounds it. */
  readonly workSeconds: number;
  /** That a batch works before it lets other requests have their turn. */
  readonly turnMilliseconds: number;
  /** That answers under way may take when the service stops. */
  readonly graceSeconds: number;
}

export const usualLimits: Limits = {
  mostBytes: 1_000_000,
  mostQuestions: 1_000,
  bodySeconds: 10,
  workSeconds: 10,
  turnMilliseconds: 5,
  graceSeconds: 10,
};
