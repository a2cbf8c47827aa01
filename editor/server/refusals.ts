import type { Texts } from '../../engine/service/index.ts';
import type { Refused } from './api.ts';

/** Why a request is not answered as asked; what a handler returns in place of its answer. */
export interface Denied {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 415 | 422 | 500 | 507;
  readonly refused: Refused;
}

export function isDenied(answer: unknown): answer is Denied {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && 'status' in answer;
}

const reasons = {
  token: [401, 'Open the address with its token, as the terminal shows it.', '请打开终端中显示的带令牌的地址。'],
  stranger: [403, 'This server answers its own page only.', '本服务只回应自己的页面。'],
  'not-here': [404, 'Nothing stands here.', '此处没有内容。'],
  method: [405, 'This cannot be done with this address.', '此地址不支持这种操作。'],
  'too-much': [413, 'The request is too large.', '请求内容过大。'],
  'no-content': [413, 'Requests carry no content here.', '此处的请求不带内容。'],
  'long-address': [414, 'The address is too long.', '地址过长。'],
  'not-json': [
    415,
    'Only JSON is taken here (content-type: application/json).',
    '此处只接受 JSON（content-type: application/json）。',
  ],
  'not-utf8': [415, 'The request is not in UTF-8.', '请求不是 UTF-8 编码。'],
  'wrong-shape': [400, 'The request lacks something or has something of a wrong sort.', '请求内容不完整或类型不符。'],
  'not-text': [
    422,
    'The text holds half a character, which no file can keep. Look for a damaged sign and take it out.',
    '文本中有残缺的字符，无法存入文件。请找到并删除。',
  ],
  'no-file': [404, 'There is no such file in the handbook.', '手册中没有此文件。'],
  bug: [
    500,
    'The server has failed at this. Your text is still in the page; the terminal says more.',
    '服务器处理时出错。文本仍保留在页面中，详情见终端。',
  ],
} as const satisfies Record<string, readonly [Denied['status'], string, string]>;

export function deny(error: keyof typeof reasons): Denied {
  const [status, en, zh] = reasons[error];
  return { status, refused: { error, message: { en, zh } } };
}

export function denied(status: Denied['status'], error: string, message: Texts): Denied {
  return { status, refused: { error, message } };
}

/** A name that no file of the handbook may have, and why. */
export function notAPlace(path: string, why: Texts): Denied {
  return denied(400, 'not-a-place', {
    en: `“${shown(path)}” is no place for a file of the handbook: ${why.en}.`,
    zh: `“${shown(path)}”不能用作手册文件的位置：${why.zh}。`,
  });
}

export function tooLarge(path: string, bytes: number, most: number): Denied {
  return denied(413, 'too-large', {
    en: `“${shown(path)}” would have ${bytes} bytes; a file of the handbook has at most ${most}. Split it.`,
    zh: `“${shown(path)}”将有 ${bytes} 字节；手册文件上限为 ${most} 字节，请拆分。`,
  });
}

const diskWords: Readonly<Record<string, readonly [Denied['status'], string, string, string]>> = {
  ENOSPC: [507, 'disk-full', 'the disk is full', '磁盘已满'],
  EDQUOT: [507, 'disk-full', 'your share of the disk is used up', '磁盘配额已用完'],
  EFBIG: [507, 'disk-full', 'the system allows no file of this size', '系统不允许这么大的文件'],
  EROFS: [403, 'read-only', 'the disk can only be read', '磁盘为只读'],
  EACCES: [403, 'read-only', 'you may not write there', '没有写入权限'],
  EPERM: [403, 'read-only', 'you may not write there', '没有写入权限'],
  EXDEV: [500, 'not-written', 'its folder lies on another disk than the handbook', '其文件夹与手册不在同一磁盘'],
};

/** What a failed access to the disk means to people, with what to do; anything else is a bug and goes on. */
export function notWritten(error: unknown, path: string): Denied {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const unknown = [500, 'not-written', error.code, error.code] as const;
  const [status, name, en, zh] = diskWords[error.code] ?? unknown;
  return denied(status, name, {
    en: `“${shown(path)}” was not written: ${en}. Your text stays in the page; save again once that is mended.`,
    zh: `“${shown(path)}”未能写入：${zh}。文本仍保留在页面中，解决后请再次保存。`,
  });
}

/** Paths come from outside: no more of one than fits a message, and nothing that cannot be seen. */
function shown(path: string): string {
  const plain = path.replaceAll(/\p{C}/gu, '�');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
