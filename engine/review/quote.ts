import type { Ir } from '../ir/ir.ts';
import type { Handbook } from '../program/handbook.ts';

export type Quote = (ir: Ir) => string;

/** The text that a piece of a handbook's IR was written as. */
export function quoterOf({ sources }: Handbook): Quote {
  const files = new Map(sources.files.map((file) => [file.name, file.text]));
  return ({ origin }) => (files.get(origin.file) ?? '').slice(origin.start, origin.end);
}
