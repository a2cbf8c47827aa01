import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, home, json, sales } from './terminal.ts';

const asks = ['eval', 'commission.head.amount', '--facts', '-', '--json', '--at', '2026-10-31'];

/** A folder with the handbook, so that its manifest can be changed. */
function copied(): string {
  const dir = folder();
  cpSync(join(home, 'policies'), join(dir, 'policies'), { recursive: true });
  return dir;
}
function revised(dir: string, revision: number): void {
  const manifest = join(dir, 'policies/handbook.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^revision: \d+$/m, `revision: ${String(revision)}`));
}

test('build, sign, verify, ask: one after another', async () => {
  const dir = copied();
  const setting = { cwd: dir };
  revised(dir, 7);
  expect(await bylaw(['keys', 'new', 'office'], setting)).toMatchObject({ code: 0, err: '' });
  expect(statSync(join(dir, 'office.key.json')).mode & 0o077).toBe(0);
  const built = await bylaw(['build', '--out', 'h.bundle', '--sign', 'office.key.json'], setting);
  expect(built).toMatchObject({ code: 0, err: '' });
  const trusting = ['--key', 'office.pub.json', '--remember', 'lowest.json'];
  const verified = await bylaw(['verify', 'h.bundle', ...trusting, '--json'], setting);
  expect(json(verified)).toMatchObject({ taken: true, handbook: 'e-commerce', revision: 7 });
  expect(JSON.parse(readFileSync(join(dir, 'lowest.json'), 'utf8'))).toEqual({
    handbook: 'e-commerce',
    revision: 7,
    sha256: expect.any(String) as string,
  });
  // The bundle answers where no handbook is.
  const elsewhere = folder();
  cpSync(join(dir, 'h.bundle'), join(elsewhere, 'h.bundle'));
  const asked = await bylaw([...asks, '--bundle', 'h.bundle'], { cwd: elsewhere, stdin: sales('110%') });
  const plain = await bylaw(asks, { stdin: sales('110%') });
  expect(json(asked)).toEqual(json(plain));
  // What is older is refused after a new start as well, what is newer is remembered.
  revised(dir, 6);
  await bylaw(['build', '--out', 'old.bundle', '--sign', 'office.key.json'], setting);
  const old = await bylaw([...asks, '--bundle', 'old.bundle', ...trusting], { ...setting, stdin: sales('110%') });
  expect(old).toMatchObject({ code: 3, out: '' });
  expect(old.err).toContain('bundle/older');
  revised(dir, 8);
  await bylaw(['build', '--out', 'new.bundle', '--sign', 'office.key.json'], setting);
  expect((await bylaw(['verify', 'new.bundle', ...trusting], setting)).code).toBe(0);
  expect((await bylaw(['verify', 'h.bundle', ...trusting, '--lang', 'zh'], setting)).out).toContain('已使用过修订号 8');
  // The same revision with other content may be the older of the two.
  const manifest = join(dir, 'policies/handbook.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('Asia/Shanghai', 'Asia/Hong_Kong'));
  await bylaw(['build', '--out', 'other.bundle', '--sign', 'office.key.json'], setting);
  expect((await bylaw(['verify', 'other.bundle', ...trusting], setting)).out).toContain('bundle/same-revision');
  expect((await bylaw(['verify', 'new.bundle', ...trusting], setting)).code).toBe(0);
  writeFileSync(join(dir, 'lowest.json'), '{"handbook":"e-commerce"}');
  expect((await bylaw(['verify', 'new.bundle', ...trusting], setting)).out).toContain('bundle/memory');
});

test('a folder that is missing is made', async () => {
  const dir = folder();
  const out = join(dir, 'public/new/h.bundle');
  expect(await bylaw(['build', '--out', out])).toMatchObject({ code: 0, err: '' });
  expect(existsSync(out)).toBe(true);
});

test('the first time nothing is remembered of what is refused', async () => {
  const dir = copied();
  await bylaw(['keys', 'new', 'office'], { cwd: dir });
  await bylaw(['build', '--out', 'h.bundle'], { cwd: dir });
  const ran = await bylaw(['verify', 'h.bundle', '--key', 'office.pub.json', '--remember', 'lowest.json'], {
    cwd: dir,
  });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('bundle/unsigned');
  expect(existsSync(join(dir, 'lowest.json'))).toBe(false);
});

test('a handbook with errors is not built, and what stood there stays', async () => {
  const dir = copied();
  writeFileSync(join(dir, 'h.bundle'), 'before');
  writeFileSync(join(dir, 'policies/pay/sales.yaml'), 'policy: sales\n');
  const ran = await bylaw(['build', '--out', 'h.bundle'], { cwd: dir });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('bylaw check');
  expect(readFileSync(join(dir, 'h.bundle'), 'utf8')).toBe('before');
});

test('keys are never written over, and the wrong half is told', async () => {
  const setting = { cwd: folder() };
  await bylaw(['keys', 'new', 'office'], setting);
  const before = readFileSync(join(setting.cwd, 'office.key.json'), 'utf8');
  expect((await bylaw(['keys', 'new', 'office'], setting)).code).toBe(2);
  expect(readFileSync(join(setting.cwd, 'office.key.json'), 'utf8')).toBe(before);
  const { d } = JSON.parse(before) as { readonly d: string };
  expect((await bylaw(['keys', 'show', 'office.key.json'], setting)).out).not.toContain(d);
  expect((await bylaw(['keys', 'show', 'office.pub.json', '--json'], setting)).code).toBe(0);
  const wrong = await bylaw(['build', '--out', 'x', '--sign', join(setting.cwd, 'office.pub.json')]);
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.err).toContain('public half');
  for (const verb of [
    ['verify', 'x.bundle'],
    ['serve', '--bundle', 'x.bundle'],
    ['eval', 'sales.net', '--bundle', 'x.bundle'],
    ['replay', 'd.jsonl', '--bundle', 'x.bundle'],
  ]) {
    writeFileSync(join(setting.cwd, 'd.jsonl'), '');
    const secret = await bylaw([...verb, '--key', 'office.key.json'], setting);
    expect(secret, verb[0]).toMatchObject({ code: 2, out: '' });
    expect(secret.err).toContain('--key office.pub.json');
  }
  for (const args of [
    ['build'],
    ['keys', 'burn', 'office'],
    ['keys', 'show', 'nothing.json'],
    ['build', '--out', 'x', '--sign', 'nothing.json'],
  ])
    expect((await bylaw(args)).code).toBe(2);
  expect((await bylaw(['verify', 'nothing.bundle'])).out).toContain('bundle/unreadable');
});
