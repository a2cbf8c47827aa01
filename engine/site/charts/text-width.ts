/** About how wide a text is at a size in pixels: a Chinese character is as wide as it is high, others about half of that. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(character) ? 1 : 0.56;
  return Math.ceil(ems * size);
}

/** A text in lines of at most this width; Chinese breaks anywhere, other words between them. The last line ends with … when there is more. */
export function textLines(text: string, size: number, width: number, most: number): readonly string[] {
  const words = text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*/gu,
  ) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const isPunctuation = /^[、，。；：）》”]/u.test(word);
    if (line !== '' && !isPunctuation && textWidth(line + word.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}
