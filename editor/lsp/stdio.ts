import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Language } from '../../engine/service/index.ts';
import { serveLanguage } from './server.ts';

/** Speaks the protocol over standard input and output; the client ends the process. */
export function serveOverStdio(language: Language | undefined): void {
  serveLanguage(createConnection(ProposedFeatures.all, process.stdin, process.stdout), language);
}
