/** All but the signs that NFKC makes digits of, without being digits: ² ① ½ ⒈ ㏩. */
const betweenNumerals = /[^\p{No}㋀-㋋㍘-㍰㏠-㏾]+/gu;

/**
 * Text in its plain form: full-width signs as half-width ones (NFKC). Raised and circled numerals stay what they are, or a footnote
 * mark behind an amount would become its last digit: “88000¹ CNY” is no 880001 CNY.
 */
export function plainForm(text: string): string {
  // Nearly all texts are plain already.
  return /^[ -~]*$/.test(text) ? text : text.replace(betweenNumerals, (part) => part.normalize('NFKC'));
}
