/** What a page of docs/ holds between fences, in the order of the page. */
export interface Block {
  /** `bylaw`, `yaml` … */
  readonly language: string;
  /** What stands behind the language: `facts`, `file=sales.yaml`, or nothing. */
  readonly about: string;
  readonly text: string;
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\S+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language = '', about = '', text = '']) => ({
    language,
    about,
    text,
  }));
}

/** The files that a page shows, by their paths. */
export function filesOf(blocks: readonly Block[]): Readonly<Record<string, string>> {
  const files = blocks.filter(({ about }) => about.startsWith('file='));
  return Object.fromEntries(files.map(({ about, text }) => [about.slice('file='.length), text]));
}

/** A line `expression → result`, with the page's facts, or with those that stand right before it as `facts-here`. */
export interface Example {
  readonly expression: string;
  readonly result: string;
  readonly facts: string;
}

export function examplesOf(blocks: readonly Block[]): readonly Example[] {
  const found: Example[] = [];
  let facts = '';
  let here: string | undefined;
  for (const { language, about, text } of blocks) {
    if (about === 'facts') facts = text;
    if (about === 'facts-here') here = text;
    if (language !== 'bylaw') continue;
    for (const line of text.trimEnd().split('\n')) {
      const [expression = '', result = ''] = line.split(' → ');
      found.push({ expression, result, facts: here ?? facts });
    }
    here = undefined;
  }
  return found;
}
