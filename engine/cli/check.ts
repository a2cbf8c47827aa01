import { runCases } from '../cases/run.ts';
import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic, Severity, Texts } from '../diagnostic/diagnostic.ts';
import { endingSoon } from '../findings/ending.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { proofsOf, type Proofs } from '../findings/proofs.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { filesNamed } from './files-named.ts';
import { placedFindings, printFindings } from './findings.ts';
import { momentOf, openHandbook } from './handbook.ts';
import { printJson } from './json.ts';
import { isRefusal, say, type Call, type Refusal, type Verb } from './verb.ts';

export const check: Verb = {
  about: {
    en: 'Find mistakes in the handbook: what means nothing, gaps, overlaps, what can never be reached. Exit code 1 when there are errors.',
    zh: '检查手册：无法理解之处、空档、重叠、永远用不到的内容。有错误时退出码为 1。',
  },
  options: [
    {
      flags: '--proofs',
      says: {
        en: 'also list what the proofs only note: cliffs, lines that could be one, what was not decided',
        zh: '另列出证明所得的提示：断崖、可合并之处、未能判定之处',
      },
    },
  ],
  takes: { form: '[files...]', says: { en: 'only tell what is wrong in these files', zh: '只列出这些文件中的问题' } },
  examples: ['bylaw check', 'bylaw check policies/pay/commission.head.yaml --lang zh', 'bylaw check --proofs'],
  run: checkHandbook,
};

async function checkHandbook(call: Call): Promise<number | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const wanted = filesNamed(call, loaded);
  if (isRefusal(wanted)) return wanted;
  const moment = momentOf(call, loaded);
  if (isRefusal(moment)) return moment;
  const proofs = proofsOf(loaded.handbook);
  const proved = [...proofs.findings, ...endingSoon(loaded.handbook, moment.at)];
  const isWanted = ({ span }: Diagnostic): boolean => wanted === undefined || wanted.has(span.file);
  const notes = proved.filter((one) => one.severity === 'info' && isWanted(one));
  const told = call.options.proofs === true ? proved : proved.filter(({ severity }) => severity !== 'info');
  const found = distinct([...allFindings(loaded), ...told]).filter(isWanted);
  const counts = countsOf(loaded);
  const { decided, notDecided } = proofs;
  if (call.options.json === true) {
    const diagnostics = placedFindings(found, loaded);
    printJson({ ...counts, proofs: { decided, notDecided, notes: notes.length }, diagnostics }, call);
  } else {
    printFindings(found, call, loaded);
    say(call, summary(counts, found)[call.language]);
    if (notes.length > 0 && call.options.proofs !== true) say(call, hidden(notes.length, proofs)[call.language]);
  }
  return numberOf(found, 'error') > 0 ? 1 : 0;
}

/** What the handbook's files have wrong, the cases among them: those are read, but not run. */
function allFindings({ handbook, leftOut }: LoadedHandbook): readonly Diagnostic[] {
  // Cases of a policy that cannot be read would only repeat that its names are unknown.
  const hasBroken = handbook.sources.broken.length > 0;
  const ofCases = hasBroken ? [] : runCases(handbook, evaluate, () => false).diagnostics;
  return [...leftOut, ...handbook.diagnostics, ...ofCases];
}

interface Counts {
  readonly files: number;
  readonly policies: number;
  readonly decisions: number;
}

function countsOf({ files, handbook }: LoadedHandbook): Counts {
  const decisions = [...handbook.versions.values()].flatMap((versions) =>
    versions.flatMap((version) => version.decisions.filter(({ hidden }) => !hidden).map(({ name }) => name)),
  );
  return { files: files.size, policies: handbook.versions.size, decisions: new Set(decisions).size };
}

function numberOf(found: readonly Diagnostic[], wanted: Severity): number {
  return found.filter(({ severity }) => severity === wanted).length;
}

function summary({ files, policies, decisions }: Counts, found: readonly Diagnostic[]): Texts {
  const [errors, warnings] = [numberOf(found, 'error'), numberOf(found, 'warning')];
  return {
    en: `${count(files, 'file')}, ${count(policies, 'policy', 'policies')}, ${count(decisions, 'decision')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
    zh: `${files} 个文件，${policies} 项制度，${decisions} 个决定：${errors} 处错误，${warnings} 处警告`,
  };
}

/** What the proofs noted, for whoever asks; most of it is meant as it is. */
function hidden(notes: number, { notDecided }: Proofs): Texts {
  return {
    en: `Proofs: ${count(notes, 'note')}, ${count(notDecided, 'decision')} not decided (--proofs lists them)`,
    zh: `证明：${notes} 条提示，${notDecided} 个决定未能判定（--proofs 列出）`,
  };
}

function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
