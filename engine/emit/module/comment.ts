/** A title stays a comment whatever it says. */
export function comment(text: string): string {
  return text.replaceAll('*/', '*\u200b/').replaceAll(/\s+/gu, ' ');
}
