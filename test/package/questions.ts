/**
 * What a program asks through four entries of the package, as JavaScript that is also strict TypeScript. Each project puts its own
 * imports before it and its own way of printing behind it.
 */
export const imports = `import { evaluate, link, readFacts, readHandbook, sourceFile } from 'bylaw';
import { openBundle, rulesAt } from 'bylaw/runtime';
import { explainDecision, renderExplanation } from 'bylaw/explain';
import { parseFactsJson } from 'bylaw/facts';
import { hover, openWorkspace } from 'bylaw/language';
import { toRulesEngine } from 'bylaw/json-rules';`;

/** The same names for programs that have `require`. */
export const requires: string = imports.replace(
  /^import (\{.*\}) from ('.*');$/gm,
  (_, names: string, entry: string) => `const ${names} = require(${entry});`,
);

/** `typed`: with the annotations that strict TypeScript asks for. */
export const questions = (typed: boolean): string => `
const at = '2026-10-31';
const given = { 'overtime.hours': '10', 'overtime.rest-day': 'true' };

async function ask(files${typed ? ': readonly { path: string; text: string }[], bundle: Uint8Array' : ', bundle'}) {
  const handbook = readHandbook(files.map(({ path, text }) => sourceFile(path, text)));
  const program = link(handbook, { at });
  const whole = evaluate(program, 'overtime.pay', readFacts(program, given)).value;

  const opened = await openBundle(bundle);
  if ('diagnostics' in opened) throw new Error(opened.diagnostics.map(({ message }) => message.en).join());
  const rules = rulesAt(opened.bundle, { at });
  const runtime = rules.decide('overtime.pay', given).value;
  const told = renderExplanation(explainDecision(rules, 'overtime.pay', given).explanation, 'en');
  const parsed = parseFactsJson(JSON.stringify(given));
  const facts = 'raw' in parsed ? rules.decide('overtime.pay', parsed.raw).value : undefined;

  const workspace = openWorkspace(files);
  const overtime = files.find(({ path }) => path.endsWith('overtime.yaml'));
  if (overtime === undefined) throw new Error('there is a policy of overtime');
  const shown = hover(workspace, overtime.path, overtime.text.indexOf('wage.hourly'));

  const jsonRules = toRulesEngine(opened.bundle, at, { decisions: ['overtime.rate'] });
  const rate = (await jsonRules.ask('overtime.rate', readFacts(jsonRules.program, given))).value;
  return { whole, runtime, facts, explained: told.includes('400.00 CNY'), hovered: shown !== undefined, jsonRules: rate };
}
`;

/** Worked out by hand: 10 hours on a rest day at the 20 CNY of the parameter, twice. */
export const answers = {
  whole: '400.00 CNY',
  runtime: '400.00 CNY',
  facts: '400.00 CNY',
  explained: true,
  hovered: true,
  jsonRules: '200%',
};
