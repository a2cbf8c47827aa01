import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { circleUnder } from '../bundle/circles.ts';
import type { Bundle } from '../bundle/contents.ts';
import { bundleMessages } from '../bundle/messages.ts';
import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { readStream, readText } from '../host/read-text.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { link } from '../program/link.ts';
import { linkPeriod } from '../program/period.ts';
import { positionAt, sourceFile } from '../source/source-file.ts';
import { readFacts, type Facts, type RawFacts } from '../value/facts.ts';
import { parseFactsJson } from '../value/facts-json.ts';
import { readValue } from '../value/read.ts';
import { readBundle } from './bundle.ts';
import { momentIn, momentOf, openHandbook, warnOfMistakes, type Dated } from './handbook.ts';
import { unreadableHandbook, wrongUse } from './refusals.ts';
import { isRefusal, type Call, type Refusal } from './verb.ts';

/** A handbook made ready to answer: cut to a day. */
export interface Ready {
  readonly loaded: LoadedHandbook;
  readonly moment: Dated;
  readonly program: Program;
}

export async function readyHandbook(call: Call): Promise<Ready | Refusal> {
  const loaded = await openHandbook(call);
  if (isRefusal(loaded)) return loaded;
  const moment = momentOf(call, loaded);
  if (isRefusal(moment)) return moment;
  warnOfMistakes(call, loaded);
  const { handbook } = loaded;
  const { period, known } = moment;
  const ofMonth = period === undefined ? undefined : linkPeriod(handbook, period, known);
  return { loaded, moment, program: ofMonth ?? link(handbook, moment) };
}

/** What answers: a handbook's files, or a bundle, of which there are no files. */
export type Answering = Omit<Ready, 'loaded'> & Partial<Pick<Ready, 'loaded'> & { readonly bundle: Bundle }>;

/** The folder that the call means, or the bundle of `--bundle`. */
export function readyToAnswer(call: Call): Promise<Answering | Refusal> {
  const { bundle } = call.options;
  return bundle === undefined ? readyHandbook(call) : readyBundle(call, bundle);
}

async function readyBundle(call: Call, file: string): Promise<Answering | Refusal> {
  const read = await readBundle(call, file, { whole: false });
  if (isRefusal(read)) return read;
  if ('diagnostics' in read) return unreadableBundle(file, read.diagnostics);
  const { bundle } = read;
  const moment = momentIn(call, bundle.timeZone);
  if (isRefusal(moment)) return moment;
  const { period, known } = moment;
  const ofMonth = period === undefined ? undefined : linkPeriod(bundle, period, known);
  const program = ofMonth ?? link(bundle, moment);
  const asked = allAsked(call.names, program);
  if (isRefusal(asked)) return asked;
  // Who signs a bundle has checked it. Of one that nobody signed only what is asked for is read, so only that is looked through.
  const circle =
    bundle.signedBy === undefined
      ? circleUnder(
          asked.map(({ decision }) => decision),
          program,
        )
      : undefined;
  if (circle === undefined) return { moment, program, bundle };
  const found = bundleMessages.malformed({ place: 'line 2', expected: circle }, { file, start: 0, end: 0 });
  return unreadableBundle(file, [found]);
}

function unreadableBundle(file: string, diagnostics: readonly Diagnostic[]): Refusal {
  const said = (language: keyof Texts): string =>
    diagnostics.map(({ code, message }) => `${file}: ${code}: ${message[language]}`).join('\n');
  return unreadableHandbook({ en: said('en'), zh: said('zh') });
}

/** Facts, and as they were given. */
interface FactsGiven extends Facts {
  readonly raw: RawFacts;
}

/** Reads the text of `--facts` when it is called; undefined when there is none. */
type FactsText = () => Promise<{ readonly path: string; readonly text: string | Unreadable } | undefined>;

/**
 * A file of facts is read from now on, while the handbook is made ready. Standard input and pipes wait for their turn: whoever is
 * refused before need not end them.
 */
export function factsText({ io, options: { facts: path } }: Call): FactsText {
  if (path === undefined) return () => Promise.resolve(undefined);
  if (path === '-') return async () => ({ path: '<stdin>', text: await readStream(io.stdin(), '<stdin>') });
  const file = resolve(io.cwd, path);
  const read = async (): ReturnType<FactsText> => ({ path, text: await readText(file) });
  const begun = stat(file).then(
    (found) => (found.isFile() ? read() : undefined),
    () => undefined,
  );
  return async () => (await begun) ?? read();
}

/** The facts of `--facts`; none when it is left out. A name that is no fact is refused, or it would silently count for nothing. */
export async function factsOf(factsGiven: FactsText, program: Program): Promise<FactsGiven | Refusal> {
  const given = await factsGiven();
  if (given === undefined) return { ...readFacts(program, {}), raw: {} };
  const { path, text } = given;
  if (isUnreadable(text)) return refusedText(text);
  const parsed = parseFactsJson(text);
  if ('diagnostic' in parsed) {
    const { span, message } = parsed.diagnostic;
    const { line, column } = positionAt(sourceFile(path, text), span.start);
    const at = `${path}:${line}:${column}: `;
    return wrongUse(at + message.en, at + message.zh);
  }
  const facts = readFacts(program, parsed.raw);
  const [first] = facts.unknown;
  if (first === undefined) return { ...facts, raw: parsed.raw };
  const said = (language: keyof Texts): string =>
    facts.unknown.map(({ message }) => `${path}: ${message[language]}`).join('\n');
  return wrongUse(said('en'), said('zh'));
}

export function refusedText({ unreadable }: Unreadable): Refusal {
  return wrongUse(unreadable.en, unreadable.zh);
}

/** A decision as asked for on the command line: `stock.days on T-1`. */
export interface Asked {
  /** As it was written: names the columns of results. */
  readonly written: string;
  readonly decision: string;
  readonly on?: Value;
  /** The same as it was written. */
  readonly argument?: string;
}

export function askedOf(written: string, program: Program): Asked | Refusal {
  const [decision = '', argument] = written.trim().split(/\s+on\s+/u);
  if (argument === undefined) return { written, decision };
  const [taken] = program.decisions[decision]?.takes ?? [];
  const on = readValue(argument, taken?.type ?? { is: 'text' }, program);
  if (on.is !== 'invalid') return { written, decision, on, argument };
  return wrongUse(`“${written}”: ${on.message.en}`, `“${written}”：${on.message.zh}`);
}

/** All of them, or the first that cannot be asked. */
export function allAsked(names: readonly string[], program: Program): readonly Asked[] | Refusal {
  const asked: Asked[] = [];
  for (const name of names) {
    const one = askedOf(name, program);
    if (isRefusal(one)) return one;
    asked.push(one);
  }
  return asked;
}
