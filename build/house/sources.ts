/** A file by its path from the project's top, with `/`, and what it says. */
export type Source = { readonly path: string; readonly text: string };

/** TypeScript and plain modules, without tests, what only tests use, and what a tool generated. */
export function isProduction(path: string): boolean {
  return (
    /\.(ts|tsx|mjs)$/.test(path) &&
    !/\.(test|spec)\.\w+$/.test(path) &&
    !/(^|\/)(test|testing|generated)\//.test(path)
  );
}

/** The window's style sheets, without the one that gives the tokens their values. */
export function isStyle(path: string): boolean {
  return path.startsWith('renderer/') && path.endsWith('.css') && !path.endsWith('/tokens.css');
}

/** The line that an offset stands on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
