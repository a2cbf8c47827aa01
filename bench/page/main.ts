/**
 * Writes what the programs kept into `docs/benchmarks.md` and its Chinese page, between the marks, and the pictures beside.
 * `npm run bench` and `npm run bench:peers` end with it; by itself: `node bench/page/main.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Language } from '../../engine/diagnostic/diagnostic.ts';
import { installPeers } from '../peers/install.ts';
import { resultsFolder } from '../record.ts';
import { aimsTable } from './aims.ts';
import { growths, pictureFile, pictures } from './pictures.ts';
import { kept, type Name } from './results.ts';
import { growthTable, loadTable, machineLine, processTable, runTable, speedTable } from './tables.ts';

const pages: Readonly<Record<Language, string>> = {
  en: 'docs/benchmarks.md',
  zh: 'docs/benchmarks.zh-CN.md',
};

const missing = installPeers();
for (const [language, path] of Object.entries(pages) as [Language, string][]) {
  const parts = partsOf(language);
  const text = readFileSync(path, 'utf8').replace(
    /(<!-- bench:([\w-]+) -->\n)[^]*?(?=<!-- \/bench:\2 -->)/g,
    (all, mark: string, name: string) => (parts.has(name) ? `${mark}${parts.get(name) ?? ''}\n` : all),
  );
  writeFileSync(path, text);
  if (missing === undefined) await drawAll(language);
}
console.log(
  missing === undefined
    ? `\n${Object.values(pages).join(' and ')} are written, with their pictures.`
    : `\n${Object.values(pages).join(' and ')} are written; the pictures are as they were: ${missing}`,
);

async function drawAll(language: Language): Promise<void> {
  // Installed by now, and by nobody before.
  const { draw } = await import('../peers/draw.ts');
  for (const [name, specification] of pictures(language))
    writeFileSync(`${resultsFolder}/${pictureFile(name, language)}`, `${await draw(specification)}\n`);
}

/** The parts of the page that can be written, by the name of their mark. */
function partsOf(language: Language): ReadonlyMap<string, string> {
  const parts = new Map([['aims', aimsTable(language)]]);
  const picture = (name: string, title: string): string => `![${title}](benchmarks/${pictureFile(name, language)})`;
  const peers = kept('peers');
  if (peers !== undefined) {
    parts.set('peers-machine', machineLine(peers, language));
    for (const measure of ['one', 'explained', 'text', 'batch'] as const) {
      const drawn = measure === 'text' ? '' : `\n\n${picture(`peers-${measure}`, measure)}`;
      parts.set(`peers-${measure}`, `${speedTable(measure, peers.result, language)}${drawn}`);
    }
    parts.set('peers-load', loadTable(peers.result, language));
  }
  const run = kept('run');
  if (run !== undefined) parts.set('run', `${machineLine(run, language)}\n\n${runTable(run.result, language)}`);
  const processes = kept('process');
  if (processes !== undefined)
    parts.set('process', `${machineLine(processes, language)}\n\n${processTable(processes.result, language)}`);
  for (const [name, { title, size, cost }] of Object.entries(growths) as [
    Extract<Name, `growth-${string}`>,
    (typeof growths)[keyof typeof growths],
  ][]) {
    const series = kept(name);
    if (series === undefined) continue;
    const lines = [
      `${cost[language]}; ${machineLine(series, language)}`,
      growthTable(size, series.result, language),
      picture(name, title[language]),
    ];
    parts.set(name, lines.join('\n\n'));
  }
  return parts;
}
