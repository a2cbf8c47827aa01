import type { Validator } from '../engine/shape/validate.ts';
/** The validator of each kind of file, by its name. */
export declare const validators: Readonly<Record<string, Validator>>;
