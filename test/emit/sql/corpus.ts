import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { handbookOf } from '../../support/policies.ts';
import { registeredManifest } from '../../support/small-manifest.ts';
import type { CellRow } from './cells.ts';

/** A small handbook that is hard to say in SQL, with rows beside those that every fact gets. */
export interface Hostile {
  readonly name: string;
  readonly program: Program;
  readonly rows: readonly CellRow[];
}

/** What a file of `corpus/` says; what all handbooks share is added here. */
export interface Written {
  readonly units?: unknown;
  readonly enumerations?: unknown;
  readonly facts: Readonly<Record<string, object>>;
  /** The whole file of what the company sets. */
  readonly parameters?: object;
  readonly policies: readonly { readonly policy: string }[];
  readonly rows?: readonly CellRow[];
}

const texts = { en: 'x', zh: '某' };
const head = {
  version: 1,
  effective: { from: '2020-01-01' },
  published: '2020-01-01',
  title: texts,
  cites: ['S-1'],
  scope: 'shop',
};
const register = `kind: register
source: S
title: { en: S, zh: S }
clauses: [{ id: S-1, form: executable, topic: all, title: { en: All, zh: 全部 } }]
`;

export function hostileHandbooks(): readonly Hostile[] {
  const folder = new URL('corpus/', import.meta.url).pathname;
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .map((file) => hostile(basename(file, '.yaml'), parse(readFileSync(`${folder}${file}`, 'utf8')) as Written));
}

/** Handbooks take no anchors. */
const written = (value: object): string => stringify(value, { aliasDuplicateObjects: false });

function hostile(name: string, { rows = [], ...rest }: Written): Hostile {
  return { name, program: smallProgram(name, rest, ['table/overlap']), rows };
}

/** A handbook of a few facts and policies. Mistakes of these sorts are on purpose; holes between tiers always are. */
export function smallProgram(
  name: string,
  { facts, policies, parameters, ...words }: Omit<Written, 'rows'>,
  meant: readonly string[] = [],
): Program {
  const titled = Object.fromEntries(Object.entries(facts).map(([fact, says]) => [fact, { ...says, title: texts }]));
  const files = {
    'handbook.yaml': registeredManifest,
    'sources/S.yaml': register,
    'vocabulary.yaml': written({ kind: 'vocabulary', title: texts, ...words, facts: titled }),
    ...(parameters === undefined ? {} : { 'parameters.yaml': written(parameters) }),
    ...Object.fromEntries(
      policies.map(({ policy, ...rest }) => [`${policy}.yaml`, written({ policy, ...head, ...rest })]),
    ),
  };
  const handbook = handbookOf(files);
  const mistake = handbook.diagnostics.find(
    ({ severity, code }) => severity === 'error' && !code.endsWith('/gap') && !meant.includes(code),
  );
  if (mistake !== undefined) throw new Error(`${name}: ${mistake.span.file} ${mistake.message.en}`);
  return link(handbook, { at: '2026-10-31' });
}
