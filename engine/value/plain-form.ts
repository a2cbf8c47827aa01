/** Signs that NFKC makes digits of, without being digits: ² ① ½ ⒈ ㏩. */
const numerals = /([\p{No}㋀-㋋㍘-㍰㏠-㏾]+)/u;

/**
 * Text in its plain form: full-width signs as half-width ones (NFKC). Raised and circled numerals stay what they are, or a footnote
 * mark behind an amount would become its last digit: “88000¹ CNY” is no 880001 CNY.
 */
export function plainForm(text: string): string {
  const parts = text.split(numerals);
  return parts.map((part, i) => (i % 2 === 0 ? part.normalize('NFKC') : part)).join('');
}
