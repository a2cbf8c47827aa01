import { bundleOptions, readBundle } from './bundle.ts';
import { printJson } from './json.ts';
import { isRefusal, say, ofTheHandbook, type Call, type Refusal, type Verb } from './verb.ts';

export const verify: Verb = {
  about: {
    en: 'Check a bundle as a host would: its hash, with keys its signature, and all that is in it. Exit code 1 when it would not be taken.',
    zh: '像主机那样检查制度包：哈希值、（给出密钥时）签名，以及全部内容。不会被接受时退出码为 1。',
  },
  takes: { form: '<file>', says: { en: 'a bundle', zh: '制度包' } },
  options: bundleOptions,
  ignores: ofTheHandbook,
  examples: ['bylaw verify handbook.bundle --key office.pub.json --remember lowest.json'],
  run: verifyBundle,
};

async function verifyBundle(call: Call): Promise<number | Refusal> {
  const [file = ''] = call.names;
  const read = await readBundle(call, file, { whole: true });
  if (isRefusal(read)) return read;
  const { language, options } = call;
  if ('diagnostics' in read) {
    if (options.json === true) printJson({ file, taken: false, diagnostics: read.diagnostics }, call);
    else for (const { code, message } of read.diagnostics) say(call, `${file}: ${code}: ${message[language]}`);
    return 1;
  }
  const { name, revision, sha256, engine, changes, signedBy, versions } = read.bundle;
  const count = [...versions.values()].flat().length;
  if (options.json === true) {
    const by = signedBy === undefined ? {} : { signedBy };
    printJson({ file, taken: true, handbook: name, revision, versions: count, changes, engine, sha256, ...by }, call);
    return 0;
  }
  const signed = {
    en: signedBy === undefined ? 'no key was asked for' : `signed by ${signedBy}`,
    zh: signedBy === undefined ? '未要求密钥' : `由 ${signedBy} 签名`,
  };
  say(
    call,
    {
      en: `${file}: good. ${name}, revision ${String(revision)}, ${String(count)} versions, ${signed.en}\nsha256 ${sha256}`,
      zh: `${file}：有效。${name}，修订号 ${String(revision)}，${String(count)} 个版本，${signed.zh}\nsha256 ${sha256}`,
    }[language],
  );
  return 0;
}
