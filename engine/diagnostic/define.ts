import type { Span } from '../source/span.ts';
import type { Diagnostic, Fix, Related, Severity, Texts } from './diagnostic.ts';

/** One row of an area's messages: `blocks` as in `Diagnostic`; an error blocks unless it says otherwise. */
interface MessageDefinition<Arguments> {
  readonly severity: Severity;
  readonly blocks?: boolean;
  message(args: Arguments): Texts;
}

interface DiagnosticExtras {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly witness?: Readonly<Record<string, string>>;
}

// `never` lets every concrete argument type stand in the table and be inferred back from it.
type Table = Readonly<Record<string, MessageDefinition<never>>>;

/** A message without arguments is called with `{}`, so that all call sites look alike. */
type ArgumentsOf<Message> = Message extends () => Texts
  ? Readonly<Record<string, never>>
  : Message extends (args: infer Arguments) => Texts
    ? Arguments
    : never;

export type Reporters<T extends Table> = {
  readonly [Key in keyof T]: (
    args: ArgumentsOf<T[Key]['message']>,
    span: Span,
    extras?: DiagnosticExtras,
  ) => Diagnostic;
};

/**
 * Turns an area's table of messages into functions that make diagnostics with the code `area/key`.
 * Callers name the arguments, so a message and its call sites cannot drift apart.
 */
export function defineDiagnostics<const T extends Table>(area: string, table: T): Reporters<T> {
  const reporters = Object.entries(table).map(([key, definition]) => [
    key,
    (args: never, span: Span, extras: DiagnosticExtras = {}): Diagnostic => ({
      code: `${area}/${key}`,
      severity: definition.severity,
      blocks: definition.blocks ?? definition.severity === 'error',
      message: definition.message(args),
      span,
      related: extras.related ?? [],
      fixes: extras.fixes ?? [],
      ...(extras.witness === undefined ? {} : { witness: extras.witness }),
    }),
  ]);
  return Object.fromEntries(reporters) as Reporters<T>;
}
