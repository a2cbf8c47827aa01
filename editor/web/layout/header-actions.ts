import type { FunctionComponent } from 'preact';

/** Buttons at the right end of the header, behind Save. */
export const headerActions: readonly FunctionComponent[] = [];
