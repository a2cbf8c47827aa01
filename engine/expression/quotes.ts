/** A text as the language writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** What the quoted text says. */
export function unquoted(image: string): string {
  const inside = image.slice(1, -1);
  return inside.includes('\\') ? inside.replaceAll(/\\(["\\])/g, '$1') : inside;
}
