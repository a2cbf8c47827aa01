import type { Draft, DraftSave, Proposal, ProposedFile, Save } from './api.ts';

type Parts = Readonly<Record<string, unknown>>;

/** No word that the page does not know either: a misspelt one is refused, not ignored. */
function has(body: unknown, known: readonly string[]): body is Parts {
  return (
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body) &&
    Object.keys(body).every((key) => known.includes(key))
  );
}

const isText = (value: unknown, most = Infinity): value is string => typeof value === 'string' && value.length <= most;
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
/** The fingerprint of a file that is there. */
export const isVersion = (value: unknown): value is string => typeof value === 'string' && /^[\da-f]{64}$/.test(value);
const isVersionOrNone = (value: unknown): boolean => value === null || isVersion(value);
const isOneLine = (value: unknown): boolean => isText(value, 200) && value.trim() !== '' && !/\p{Cc}/u.test(value);

/** A name that a window gives itself. */
export const isWindow = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{0,64}$/.test(value);

export function isSave(body: unknown): body is Save {
  return has(body, ['text', 'basedOn']) && isText(body['text']) && isVersionOrNone(body['basedOn']);
}

export function isDraftSave(body: unknown): body is DraftSave {
  if (!has(body, ['text', 'basedOn', 'window'])) return false;
  return isText(body['text']) && isVersionOrNone(body['basedOn']) && isAbsentOr(body['window'], isWindow);
}

/** As it was kept on the disk, where anybody can change it. */
export function isDraft(body: unknown): body is Draft {
  if (!has(body, ['path', 'window', 'text', 'basedOn', 'keptAt'])) return false;
  const { path, window, text, basedOn, keptAt } = body;
  return isText(path) && isWindow(window) && isText(text) && isVersionOrNone(basedOn) && isText(keptAt);
}

/** A message is as long as a page of words at most 200 times; more is a mistake. */
const longestMessage = 50_000;
const mostFiles = 500;

export function isProposal(body: unknown): body is Proposal {
  if (!has(body, ['files', 'message', 'branch', 'approver', 'push', 'basedOnCommit'])) return false;
  const { files, message, branch, approver, push, basedOnCommit } = body;
  return (
    Array.isArray(files) &&
    files.length > 0 &&
    files.length <= mostFiles &&
    files.every(isProposedFile) &&
    new Set(files.map(({ path }) => path)).size === files.length &&
    isText(message, longestMessage) &&
    message.trim() !== '' &&
    !message.includes('\0') &&
    isAbsentOr(branch, isOneLine) &&
    isAbsentOr(approver, isOneLine) &&
    isAbsentOr(push, (value) => typeof value === 'boolean') &&
    isAbsentOr(basedOnCommit, (value) => typeof value === 'string' && /^[\da-f]{40,64}$/.test(value))
  );
}

function isProposedFile(body: unknown): body is ProposedFile {
  if (!has(body, ['path', 'text', 'basedOn'])) return false;
  const { path, text, basedOn } = body;
  return isText(path) && (text === null || isText(text)) && isVersionOrNone(basedOn);
}
