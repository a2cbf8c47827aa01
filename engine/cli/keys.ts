import { resolve } from 'node:path';
import { publicKey } from '../bundle/signature.ts';
import { isPrivate, newKey, readKey, writeKey } from '../host/bundle/key-file.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { printJson } from './json.ts';
import { wrongUse } from './refusals.ts';
import { say, ofTheHandbook, type Call, type Refusal, type Verb } from './verb.ts';

export const keys: Verb = {
  about: {
    en: 'Make and show the keys that sign bundles (Ed25519). NAME.key.json signs and stays secret; NAME.pub.json goes to whoever loads bundles.',
    zh: '生成和查看为制度包签名的密钥（Ed25519）。名称.key.json 用于签名，须保密；名称.pub.json 交给加载制度包的一方。',
  },
  takes: {
    form: '<what...>',
    says: { en: '“new NAME” or “show FILE”', zh: '“new 名称”或“show 文件”' },
  },
  ignores: ofTheHandbook,
  examples: ['bylaw keys new office', 'bylaw keys show office.pub.json'],
  run: async (call) => {
    const [what, name = ''] = call.names;
    if (what === 'new') return make(call, name);
    if (what === 'show') return show(call, name);
    return wrongUse(
      `Keys are made or shown, not “${what ?? ''}”: bylaw keys new NAME, bylaw keys show FILE.`,
      `密钥只能生成或查看，不能“${what ?? ''}”：bylaw keys new 名称，bylaw keys show 文件。`,
    );
  },
};

async function make(call: Call, name: string): Promise<number | Refusal> {
  const key = await newKey();
  const [secret, open] = [`${name}.key.json`, `${name}.pub.json`];
  for (const [file, half, isSecret] of [
    [secret, key, true],
    [open, publicKey(key), false],
  ] as const) {
    if (await writeKey(resolve(call.io.cwd, file), half, isSecret)) continue;
    return wrongUse(
      `${file} is there already; a key is never written over. Choose another name.`,
      `${file} 已存在；密钥从不覆盖。请另取名称。`,
    );
  }
  if (call.options.json === true) printJson({ kid: key.kid, private: secret, public: open }, call);
  else
    say(
      call,
      {
        en: `${key.kid}\n${secret}: keep it secret; it signs (bylaw build --sign ${secret})\n${open}: give it to whoever loads bundles (bylaw verify FILE --key ${open})`,
        zh: `${key.kid}\n${secret}：请保密，用于签名（bylaw build --sign ${secret}）\n${open}：交给加载制度包的一方（bylaw verify 文件 --key ${open}）`,
      }[call.language],
    );
  return 0;
}

/** Of a private key only the public half is shown. */
async function show(call: Call, name: string): Promise<number | Refusal> {
  const key = await readKey(resolve(call.io.cwd, name));
  if (isUnreadable(key)) return wrongUse(key.unreadable.en, key.unreadable.zh);
  const half = isPrivate(key) ? { en: 'private', zh: '私钥' } : { en: 'public', zh: '公钥' };
  if (call.options.json === true) printJson(publicKey(key), call);
  else say(call, `${key.kid} (${half[call.language]})\n${JSON.stringify(publicKey(key))}`);
  return 0;
}
