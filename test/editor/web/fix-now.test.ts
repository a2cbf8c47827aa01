import { expect, test } from 'vitest';
import { fixNow } from '../../../editor/web/language/fix-now.ts';
import { findingsIn } from '../../../engine/service/file-findings.ts';
import { applyEdits, openWorkspace, type Change, type Diagnostic } from '../../../engine/service/index.ts';

const path = 'pay/a.yaml';
const misspelt = 'policy: pay.a\nkind: formula\nverson: 1\n';

/** A page that has one text. */
function page(first: string) {
  let texts = new Map([[path, first]]);
  const look = () => findingsIn(openWorkspace([...texts].map(([name, text]) => ({ path: name, text }))), path);
  const type = (text: string): void => void (texts = new Map([[path, text]]));
  return {
    documents: { all: () => texts },
    client: { ask: async () => Promise.resolve(look()) },
    apply: ({ edits }: Change) => type(applyEdits(texts.get(path) ?? '', edits)),
    look,
    type,
    text: () => texts.get(path),
  };
}

function offered({ look }: ReturnType<typeof page>): readonly [Diagnostic, Diagnostic['fixes'][number]] {
  const { ofText } = look();
  const [found] = ofText.filter(({ span, fixes }) => fixes.length > 0 && span.start === misspelt.indexOf('verson'));
  const [fix] = found?.fixes ?? [];
  if (found === undefined || fix === undefined) throw new Error('no fix is offered');
  return [found, fix];
}

test('a fix is made at the place where the mistake stands by now', async () => {
  const at = page(misspelt);
  const [found, fix] = offered(at);
  at.type(`# by hand\n${misspelt}`);
  await fixNow(at, found, fix);
  expect(at.text()).toBe(`# by hand\n${misspelt.replace('verson', 'version')}`);
});

test('a second click does nothing more, whether the first fix is made by then or not', async () => {
  const at = page(misspelt);
  const [found, fix] = offered(at);
  await Promise.all([fixNow(at, found, fix), fixNow(at, found, fix)]);
  await fixNow(at, found, fix);
  expect(at.text()).toBe(misspelt.replace('verson', 'version'));
});

test('what is typed while the fix is looked up is kept', async () => {
  const at = page(misspelt);
  const [found, fix] = offered(at);
  const fixing = fixNow(at, found, fix);
  at.type(`# more\n${misspelt}`);
  await fixing;
  expect(at.text()).toBe(`# more\n${misspelt.replace('verson', 'version')}`);
});
