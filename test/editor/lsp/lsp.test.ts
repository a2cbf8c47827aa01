/** `bylaw lsp` as an editor uses it: a real client over standard input and output. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  HoverRequest,
  type CompletionList,
  type Hover,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { startClient, type LspClient } from './client.ts';

const head = 'pay/commission.head.yaml';

let folder: string;
let client: LspClient;
const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
const soon = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: 10_000, interval: 20 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bylaw-lsp-'));
  cpSync('test/handbook/policies', folder, { recursive: true });
  client = await startClient(folder, 'zh-cn');
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: uriOf(head), languageId: 'yaml', version: 1, text: textOf(head) },
  });
}, 30_000);
afterAll(async () => {
  const code = await client.stop();
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
});

/** The place behind the first occurrence of a text. */
function behind(text: string, found: string): Position {
  const before = text.slice(0, text.indexOf(found) + found.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

let version = 1;
async function type(at: Position, text: string): Promise<void> {
  version += 1;
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: uriOf(head), version },
    contentChanges: [{ range: { start: at, end: at }, text }],
  });
}

async function remove(start: Position, end: Position): Promise<void> {
  version += 1;
  await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: uriOf(head), version },
    contentChanges: [{ range: { start, end }, text: '' }],
  });
}

test('it says what it can, and asks to be told of files that change on disk', async () => {
  expect(client.initialized.capabilities).toMatchObject({ hoverProvider: true });
  await soon(() => client.registered).toEqual(['workspace/didChangeWatchedFiles']);
});

test('a hover is in the client’s language', async () => {
  const found = (await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: uriOf(head) },
    position: behind(textOf(head), 'by: sales.comp'),
  })) as Hover;
  expect(found.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('目标完成率') as string });
});

test('keys are completed in half-typed YAML', async () => {
  const at = behind(textOf(head), 'period: month\n');
  await type(at, 're\n');
  const found = (await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: uriOf(head) },
    position: { line: at.line, character: 2 },
  })) as CompletionList;
  expect(found.items.map(({ label }) => label).slice(0, 2)).toEqual(['replaces', 'requires']);
  await remove(at, { line: at.line + 1, character: 0 });
});

test('mistakes are told while typing, and are gone when they are mended', async () => {
  const at = behind(textOf(head), 'sales.net');
  await type(at, 'x');
  const codes = (): unknown[] => client.diagnostics.get(uriOf(head))?.map(({ code }) => code) ?? [];
  await soon(codes).toContain('expression/unknown-name');
  await remove(at, { line: at.line, character: at.character + 1 });
  await soon(codes).not.toContain('expression/unknown-name');
});

test('a file that changes on disk counts unless it is open', async () => {
  const path = 'pay/sales.yaml';
  const text = textOf(path);
  writeFileSync(join(folder, path), text.replace('kind: ', 'kind: x'));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(path), type: FileChangeType.Changed }],
  });
  await soon(() => client.diagnostics.get(uriOf(path))?.length ?? 0).toBeGreaterThan(0);
  writeFileSync(join(folder, path), text);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(path), type: FileChangeType.Changed }],
  });
  await soon(() => client.diagnostics.get(uriOf(path))).toEqual([]);
});
