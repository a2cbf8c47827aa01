/** node main.js [CASES.json]: decides cases with one engine, by rules of this shop's own and by two decisions of the handbook. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Engine } from 'json-rules-engine';
import { readFacts } from 'bylaw';
import { toRulesEngine } from 'bylaw/json-rules';
import { loadBundle } from 'bylaw/node';

const loaded = await loadBundle('handbook.bundle');
if ('diagnostics' in loaded) throw new Error(loaded.diagnostics.map(({ message }) => message.en).join('\n'));
const decisions = ['sanction.operations.warning', 'sanction.operations.fine'];
const handbook = toRulesEngine(loaded.bundle, '2026-10-31', { decisions });

const engine = new Engine([], { replaceFactsInEventParams: true });
engine.addRule({
  name: 'a partner whom we know well is called first',
  conditions: { all: [{ fact: 'partner.years', operator: 'greaterThanInclusive', value: 5 }] },
  event: { type: 'call-first' },
});
for (const decision of decisions) handbook.install(decision, engine);

const cases = JSON.parse(await readFile(process.argv[2] ?? 'cases.json', 'utf8'));
for (const { name, years, facts } of cases) {
  const read = readFacts(handbook.program, facts);
  // Else a misspelt fact would count for nothing.
  if (read.unknown.length > 0) throw new Error(read.unknown.map(({ message }) => message.en).join('\n'));
  const crossed = decisions.map((decision) => handbook.factsFor(decision, read));
  const run = await engine.run({ 'partner.years': years, ...Object.assign({}, ...crossed) });
  const own = run.events.filter(({ type }) => type === 'call-first').map(({ type }) => type);
  const said = decisions.map((decision) => {
    const { status, value, reasons } = handbook.outcome(decision, read, run);
    return `${decision} ${value ?? `${status}: ${reasons.map(({ text }) => text.en).join(' ')}`}`;
  });
  console.log(`${name}: ${[...own, ...said].join('; ')}`);
}
