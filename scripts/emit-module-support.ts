import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

/**
 * `npm run support`: the functions that emitted modules carry, each as plain JavaScript with the names of those that it uses.
 * They are written as TypeScript in engine/emit/module/support/ and engine/value/; here their types are taken off.
 */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'engine/emit/module/support');
export const supportFile = 'engine/emit/module/support-parts.ts';

interface Part {
  readonly name: string;
  readonly uses: readonly string[];
  readonly code: string;
}

/** The text of the generated file. */
export async function supportText(): Promise<string> {
  const parts = await supportParts();
  const rows = parts.map(
    ({ name, uses, code }) =>
      `  { name: ${JSON.stringify(name)}, uses: ${JSON.stringify(uses)}, code: ${quoted(code)} },`,
  );
  const text = [
    '// Generated from engine/emit/module/support/ and what it uses of engine/value/: npm run support',
    '',
    'export interface SupportPart {',
    '  readonly name: string;',
    '  readonly uses: readonly string[];',
    '  readonly code: string;',
    '}',
    '',
    '/** What a part uses as soon as it is read stands before it. */',
    'export const supportParts: readonly SupportPart[] = [',
    ...rows,
    '];',
  ].join('\n');
  return pretty(text, 'typescript');
}

async function supportParts(): Promise<readonly Part[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join(folder, name));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts', 'lib.esnext.iterator.d.ts', 'lib.esnext.collection.d.ts'],
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const names = new Map<ts.Node, string>();
  const taken = new Set<string>();
  const done = new Set<ts.Node>();
  const parts: { name: string; uses: string[]; code: string }[] = [];

  const nameOf = (declaration: ts.Node, wanted: string): string => {
    const known = names.get(declaration);
    if (known !== undefined) return known;
    let name = wanted;
    for (let i = 2; taken.has(name); i += 1) name = `${wanted}${i}`;
    taken.add(name);
    names.set(declaration, name);
    return name;
  };

  const visit = async (declaration: Declared): Promise<void> => {
    if (done.has(declaration)) return;
    done.add(declaration);
    const statement = statementOf(declaration);
    const source = statement.getSourceFile();
    const edits: { start: number; end: number; text: string }[] = [];
    const used: Declared[] = [];
    const look = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return;
      if (ts.isIdentifier(node)) {
        const target = declaredBy(node, checker);
        if (target === undefined) return;
        const name = nameOf(target, target.name.text);
        if (target !== declaration && !used.includes(target)) used.push(target);
        if (name === node.text) return;
        const text = ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${name}` : name;
        edits.push({ start: node.getStart(), end: node.end, text });
        return;
      }
      ts.forEachChild(node, look);
    };
    look(statement);
    for (const each of used) await visit(each);
    let text = source.text.slice(startOf(statement, source), statement.end);
    for (const { start, end, text: by } of edits.toReversed()) {
      const offset = startOf(statement, source);
      text = text.slice(0, start - offset) + by + text.slice(end - offset);
    }
    const { outputText } = ts.transpileModule(`${text.replace(/^export /m, '')}\nexport {};`, {
      compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext },
    });
    const code = (await pretty(outputText.replace(/^export \{\};?$/m, ''), 'babel')).trim();
    const name = nameOf(declaration, declaration.name.text);
    parts.push({ name, uses: used.map((each) => nameOf(each, each.name.text)), code });
  };

  for (const file of files) {
    const source = program.getSourceFile(file);
    for (const statement of source?.statements ?? []) {
      for (const declaration of declarationsOf(statement)) {
        // The folder's own names are the ones that emitted code calls.
        if (isExported(statement)) nameOf(declaration, declaration.name.text);
      }
    }
  }
  for (const file of files) {
    for (const statement of program.getSourceFile(file)?.statements ?? []) {
      if (isExported(statement)) for (const declaration of declarationsOf(statement)) await visit(declaration);
    }
  }
  return parts;
}

type Declared = (ts.FunctionDeclaration | ts.VariableDeclaration) & { readonly name: ts.Identifier };

function declarationsOf(statement: ts.Statement): readonly Declared[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement as Declared];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((each) => each as Declared);
}

function statementOf(declaration: Declared): ts.Statement {
  return ts.isFunctionDeclaration(declaration) ? declaration : declaration.parent.parent;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The declaration at the top of one of our files that the name stands for. */
function declaredBy(node: ts.Identifier, checker: ts.TypeChecker): Declared | undefined {
  const shorthand = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (shorthand === undefined) return undefined;
  const symbol = shorthand.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(shorthand) : shorthand;
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !declaration.getSourceFile().fileName.startsWith(join(root, 'engine'))) {
    return undefined;
  }
  if (ts.isFunctionDeclaration(declaration) && ts.isSourceFile(declaration.parent)) return declaration as Declared;
  const isTop =
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableStatement(declaration.parent.parent) &&
    ts.isSourceFile(declaration.parent.parent.parent);
  return isTop ? (declaration as Declared) : undefined;
}

/** From its own comment on, but not from what else stands before it. */
function startOf(statement: ts.Statement, source: ts.SourceFile): number {
  const comments = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? [];
  return comments.at(-1)?.pos ?? statement.getStart();
}

function quoted(code: string): string {
  return `\`${code.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}

async function pretty(text: string, parser: string): Promise<string> {
  const config = await resolveConfig(join(root, 'package.json'));
  return format(text, { ...config, parser });
}

if (import.meta.main) writeFileSync(join(root, supportFile), await supportText());
