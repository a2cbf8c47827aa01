import { largest } from '../../plain/scaled.ts';

export const fits = (units: number): boolean => units <= largest && units >= -largest;

/** NaN for what is too long. */
export const fitting = (units: number): number => (fits(units) ? units : NaN);
