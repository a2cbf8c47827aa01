/** What any HTTP service costs: a handler of node:http that reads a question as JSON and answers with JSON. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((incoming, answer) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const { decision } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly decision: string };
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify({ outcome: { decision, status: 'determined', value: '0.00 CNY' } }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
