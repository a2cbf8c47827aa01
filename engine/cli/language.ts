import { languages, type Language } from '../diagnostic/diagnostic.ts';
import { noSuchLanguage } from './refusals.ts';
import type { Io } from './io.ts';
import type { Refusal } from './verb.ts';

interface Chosen {
  readonly language: Language;
  readonly problem?: Refusal;
}

/** The language is needed before anything is parsed: of `--lang`, else of the environment, else English. */
export function chosenLanguage(argv: readonly string[], env: Io['env']): Chosen {
  const ofEnvironment = languageOf(env);
  const written = writtenLanguage(argv);
  if (written === undefined) return { language: ofEnvironment };
  // Slips and the site are for readers of both.
  if (written === 'both' && argv.some((word) => /^(?:--slips(?:=.*)?|docs)$/.test(word)))
    return { language: ofEnvironment };
  const language = languages.find((known) => known === written);
  return language === undefined ? { language: ofEnvironment, problem: noSuchLanguage(written) } : { language };
}

/** The last one counts; what stands behind `--` is no option; a missing value is the parser's to refuse. */
function writtenLanguage(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = options[at];
  return word === '--lang' ? options[at + 1] : word?.slice('--lang='.length);
}

function languageOf(env: Io['env']): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => name !== undefined && name !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
