/** How a word is coloured, by what it is. */
export const colourNames = [
  'fact',
  'decision',
  'definition',
  'parameter',
  'function',
  'member',
  'unit',
  'element',
  'reference',
  'person',
  'keyword',
  'number',
  'text',
  'operator',
] as const;
export type ColourName = (typeof colourNames)[number];
