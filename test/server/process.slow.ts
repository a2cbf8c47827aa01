/** The service as a process of its own, told by signals. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { renameSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { started } from './process.ts';
import { bundleText, head, question } from './running.ts';

const body = JSON.stringify(question);

/** Connections on which a question has begun. */
async function begun(port: number, count: number): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) {
    socket.setEncoding('utf8');
    await once(socket, 'connect');
    socket.write(`${head({ 'content-length': body.length })}${body.slice(0, 20)}`);
  }
  return sockets;
}

async function told(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: string) => (text += data));
  await once(socket, 'close');
  return text;
}

test('SIGTERM: what is under way is answered, then the process ends by itself', async () => {
  const { child, line } = await started();
  const url = String((await line('listening'))['url']);
  const sockets = await begun(Number(new URL(url).port), 50);
  // Connections are taken in their order: once a later one is answered, all of these are known.
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const answers = sockets.map(told);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await line('stopping');
  for (const socket of sockets) socket.write(body.slice(20));
  for (const text of await Promise.all(answers)) {
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toContain('"value":"80000.00 CNY"');
    expect(text.toLowerCase()).toContain('connection: close');
  }
  expect(await exit).toEqual([0, null]);
});

test('SIGHUP: a broken bundle is refused, a good one is taken', async () => {
  const { child, file, line } = await started();
  const url = String((await line('listening'))['url']);
  const replace = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    child.kill('SIGHUP');
  };
  replace('junk');
  expect(await line('bundle refused, the last good one stays in use')).toMatchObject({ level: 50 });
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true, current: false, revision: 1 });
  replace(await bundleText(2));
  expect(await line('bundle changed')).toMatchObject({ revision: 2 });
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true, current: true, revision: 2 });
});
