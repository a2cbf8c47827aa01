interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Asks our own server; undefined: it does not answer. The shape of what it answers is known (`editor/server/api.ts`). */
export async function request<Body>(
  method: string,
  path: string,
  body?: unknown,
  keepalive = false,
): Promise<Answer<Body> | undefined> {
  try {
    const content =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(path, { method, keepalive, ...content });
    return { status: response.status, body: (await response.json()) as Body };
  } catch {
    return undefined;
  }
}

/** A path as part of an address. */
export const address = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
