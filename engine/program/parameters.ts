import { checkerFor } from '../expression/check.ts';
import { typed } from '../expression/check-cells.ts';
import type { Checker } from '../expression/environment.ts';
import type { Parameter } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { ParametersPolicy } from '../kinds/parameters/index.ts';
import { expression } from '../shape/builders.ts';
import { decode } from '../shape/decode.ts';
import type { YamlNode } from '../yaml/node.ts';
import { constantOf } from './constant.ts';
import { environmentOf, type Names, type ParameterType } from './environment.ts';
import { constantRange } from './facts.ts';
import { handbookMessages } from './messages.ts';
import type { ReadPolicy, Sources } from './read.ts';
import type { Symbols } from './symbols.ts';
import { declaredType, typeNamed } from './types.ts';

/** A parameter as one version of its policy has it. */
export type ParameterVersion = Parameter;

const isParameters = (policy: ReadPolicy['policy']): policy is ParametersPolicy => 'parameters' in policy;

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

export function parametersOf(read: ReadPolicy, names: Names): readonly ParameterVersion[] {
  const { policy, file } = read;
  if (!isParameters(policy)) return [];
  const checker = checkerFor(environmentOf(read, names));
  return policy.parameters.map(({ key, value: written }): Parameter => {
    const declared = names.parameter(key.text) ?? { type: { is: 'unknown' } as const, keys: [] };
    const scoped = { ...checker, env: { ...checker.env, posts: () => names.posts(written.scope.text) } };
    const range = written.range === undefined ? undefined : constantRange(written.range, declared.type, checker);
    const values = parameterValue(written.value, declared.type, declared.keys, { checker: scoped, text: file.text });
    return {
      name: key.text,
      type: declared.type,
      title: written.title,
      owner: written.owner.form === 'plain' ? written.owner.value.text : written.owner.value.unstated.text,
      scope: written.scope.text,
      ...(range === undefined ? {} : { range }),
      keys: declared.keys,
      ...values,
      origin: key.span,
    };
  });
}

interface Reading {
  readonly checker: Checker;
  readonly text: string;
}

/** The value of a parameter, or its entries by keys; nothing when it is unset. */
export function parameterValue(
  node: YamlNode,
  type: Type,
  keys: readonly Type[],
  reading: Reading,
): Pick<Parameter, 'value' | 'entries'> {
  if (node.yaml === 'scalar' && node.plain && node.text === 'unset') return {};
  if (keys.length === 0) {
    const value = written(node, type, reading);
    return value === undefined ? {} : { value };
  }
  return { entries: entriesOf(node, type, keys.length, reading) };
}

function entriesOf(node: YamlNode, type: Type, depth: number, reading: Reading): NonNullable<Parameter['entries']> {
  if (depth === 0) {
    const value = written(node, type, reading);
    return value === undefined ? [] : [{ keys: [], value }];
  }
  if (node.yaml !== 'map') {
    reading.checker.env.report(handbookMessages['not-constant']({}, node.span));
    return [];
  }
  return node.entries.flatMap(({ key, value }) =>
    entriesOf(value, type, depth - 1, reading).map((entry) => ({
      ...entry,
      keys: [key.text.normalize('NFKC'), ...entry.keys],
    })),
  );
}

const structured = expression({ en: 'A value.', zh: '值。' }, { structured: true });

function written(node: YamlNode, type: Type, { checker, text }: Reading): Value | undefined {
  const { value: expr, diagnostics } = decode(structured, node, text);
  diagnostics.forEach((diagnostic) => {
    checker.env.report(diagnostic);
  });
  if (expr === undefined) return undefined;
  const value = constantOf(typed(expr, checker, type));
  if (value === undefined) checker.env.report(handbookMessages['not-constant']({}, node.span));
  return value;
}
