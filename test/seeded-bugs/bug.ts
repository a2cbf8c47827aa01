/** A mistake put into a copy of the evaluators on purpose: `find` stands exactly once in the file. */
export interface Bug {
  readonly name: string;
  /** Below `engine/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
