/** The page of a vocabulary file: `vocabulary/pay.yaml` is `vocabulary.pay.html`. */
export function vocabularyFile(path: string): string {
  const stem = path.replace(/^vocabulary\//, '').replace(/\.yaml$/, '');
  return `vocabulary.${stem.replaceAll('/', '-')}.html`;
}
