import { isCollection, isScalar, parseDocument, visit } from 'yaml';

/** A manner of writing YAML. */
export interface Style {
  readonly indentation: number;
  /** Of a line; 0 folds nothing. */
  readonly width: number;
  readonly ends: string;
  /** A number from 0 to 99, another each time. */
  readonly choices: () => number;
}

/** The same YAML in another style: brackets or not, quotes, indentation, blanks, and comments where none were. */
export function restyled(text: string, style: Style): string {
  const { choices, indentation, width, ends } = style;
  const document = parseDocument(text, { schema: 'failsafe' });
  visit(document, {
    Node: (key, node) => {
      // A comment would end what stands between brackets on its line.
      if (isCollection(node) && choices() < 20 && !hasComments(node)) node.flow = choices() < 50;
      if (isScalar(node) && key !== 'key' && node.type !== 'PLAIN' && choices() < 50)
        node.type = choices() < 50 ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
      // Folded before the sign, a difference without quotes would look like an entry of a list; that is refused.
      if (isScalar(node) && node.type === 'PLAIN' && width > 0 && / - /.test(String(node.value)))
        node.type = 'QUOTE_SINGLE';
    },
  });
  const written = document.toString({ indent: indentation, lineWidth: width, flowCollectionPadding: choices() < 50 });
  const lines = written.split('\n').flatMap((line, i) => (i === 0 ? [line] : disturbed(line, choices, i)));
  return lines.join(ends);
}

function hasComments(node: object): boolean {
  return JSON.stringify(node, (_, part: unknown) => part).includes('#') || 'comment' in node || 'commentBefore' in node;
}

/** Between block entries only: elsewhere a line may be part of a text. */
function disturbed(line: string, choices: () => number, number: number): readonly string[] {
  const isEntry = /^ *(?:- )*[\p{L}_][\p{L}\p{N}_.-]*:(?: |$)/u.test(line);
  const lines: string[] = [];
  if (isEntry && choices() < 5) lines.push('');
  if (isEntry && choices() < 5) lines.push(`${' '.repeat(choices() % 9)}# above ${String(number)}`);
  const isWhole = isEntry && /:$/.test(line) && choices() < 10;
  // Blanks behind a fold within a word would be part of the word.
  const mayTrail = !line.endsWith('\\') && choices() < 5;
  return [...lines, isWhole ? `${line}   # behind ${String(number)}` : mayTrail ? `${line}  ` : line];
}
