import { Command, CommanderError, Help, Option, type HelpConfiguration } from 'commander';
import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import {
  missingArgument,
  missingValue,
  saysNothing,
  tooMany,
  unknownOption,
  unknownVerb,
  wrongUse,
} from './refusals.ts';
import type { Call, OptionRow, Options, Refusal, Verb } from './verb.ts';
import { verbs } from './verbs.ts';
import { version } from '../host/version.ts';

type Setting = Pick<Call, 'io' | 'language' | 'colours'>;

/** What every verb takes. */
export const globalOptions: readonly OptionRow[] = [
  {
    flags: '--handbook <dir>',
    says: {
      en: 'the folder with handbook.yaml (else the nearest one)',
      zh: '含 handbook.yaml 的文件夹（默认取最近的）',
    },
  },
  { flags: '--at <date>', says: { en: 'the day whose rules hold (else today)', zh: '适用哪一天的规定（默认今天）' } },
  {
    flags: '--period <month>',
    says: {
      en: 'a month such as 2026-10: its last day counts, and versions inside it are split or refused',
      zh: '结算月份，例如 2026-10：以月末日为准，期内换版按规定拆分或拒绝',
    },
  },
  {
    flags: '--known <date>',
    says: { en: 'only what was published by that day (else all)', zh: '只计该日之前公布的版本（默认全部）' },
  },
  {
    flags: '--source-only',
    says: { en: 'only what the source itself settles', zh: '仅按原文，不采用公司的解释和数值' },
  },
  { flags: '--json', says: { en: 'print JSON, for machines', zh: '输出 JSON，供程序读取' } },
  { flags: '--lang <language>', says: { en: 'en or zh (else that of the system)', zh: 'en 或 zh（默认随系统）' } },
];

/** Parses one command line and runs its verb. */
export async function commandLine(argv: readonly string[], setting: Setting): Promise<number | Refusal> {
  const { io, language } = setting;
  const program = new Command('bylaw')
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, ...helpIn(language) })
    .configureOutput({ writeOut: io.out.write, writeErr: io.err.write, outputError: () => undefined })
    .helpOption('-h, --help', text(language, { en: 'show this help', zh: '显示此帮助' }))
    .version(version(), '--version', text(language, { en: 'show the version', zh: '显示版本' }))
    .description(
      text(language, { en: 'The company handbook as policies that can be run.', zh: '可执行的公司制度手册。' }),
    );
  addOptions(program, globalOptions, language);
  let result: number | Refusal = 0;
  const ran = (given: number | Refusal): void => {
    result = given;
  };
  for (const { name, about } of verbs) program.command(name).summary(text(language, about));
  program.hook('preSubcommand', async (_, command) => {
    const verb = await verbs.find(({ name }) => name === command.name())?.load();
    if (verb !== undefined) describe(command, verb, setting, ran);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return whyNot(error, program, argv);
  }
  return result;
}

/** Says of a verb what it takes, now that it is known to be called. */
function describe(
  command: Command,
  { takes, options = [], ignores = [], about, examples, run }: Verb,
  setting: Setting,
  ran: (result: number | Refusal) => void,
): void {
  const { language } = setting;
  command.description(text(language, about));
  if (takes !== undefined) command.argument(takes.form, text(language, takes.says));
  addOptions(command, options, language);
  const flags = ignores.map(flagOf);
  const globals = Object.assign(new Help(), { showGlobalOptions: true });
  const visibleGlobalOptions = (one: Command): Option[] =>
    globals.visibleGlobalOptions(one).filter(({ long }) => !flags.includes(long ?? ''));
  command.configureHelp({ ...command.configureHelp(), visibleGlobalOptions });
  const heading = text(language, { en: 'Examples:', zh: '示例：' });
  command.addHelpText('after', `\n${heading}\n${examples.map((line) => `  ${line}`).join('\n')}`);
  command.action(async () => {
    const names = command.args;
    const given = command.optsWithGlobals<Options>();
    const idle = ignores.find((option) => given[option] !== undefined);
    ran(idle === undefined ? await run({ ...setting, names, options: given }) : saysNothing(flagOf(idle)));
  });
}

/** `--source-only` for `sourceOnly`. */
const flagOf = (option: string): string => `--${option.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

function addOptions(command: Command, rows: readonly OptionRow[], language: Language): void {
  for (const { flags, says, hidden = false, collects } of rows) {
    const option = new Option(flags, text(language, says)).hideHelp(hidden);
    if (collects !== undefined) {
      option.attributeName = (): string => collects;
      option.argParser((given: string, before: readonly string[] = []) => [...before, given]);
    }
    command.addOption(option);
  }
}

const text = (language: Language, texts: Texts): string => texts[language];

const headings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

function helpIn(language: Language): HelpConfiguration {
  if (language === 'en') return {};
  return {
    styleTitle: (title) => headings[title] ?? title,
    styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
  };
}

/** What the parser objects to, in our words; it hands over the offending word only inside its own message. */
function whyNot(
  { code, message, exitCode }: CommanderError,
  program: Command,
  argv: readonly string[],
): number | Refusal {
  const [, word = ''] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return unknownVerb(
        word,
        verbs.map(({ name }) => name),
      );
    case 'commander.unknownOption':
      return unknownOption(word, knownFlags(program, argv));
    case 'commander.missingArgument':
      return missingArgument(word);
    case 'commander.optionMissingArgument':
      return missingValue(word);
    case 'commander.excessArguments':
      return tooMany(message.slice(message.lastIndexOf(':') + 2, -1));
    case 'commander.help':
      return 2;
    default:
      return exitCode === 0 ? 0 : wrongUse(message, message);
  }
}

function knownFlags(program: Command, argv: readonly string[]): readonly string[] {
  const called = program.commands.find((command) => argv.includes(command.name()));
  return [...program.options, ...(called?.options ?? [])].flatMap(({ long, hidden }) => (hidden ? [] : (long ?? [])));
}
