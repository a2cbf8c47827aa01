import type { Session } from './manual-session.ts';

/**
 * Follows a page of the manual and gives it back with the outputs that its commands print today. Blocks between fences:
 * `console` runs each line that begins with `$ ` (`exit=1`: the last one ends so); `… file=PATH` is written as a file; `… in=PATH` stands
 * so in that file; `diff file=PATH` takes lines with `-` out and puts lines with `+` in. No other block may stand on a page.
 */
export async function follow(page: string, session: Session): Promise<string> {
  const pieces = page.split(/^(```[^\n]*\n(?:.*?\n)??```\n)/ms);
  const followed: string[] = [];
  for (const piece of pieces) followed.push(piece.startsWith('```') ? await block(piece, session) : piece);
  return followed.join('');
}

async function block(piece: string, session: Session): Promise<string> {
  const [, language = '', about = '', text = ''] = /^```(\S*) ?([^\n]*)\n(.*)```\n$/s.exec(piece) ?? [];
  const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(about) ?? [];
  if (language === 'console')
    return `\`\`\`${`console ${about}`.trim()}\n${await run(text, key === 'exit' ? Number(value) : 0, session)}\`\`\`\n`;
  if (language === 'diff' && key === 'file') session.write(value, changed(session.read(value), text, value));
  else if (key === 'file') session.write(value, text);
  else if (key === 'in') mustStand(text, session.read(value), value);
  else throw new Error(`A block of the manual that nobody runs: ${piece}`);
  return piece;
}

async function run(text: string, exit: number, session: Session): Promise<string> {
  const lines = text.split('\n').filter((line) => line.startsWith('$ '));
  let [shown, last] = ['', 0];
  for (const line of lines) {
    if (last !== 0) throw new Error(`A command before “${line}” ended with ${last}: ${shown}`);
    const { printed, code } = await session.type(line.slice(2));
    const whole = printed === '' || printed.endsWith('\n') ? printed : `${printed}\n`;
    shown += `${line}\n${whole.replaceAll(/[ \t]+$/gm, '')}`;
    last = code;
  }
  if (last !== exit) throw new Error(`${lines.at(-1) ?? ''} ended with ${last}, not ${exit}: ${shown}`);
  return shown;
}

/** The file after a change: the lines before it (` ` and `-`) stand there once, and give way to those after it (` ` and `+`). */
function changed(file: string, diff: string, path: string): string {
  const lines = diff.split('\n').slice(0, -1);
  const side = (sign: string): string => lines.filter((line) => ' '.includes(line[0] ?? ' ') || line.startsWith(sign)).map((line) => `${line.slice(1)}\n`).join(''); // prettier-ignore
  const parts = `\n${file}`.split(`\n${side('-')}`);
  const [before, after, ...more] = parts;
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`What is changed stands ${parts.length - 1} times in ${path}: ${diff}`);
  return `${before}\n${side('+')}${after}`.slice(1);
}

function mustStand(text: string, file: string, path: string): void {
  if (!`\n${file}`.includes(`\n${text}`)) throw new Error(`This does not stand in ${path}:\n${text}`);
}
