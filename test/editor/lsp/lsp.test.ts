/** `bylaw lsp` as an editor uses it: a real client over standard input and output. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  DocumentFormattingRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type CompletionList,
  type CodeAction,
  type DocumentSymbol,
  type Hover,
  type Location,
  type Position,
  type WorkspaceEdit,
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

const at = (found: string): { textDocument: { uri: string }; position: Position } => ({
  textDocument: { uri: uriOf(head) },
  position: behind(textOf(head), found),
});

test('a name leads to its declaration in another file, and to all places', async () => {
  const [declared] = (await client.connection.sendRequest(DefinitionRequest.type, at('base: sales.n'))) as Location[];
  expect(declared?.uri).toBe(uriOf('pay/sales.yaml'));
  const places = (await client.connection.sendRequest(ReferencesRequest.type, {
    ...at('base: sales.n'),
    context: { includeDeclaration: true },
  })) as Location[];
  expect(places.map(({ uri }) => uri)).toContain(uriOf('pay/commission.promoter.yaml'));
});

test('a new name changes all files, and one that is taken is refused in words', async () => {
  const done = (await client.connection.sendRequest(RenameRequest.type, {
    ...at('base: sales.n'),
    newName: 'after-returns',
  })) as WorkspaceEdit;
  expect(Object.keys(done.changes ?? {})).toContain(uriOf('pay/sales.yaml'));
  await expect(
    client.connection.sendRequest(RenameRequest.type, { ...at('by: sales.c'), newName: 'sales.target' }),
  ).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed, message: '“sales.target”已被占用：事实。' });
});

test('mistakes come with their mends', async () => {
  const place = behind(textOf(head), 'by: sales.completio');
  await type(place, 'o');
  const range = { start: place, end: place };
  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: uriOf(head) },
    range,
    context: { diagnostics: [] },
  })) as CodeAction[];
  expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(actions[0]?.edit?.changes?.[uriOf(head)]?.[0]?.newText).toBe('sales.completion');
  await remove(place, { line: place.line, character: place.character + 1 });
});

test('contents, colours, titles and signatures are told', async () => {
  const textDocument = { uri: uriOf(head) };
  const parts = (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
  expect(parts.find(({ name }) => name === 'interpretations')?.children?.[0]).toMatchObject({ name: 'fractions' });
  const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  expect((tokens?.data.length ?? 0) % 5).toBe(0);
  expect(tokens?.data.length).toBeGreaterThan(50);
  const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
  const titles = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(titles?.map(({ label }) => label)).toContain('净销售额');
  const place = behind(textOf(head), 'base: sales.net');
  await type(place, ' + floor(1, ');
  const position = { line: place.line, character: place.character + 12 };
  const help = await client.connection.sendRequest(SignatureHelpRequest.type, { textDocument, position });
  expect(help).toMatchObject({ activeParameter: 1, signatures: [{ label: 'floor(value, step)' }] });
  await remove(place, position);
});

test('a request that is taken back is not worked on', async () => {
  const source = new CancellationTokenSource();
  // Something to do, so that the request still waits when it is taken back.
  const before = [1, 2, 3].map(() =>
    client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri: uriOf(head) },
      options: { tabSize: 2, insertSpaces: true },
    }),
  );
  const asked = client.connection.sendRequest(CompletionRequest.type, at('by: sales.c'), source.token);
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  await Promise.all(before);
});

test('a folder without a handbook helps with what is open, and the manifest that comes later counts', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'bylaw-lsp-empty-'));
  const other = await startClient(empty);
  const uri = pathToFileURL(join(empty, 'a.yaml')).href;
  const text = 'policy: a\nkind: tiers\nmo';
  await other.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  const found = (await other.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line: 2, character: 2 },
  })) as CompletionList;
  expect(found.items[0]?.label).toBe('mode');
  await soon(() => other.diagnostics.get(uri)?.map(({ code }) => code)).toContain('handbook/no-manifest');
  writeFileSync(join(empty, 'handbook.yaml'), textOf('handbook.yaml'));
  await other.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: pathToFileURL(join(empty, 'handbook.yaml')).href, type: FileChangeType.Created }],
  });
  await soon(() => other.diagnostics.get(uri)?.map(({ code }) => code)).not.toContain('handbook/no-manifest');
  expect(await other.stop()).toBe(0);
  rmSync(empty, { recursive: true });
});
