import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { checkerFor } from '../expression/check.ts';
import { typed } from '../expression/check-cells.ts';
import type { Checker } from '../expression/environment.ts';
import type { FieldRule, Parameter } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { ParametersPolicy } from '../kinds/parameters/index.ts';
import { expression } from '../shape/builders.ts';
import { decode } from '../shape/decode.ts';
import type { Span } from '../source/span.ts';
import type { ReadWords } from '../value/invalid.ts';
import { keyText } from '../value/keys.ts';
import { checked } from '../value/rule.ts';
import type { YamlNode } from '../yaml/node.ts';
import { constantOf } from './constant.ts';
import { declaredMessages } from './declared-messages.ts';
import { environmentOf, type Names, type ParameterType } from './environment.ts';
import { ruleOf } from './facts.ts';
import { handbookMessages } from './messages.ts';
import { ask, postsOf } from './notes.ts';
import type { ReadPolicy, Sources } from './read.ts';
import type { Symbols } from './symbols.ts';
import { declaredType, typeNamed } from './types.ts';

/** A parameter as one version of its policy has it. */
export type ParameterVersion = Parameter;

export const isParameters = (policy: ReadPolicy['policy']): policy is ParametersPolicy => 'parameters' in policy;

/** Types of all parameters by name; versions of a parameter must agree, so any tells. */
export function parameterTypes(sources: Sources, symbols: Symbols): ReadonlyMap<string, ParameterType> {
  const entries = sources.policies.flatMap(({ policy }) => (isParameters(policy) ? policy.parameters : []));
  return new Map(
    entries.map(({ key, value }) => {
      const keys = (value.keys ?? []).map((word) => typeNamed(word, symbols, value.scope.text));
      const type = declaredType(value, undefined, symbols, value.scope.text);
      return [key.text, { type, keys, file: key.span.file }] as const;
    }),
  );
}

/** Parameters that several policies set: none of them counts as the right one. Versions of one policy may. */
export function sharedParameters(policies: readonly ReadPolicy[]): readonly Diagnostic[] {
  const all = policies.flatMap(({ policy }) =>
    isParameters(policy) ? policy.parameters.map(({ key }) => ({ key, by: policy.policy.text })) : [],
  );
  return [...Map.groupBy(all, ({ key }) => key.text).values()].flatMap((same) =>
    same.flatMap(({ key, by }) => {
      const other = same.find((one) => one.by !== by);
      if (other === undefined) return [];
      const related = [{ span: other.key.span, message: { en: 'The other one.', zh: '另一处。' } }];
      return [handbookMessages.duplicate({ what: 'parameter', name: key.text }, key.span, { related })];
    }),
  );
}

export function parametersOf(read: ReadPolicy, names: Names, words: ReadWords): readonly ParameterVersion[] {
  const { policy, file } = read;
  if (!isParameters(policy)) return [];
  const checker = checkerFor(environmentOf(read, names));
  const notes = names.notes(read);
  return policy.parameters.map(({ key, value: written }): Parameter => {
    ask(notes, key.text);
    const declared = names.parameter(key.text) ?? { type: { is: 'unknown' } as const, keys: [] };
    const scope = written.scope.text;
    ask(notes, postsOf(scope));
    const scoped = checkerFor({ ...checker.env, scope, posts: () => names.posts(scope) });
    const rule = ruleOf(written, declared.type, names.symbols, checker);
    const reading: Reading = { name: key.text, type: declared.type, rule, checker: scoped, text: file.text, words };
    return {
      name: key.text,
      type: declared.type,
      title: written.title,
      owner: written.owner.form === 'plain' ? written.owner.value.text : written.owner.value.unstated.text,
      scope: written.scope.text,
      ...(rule.range === undefined ? {} : { range: rule.range }),
      ...(rule.scale === undefined ? {} : { scale: rule.scale }),
      keys: declared.keys,
      ...valuesOf(written.value, declared.keys, reading),
      origin: key.span,
    };
  });
}

interface Reading {
  readonly name: string;
  readonly type: Type;
  readonly rule: FieldRule;
  readonly checker: Checker;
  readonly text: string;
  readonly words: ReadWords;
}

type Entries = NonNullable<Parameter['entries']>;

/** The value of a parameter, or its entries by keys; nothing when it is unset. */
function valuesOf(node: YamlNode, keys: readonly Type[], reading: Reading): Pick<Parameter, 'value' | 'entries'> {
  if (node.yaml === 'scalar' && node.plain && node.text === 'unset') return {};
  if (keys.length > 0) return { entries: entriesOf(node, keys, reading) };
  const value = written(node, reading);
  return value === undefined ? {} : { value };
}

function entriesOf(node: YamlNode, [type, ...rest]: readonly Type[], reading: Reading): Entries {
  const { report } = reading.checker.env;
  if (type === undefined) {
    const value = written(node, reading);
    return value === undefined ? [] : [{ keys: [], value }];
  }
  if (node.yaml !== 'map') {
    report(handbookMessages['not-constant']({}, node.span));
    return [];
  }
  const seen = new Set<string>();
  return node.entries.flatMap((entry) => {
    const key = keyOf(entry.key.text, type, entry.key.span, reading);
    if (key === undefined) return [];
    if (seen.has(key)) report(declaredMessages['key-twice']({ key }, entry.key.span));
    seen.add(key);
    return entriesOf(entry.value, rest, reading).map(({ keys, value }) => ({ keys: [key, ...keys], value }));
  });
}

function keyOf(text: string, type: Type, span: Span, { name, words, checker }: Reading): string | undefined {
  const key = keyText(text, type, words);
  if (typeof key === 'string') return key;
  checker.env.report(declaredMessages['parameter-key']({ name, why: key.message }, span));
  return undefined;
}

const structured = expression({ en: 'A value.', zh: '值。' }, { structured: true });

function written(node: YamlNode, { name, type, rule, checker, text, words }: Reading): Value | undefined {
  const { env } = checker;
  const { value: expr, diagnostics } = decode(structured, node, text);
  diagnostics.forEach((diagnostic) => {
    env.report(diagnostic);
  });
  if (expr === undefined) return undefined;
  const value = constantOf(typed(expr, checker, type));
  if (value === undefined) {
    env.report(handbookMessages['not-constant']({}, node.span));
    return undefined;
  }
  const found = checked(value, type, rule, words);
  if (found.is === 'invalid') env.report(declaredMessages['parameter-value']({ name, why: found.message }, node.span));
  return value;
}
