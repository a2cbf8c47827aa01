const year = 31_536_000;

/** What was chosen last under a name; a cookie, since storage would be another one for each port. */
export function remembered(name: string): string | undefined {
  return new RegExp(`(?:^|; )bylaw-${name}=([^;]*)`).exec(document.cookie)?.[1];
}

export function remember(name: string, chosen: string): void {
  document.cookie = `bylaw-${name}=${chosen}; path=/; max-age=${year}; samesite=strict`;
}
