import { parseSync, Visitor } from 'vite';
import { lineAt, type Source } from './sources.ts';

/** A place that a measure found: `size` is what it counts there, `says` the line of code. */
export type Place = {
  readonly path: string;
  readonly line: number;
  readonly size: number;
  readonly says: string;
};

export type CodeFacts = {
  /** Every function, method and arrow. `size`: its lines, nested functions included. */
  readonly functions: readonly Place[];
  /** Lines of comments that end beyond `COMMENT_WIDTH`; `size`: the width in columns. */
  readonly wideComments: readonly Place[];
  readonly fields: number;
};

export const COMMENT_WIDTH = 110;

/**
 * Reads one file of code with the parser that Vite brings.
 *
 * A field counts as written out, once for each file, where its name in camelCase or snake_case is the key of
 * an object, of a pattern, of a type or of a class, is read after a dot, or is a word of a string or template
 * (which is how SQL and `Pick` name it). A comment writes nothing out.
 */
export function readCode({ path, text }: Source, fields: readonly string[]): CodeFacts {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lines = text.split('\n');
  const functions: Place[] = [];
  const addFunction = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const line = lineAt(text, start);
    functions.push({ path, line, size: lineAt(text, end) - line + 1, says: lines[line - 1]?.trim() ?? '' });
  };
  const names = new Map(fields.flatMap((field) => [[field, field] as const, [snake(field), field] as const]));
  const found = new Set<string>();
  const addWords = (words: string) => {
    for (const word of words.match(/\w+/g) ?? []) {
      const field = names.get(word);
      if (field !== undefined) found.add(field);
    }
  };
  const addKey = (node: { type: string; name?: unknown; value?: unknown }) =>
    addWords(String(node.type === 'Identifier' ? node.name : (node.value ?? '')));
  new Visitor({
    FunctionDeclaration: addFunction,
    FunctionExpression: addFunction,
    ArrowFunctionExpression: addFunction,
    Property: (node) => addKey(node.key),
    PropertyDefinition: (node) => addKey(node.key),
    TSPropertySignature: (node) => addKey(node.key),
    MemberExpression: (node) => {
      if (!node.computed) addKey(node.property);
    },
    Literal: (node) => addWords(typeof node.value === 'string' ? node.value : ''),
    TemplateElement: (node) => addWords(node.value.raw),
  }).visit(parsed.program);
  const wideComments = parsed.comments.flatMap((comment) =>
    wideLines(path, lines, lineAt(text, comment.start), lineAt(text, comment.end)),
  );
  return { functions, wideComments, fields: found.size };
}

function wideLines(path: string, lines: readonly string[], first: number, last: number): Place[] {
  return lines
    .slice(first - 1, last)
    .map((says, index) => ({ path, line: first + index, size: says.length, says: says.trim() }))
    .filter(({ size }) => size > COMMENT_WIDTH);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
