import sax from 'sax';

/** What is heard while XML is read. Names come without their prefix. */
export interface Listener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Reads XML in pieces; throws where it is not well formed. External entities are never followed. */
export function xmlReader({ open, text, close }: Listener): { readonly push: (chunk: Uint8Array) => void } {
  const parser = sax.parser(true, { trim: false, normalize: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.onopentag = ({ name, attributes }) => {
    open(localName(name), attributes as Readonly<Record<string, string>>);
  };
  parser.onclosetag = (name) => {
    close(localName(name));
  };
  parser.ontext = text;
  parser.oncdata = text;
  parser.onerror = (error) => {
    throw error;
  };
  return {
    push: (chunk) => {
      parser.write(decoder.decode(chunk, { stream: true }));
    },
  };
}

/** Reads all of a part that is small enough to be kept. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  const reader = xmlReader(listener);
  for await (const chunk of bytes) reader.push(chunk);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Characters that XML cannot hold stand as `_x0007_` in texts of workbooks, and an underscore that begins such a form as `_x005F_`. */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
