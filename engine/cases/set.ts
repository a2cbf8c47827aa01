import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Fact, Parameter, Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { readFacts } from '../value/facts.ts';
import { keyText } from '../value/keys.ts';
import type { YamlNode } from '../yaml/node.ts';
import { caseMessages } from './messages.ts';
import { rawOf } from './raw.ts';

/** Parameters as a case sets them, for its own questions only. */
export function setParameters(
  program: Program,
  set: ReadonlyMap<string, YamlNode>,
  span: Span,
  report: (diagnostic: Diagnostic) => void,
): readonly Parameter[] {
  return [...set].flatMap(([name, node]) => {
    const parameter = program.parameters[name];
    if (parameter === undefined) {
      report(caseMessages['unknown-parameter']({ name, near: suggest(name, Object.keys(program.parameters)) }, span));
      return [];
    }
    const entries = entriesOf(node, parameter, parameter.keys, program);
    for (const { value } of entries) {
      if (value.is === 'invalid') report(caseMessages['wrong-value']({ value: name, why: value.message }, node.span));
    }
    // Evaluators take parameters as checked: what does not read is not set.
    return [
      withValues(
        parameter,
        entries.filter(({ value }) => value.is !== 'invalid'),
      ),
    ];
  });
}

type Entries = NonNullable<Parameter['entries']>;

function withValues(parameter: Parameter, entries: Entries): Parameter {
  const [first] = entries;
  if (parameter.keys.length > 0) return { ...parameter, entries };
  return first === undefined ? parameter : { ...parameter, value: first.value };
}

/** What does not read, key or value, has an invalid value. */
function entriesOf(node: YamlNode, parameter: Parameter, [type, ...rest]: readonly Type[], program: Program): Entries {
  if (type === undefined) {
    const value = read(node, parameter, program);
    return value === undefined ? [] : [{ keys: [], value }];
  }
  if (node.yaml !== 'map') return [];
  return node.entries.flatMap(({ key, value }): Entries => {
    const text = keyText(key.text, type, program);
    if (typeof text !== 'string') return [{ keys: [], value: text }];
    return entriesOf(value, parameter, rest, program).map((entry) => ({ ...entry, keys: [text, ...entry.keys] }));
  });
}

/** A parameter's value is read as a fact of its type would be: same forms, same range. */
function read(node: YamlNode, parameter: Parameter, program: Program): Value | undefined {
  const { name } = parameter;
  return readFacts({ ...program, facts: { [name]: asFact(parameter, name) } }, { [name]: rawOf(node) }).values[name];
}

/** A parameter as a fact of that name: what may be given is what may be set. */
export function asFact({ type, title, origin, range, scale }: Parameter, name: string): Fact {
  return {
    name,
    type,
    title,
    origin,
    alias: [],
    closed: false,
    ...(range === undefined ? {} : { range }),
    ...(scale === undefined ? {} : { scale }),
  };
}
