import { resolve } from 'node:path';
import { buildBundle } from '../bundle/build.ts';
import { hashOf } from '../bundle/envelope.ts';
import { signBundle } from '../bundle/sign.ts';
import { isPrivate, readKey } from '../host/bundle/key-file.ts';
import { isUnreadable } from '../tables/unreadable.ts';
import { openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { missingOption, saysNothing, wrongUse } from './refusals.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';
import { version } from '../host/version.ts';
import { writeText } from './write-text.ts';
import type { PrivateKey } from '../bundle/signature.ts';

export const build: Verb = {
  about: {
    en: 'Write the whole handbook, in all its versions, as one file that applications load: a bundle. The same files give the same bytes. Exit code 1 when the handbook has errors.',
    zh: '把整部手册的所有版本写成一个供应用加载的文件：制度包。相同的文件得出相同的字节。手册有错误时退出码为 1。',
  },
  takes: {
    form: '[decisions...]',
    says: {
      en: 'with --module, the decisions to be written (else all)',
      zh: '与 --module 同用：要写出的决定（默认全部）',
    },
  },
  options: [
    { flags: '--out <file>', says: { en: 'where the bundle goes', zh: '制度包写入何处' } },
    {
      flags: '--module',
      says: {
        en: 'write decisions of one day as a plain ES module instead, with its .d.ts beside it',
        zh: '改为把某一天的决定写成普通 ES 模块，旁边附 .d.ts',
      },
    },
    {
      flags: '--sign <file>',
      says: { en: 'sign it with this private key (see “bylaw keys”)', zh: '用此私钥签名（见“bylaw keys”）' },
    },
  ],
  examples: [
    'bylaw build --out handbook.bundle',
    'bylaw build --out handbook.bundle --sign office.key.json',
    'bylaw build --module --at 2026-10-31 commission.head.amount --out commission.mjs',
  ],
  run: writeBundle,
};

async function writeBundle(call: Call): Promise<number | Refusal> {
  if (call.options.module === true) return (await import('./build-module.ts')).writeModule(call);
  const named = call.names.join(', ');
  if (named !== '')
    return wrongUse(
      `A bundle holds all decisions, so none is named: leave ${named} out, or add --module --at DATE to write them as a module.`,
      `制度包含有全部决定，无须指名：请去掉 ${named}；如要写成模块，请加 --module --at 日期。`,
    );
  const { out, sign, at, period, known, sourceOnly } = call.options;
  const idle = Object.entries({ at, period, known, 'source-only': sourceOnly }).find(
    ([, given]) => given !== undefined,
  );
  if (idle !== undefined) return saysNothing(`--${idle[0]}`);
  if (out === undefined) return missingOption('--out', { en: 'name the file to be written', zh: '请写明要写入的文件' });
  const key = sign === undefined ? undefined : await privateKey(call, sign);
  if (isRefusal(key)) return key;
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const { handbook } = loaded;
  const errors = handbook.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    remark(call, {
      en: `The handbook has ${String(errors)} ${errors === 1 ? 'error' : 'errors'}, and nothing is built of it; “bylaw check” lists them.`,
      zh: `手册中有 ${String(errors)} 处错误，未生成制度包；执行“bylaw check”可查看。`,
    });
    return 1;
  }
  const timeZone = handbook.manifest?.['time-zone'].text ?? 'UTC';
  const plain = await buildBundle({ handbook, timeZone, engine: version() });
  const bundle = key === undefined ? plain : await signBundle(plain, key);
  const failed = await writeText(call, out, bundle);
  if (failed !== undefined) return failed;
  const sha256 = await hashOf(bundle);
  const bytes = Buffer.byteLength(bundle);
  const versions = [...handbook.versions.values()].flat().length;
  if (call.options.json === true) {
    const by = key === undefined ? {} : { signedBy: key.kid };
    printJson(
      { file: out, handbook: handbook.name, revision: handbook.revision, versions, bytes, sha256, ...by },
      call,
    );
    return 0;
  }
  const signed = {
    en: key === undefined ? 'not signed' : `signed by ${key.kid}`,
    zh: key === undefined ? '未签名' : `由 ${key.kid} 签名`,
  };
  say(
    call,
    {
      en: `${out}: ${handbook.name}, revision ${String(handbook.revision)}, ${String(versions)} versions, ${String(bytes)} bytes, ${signed.en}\nsha256 ${sha256}`,
      zh: `${out}：${handbook.name}，修订号 ${String(handbook.revision)}，${String(versions)} 个版本，${String(bytes)} 字节，${signed.zh}\nsha256 ${sha256}`,
    }[call.language],
  );
  return 0;
}

async function privateKey({ io }: Call, named: string): Promise<PrivateKey | Refusal> {
  const key = await readKey(resolve(io.cwd, named));
  if (isUnreadable(key)) return wrongUse(key.unreadable.en, key.unreadable.zh);
  if (isPrivate(key)) return key;
  return wrongUse(
    `${named} is the public half of a key; what signs is the private one, often NAME.key.json.`,
    `${named} 是公钥；签名须用私钥，通常为 名称.key.json。`,
  );
}
