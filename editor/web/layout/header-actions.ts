import type { FunctionComponent } from 'preact';
import { ProposeButton } from '../proposing/propose-button.tsx';

/** Buttons at the right end of the header, behind Save. */
export const headerActions: readonly FunctionComponent[] = [ProposeButton];
