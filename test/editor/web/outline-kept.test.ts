import { expect, test } from 'vitest';
import { outlineOfTexts } from '../../../editor/web/language/asks/handbook.ts';

const path = 'pay/a.yaml';
const text = 'policy: pay.a\ntitle: { en: Pay, zh: 薪酬 }\nscope: pay\nversion: 1\n';

test('a file whose first line is broken keeps its place and what it is found by', () => {
  const [before] = outlineOfTexts([{ path, text }]).files;
  for (const broken of [`[${text}`, text.replace('pay.a', '[pay.a'), text.replace('policy: pay.a', ''), '\t[']) {
    expect(outlineOfTexts([{ path, text: broken }]).files).toEqual([before]);
  }
  const mended = outlineOfTexts([{ path, text: text.replace('pay.a', 'pay.b') }]).files;
  expect(mended).toEqual([{ ...before, policy: 'pay.b' }]);
});
