import type { Head } from '../../kinds/head.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';

/** How policies of a kind are shown. */
export type View = (scene: PolicyScene) => readonly Section[];

/** A kind's view; that the file's `kind` gives the policy its type was settled when it was read. */
export function viewOf<P extends Head>(show: (policy: P, scene: PolicyScene) => readonly Section[]): View {
  return (scene) => show(scene.policy as P, scene);
}
