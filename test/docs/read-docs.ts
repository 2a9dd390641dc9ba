import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ROOT } from '../../build/base/paths.ts';

/** A written page: its path from the project's top, and its text without blocks of code. */
export type Page = { readonly path: string; readonly text: string };

/** README, CONTRIBUTING and everything in docs/. */
export function pages(): readonly Page[] {
  return globSync(['README.md', 'CONTRIBUTING.md', 'docs/*.md'], { cwd: ROOT }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(ROOT, path), 'utf8').replace(/^```[\s\S]*?^```/gm, ''),
  }));
}

/** The links of a page that lead to a file of the project, and the heading in it, if one is named. */
export function linksOf({
  path,
  text,
}: Page): readonly { readonly file: string; readonly heading: string }[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', heading = ''] = target.split('#');
    return [{ file: file === '' ? path : posix.normalize(posix.join(dirname(path), file)), heading }];
  });
}

/** The headings of a page, as a link names them. */
export function headingsOf({ text }: Page): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Everything that stands in backticks. */
export function codeOf({ text }: Page): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

const FOLDERS = 'shared|lapor|demo|electron|renderer|central|build|test|docs';

/** Is it the path of a file or folder of the project? It may be a pattern. */
export function isPath(code: string): boolean {
  return new RegExp(`^(${FOLDERS})/[\\w./{},*-]*$`).test(code);
}

/** Is it the name of something in the code: two words or more, in one? */
export function isName(code: string): boolean {
  return /^[a-z]+[A-Z]\w*$|^[A-Z]+_[A-Z_]+$/.test(code);
}

/** Tests that a page names: "`file`: “name”". "…" stands for anything. */
export function testsOf({ text }: Page): readonly { readonly file: string; readonly name: string }[] {
  return [...text.matchAll(/`([^`]+\.(?:spec|test)\.tsx?)`: “(.+?)”(?=$|[);.,]| \|)/gm)].map(
    ([, file = '', name = '']) => ({ file, name }),
  );
}
