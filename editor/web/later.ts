/** A part of the page that comes when it is first needed, and stays. */
export interface Later<Part> {
  /** Rejects with a `MissingPart` when the server does not answer, after which it may be asked again. */
  readonly get: () => Promise<Part>;
  /** The part, once it is there. */
  readonly now: () => Part | undefined;
}

/**
 * A browser that once failed to fetch a module never fetches it again (the HTML standard has it so), therefore the server is
 * first asked whether it is there.
 */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let coming: Promise<Part> | undefined;
  let here: Part | undefined;
  const begin = async (): Promise<Part> => {
    try {
      await fetch(new URL('/', location.origin), { method: 'HEAD', cache: 'no-store' });
    } catch {
      coming = undefined;
      throw missingPart();
    }
    here = await load();
    return here;
  };
  return {
    get: () => (coming ??= begin()),
    now: () => here,
  };
}

/** What is made of a part, once it is there; one time. */
export function once<Part, Made>(part: Later<Part>, make: (part: Part) => Made): Later<Made> {
  let made: { readonly it: Made } | undefined;
  return {
    get: async () => {
      const here = await part.get();
      made ??= { it: make(here) };
      return made.it;
    },
    now: () => made?.it,
  };
}

/** What came with the page itself. */
export const already = <Part>(part: Part): Later<Part> => ({ get: () => Promise.resolve(part), now: () => part });

const missing = 'MissingPart';

export function missingPart(): Error {
  return Object.assign(new Error('A part of the page could not be fetched: the server does not answer.'), {
    name: missing,
  });
}

/** Whether an error says that the server did not answer when a part of the page was needed. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && error.name === missing;
}
