import type { Span } from '../../../source/span.ts';

/** `policies/pay/bonus.yaml:120-134` as a place in the handbook: offsets from and to. */
export function spanOf(place: string): Span {
  const colon = place.lastIndexOf(':');
  const [start = 0, end = 0] = place
    .slice(colon + 1)
    .split('-')
    .map(Number);
  return { file: place.slice(0, colon), start, end };
}
