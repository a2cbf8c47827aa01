import { monaco } from '../setup.ts';
import { colourProvider } from './colours.ts';
import { completionProvider } from './completion.ts';
import type { Desk } from './desk.ts';
import { fixProvider } from './fixes.ts';
import { formattingProvider } from './formatting.ts';
import { hoverProvider } from './hover.ts';
import { inlayProvider } from './inlays.ts';
import { definitionProvider, referenceProvider } from './navigation.ts';
import { renameProvider } from './rename.ts';
import { signatureProvider } from './signature.ts';
import { symbolProvider } from './symbols.ts';

const wordPattern = /[\p{L}_][\p{L}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*|\d+(?:\.\d+)?/u;

/** Everything that Monaco asks about a text is answered by the worker; once, before the first editor. */
export function answerMonaco(desk: Desk): void {
  const { languages } = monaco;
  // Names have dots and hyphens, and letters of all scripts.
  languages.setLanguageConfiguration('yaml', { wordPattern });
  languages.registerCompletionItemProvider('yaml', completionProvider(desk));
  languages.registerCodeActionProvider('yaml', fixProvider(desk), { providedCodeActionKinds: ['quickfix'] });
  languages.registerHoverProvider('yaml', hoverProvider(desk));
  languages.registerDefinitionProvider('yaml', definitionProvider(desk));
  languages.registerReferenceProvider('yaml', referenceProvider(desk));
  languages.registerRenameProvider('yaml', renameProvider(desk));
  languages.registerDocumentSymbolProvider('yaml', symbolProvider(desk));
  languages.registerDocumentFormattingEditProvider('yaml', formattingProvider(desk));
  languages.registerDocumentSemanticTokensProvider('yaml', colourProvider(desk));
  languages.registerInlayHintsProvider('yaml', inlayProvider(desk));
  languages.registerSignatureHelpProvider('yaml', signatureProvider(desk));
}
