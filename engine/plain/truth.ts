import type { Plain, PlainTruth } from './tree.ts';

export const truth = (does: PlainTruth['does']): PlainTruth => ({ is: 'truth', does });

export const always = (held: boolean): PlainTruth => truth({ op: 'truth', truth: held });

export const leaving: PlainTruth = truth({ op: 'leave' });

/** A condition; what is no truth value leaves. */
export const truthOf = (plain: Plain): PlainTruth => (plain.is === 'truth' ? plain : leaving);
