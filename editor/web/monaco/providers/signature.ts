import type { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** What the function around the cursor takes. */
export const signatureProvider = (desk: Desk): monaco.languages.SignatureHelpProvider => ({
  signatureHelpTriggerCharacters: ['(', ','],
  signatureHelpRetriggerCharacters: [')'],
  async provideSignatureHelp(model, position, token) {
    const found = await askAbout(desk, 'language/signature', model, token, model.getOffsetAt(position));
    if (found === undefined) return undefined;
    const { label, parameters, active, doc } = found;
    const own = parameters.map(([start, end]) => ({ label: [start, end] as [number, number] }));
    const signatures = [{ label, documentation: { value: doc[languageNow()] }, parameters: own }];
    return { value: { signatures, activeSignature: 0, activeParameter: active }, dispose: () => undefined };
  },
});
