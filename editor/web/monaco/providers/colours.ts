import { colourNames } from '../../../../engine/service/language/colour-names.ts';
import type { monaco } from '../setup.ts';
import { askAbout, type Desk } from './desk.ts';

/** Colours words by what they are; the theme has one for each name. */
export const colourProvider = (desk: Desk): monaco.languages.DocumentSemanticTokensProvider => ({
  getLegend: () => ({ tokenTypes: [...colourNames], tokenModifiers: [] }),
  async provideDocumentSemanticTokens(model, _last, token) {
    const version = model.getVersionId();
    const found = (await askAbout(desk, 'language/colours', model, token)) ?? [];
    // Places of one text in another are none.
    if (model.getVersionId() !== version) throw overtaken();
    const data: number[] = [];
    let [line, column] = [1, 1];
    for (const { start, end, colour } of found) {
      const from = model.getPositionAt(start);
      // A text over several lines keeps YAML's own colour.
      if (model.getPositionAt(end).lineNumber !== from.lineNumber) continue;
      const isSameLine = from.lineNumber === line;
      data.push(
        from.lineNumber - line,
        isSameLine ? from.column - column : from.column - 1,
        end - start,
        colourNames.indexOf(colour),
        0,
      );
      [line, column] = [from.lineNumber, from.column];
    }
    return { data: new Uint32Array(data) };
  },
  releaseDocumentSemanticTokens: () => undefined,
});

/** Monaco takes an error of this name for no failure, keeps the colours it has and asks again. */
const overtaken = (): Error => Object.assign(new Error('Canceled'), { name: 'Canceled' });
