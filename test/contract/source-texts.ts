import { readFileSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const LANGUAGES = ['nl', 'fr', 'en'] as const;

export type SourceLanguage = (typeof LANGUAGES)[number];

/** A text for people as it stands in the code of a service, beside its other languages. */
export interface SourceText {
  /** File and line. */
  place: string;
  words: Partial<Record<SourceLanguage, string>>;
}

interface ProductFile {
  path: string;
  code: string;
}

function productFiles(): ProductFile[] {
  const paths = globSync('{apps,libs}/*/src/**/*.{ts,tsx}', { cwd: ROOT });
  return paths
    .filter((path) => !/\.spec\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, code: readFileSync(`${ROOT}${path}`, 'utf8') }));
}

/** The words of `fr: 'Bonjour.'` or `fr: (n) => …`; those of several languages are compared, so without the quotes. */
const wordsOf = (value: ts.Expression): string =>
  ts.isStringLiteralLike(value)
    ? value.text
    : value.getText().replaceAll(/^\(\) => |^['"`]|['"`]$|['"`]\s*\+\s*['"`]/g, '');

function textOf(node: ts.ObjectLiteralExpression): SourceText['words'] {
  const words: SourceText['words'] = {};
  for (const property of node.properties) {
    const language = LANGUAGES.find((one) => property.name?.getText() === one);
    if (language !== undefined) {
      words[language] = ts.isPropertyAssignment(property) ? wordsOf(property.initializer) : '';
    }
  }
  return words;
}

/** What `found` makes of every node of a file, top down. */
function fromNodes<T>({ path, code }: ProductFile, found: (node: ts.Node, place: string) => T[]): T[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const all: T[] = [];
  const visit = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    all.push(...found(node, `${path}:${line + 1}`));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return all;
}

function textAt(node: ts.Node, place: string): SourceText[] {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const words = textOf(node);
  return Object.keys(words).length > 0 ? [{ place, words }] : [];
}

/** Every text of the services that is worded in some language, as the code has it. */
export const sourceTexts = (): SourceText[] =>
  productFiles()
    .filter(({ code }) => /\b(nl|fr|en):/.test(code))
    .flatMap((file) => fromNodes(file, textAt));

const isOwnMessage = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) && node.name.getText() === 'message';

/** Places where input is checked with words in one language only, which `inWords` is there to prevent. */
export const wordsInOneLanguage = (): string[] =>
  productFiles()
    .filter(({ path }) => /\.(dto|decorators)\.ts$/.test(path))
    .flatMap((file) => fromNodes(file, (node, place) => (isOwnMessage(node) ? [place] : [])));
