import type { FunctionComponent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Later } from '../later.ts';
import { usePage } from '../page.ts';
import { ComingPart, MissingPart } from '../parts/missing-part.tsx';
import { useLater } from '../use-later.ts';

/** A part of the page as soon as it is there; until then its place says so. */
export function PartView({ of }: { readonly of: Later<FunctionComponent> }): VNode {
  const { failed } = usePage();
  const { part: View, isMissing, need } = useLater(of, failed);
  useEffect(() => {
    if (of.now() === undefined) need();
  }, [of]);
  if (View !== undefined) return <View />;
  return isMissing ? <MissingPart onAgain={need} /> : <ComingPart />;
}
