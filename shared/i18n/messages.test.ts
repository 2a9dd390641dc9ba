import { describe, expect, test } from 'vitest';
import { COMMAND_KINDS } from '../domain/commands/registry.ts';
import { REFUSAL_CODES } from '../domain/commands/spec/refusal-codes.ts';
import { ENTRY_KINDS } from '../domain/complaint/entry.ts';
import { GLOSSARY } from './glossary.ts';
import { type Language, messages } from './messages.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') all.set(name, value);
    else for (const [inner, text] of flatten(value, name)) all.set(inner, text);
  }
  return all;
}

const languages = Object.keys(messages) as Language[];
const all = Object.fromEntries(
  languages.map((language) => [language, flatten(messages[language])]),
) as Record<Language, Map<string, string>>;
const variables = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]).sort();

/** The key that the first language, which has one plural form, has for it. */
const firstKey = (key: string) => key.replace(/_one$/, '_other');

describe.each(languages)('the messages in "%s"', (language) => {
  test('have every key of the first language, and no other', () => {
    const keys = new Set([...all[language].keys()].map(firstKey));
    expect([...keys].sort()).toEqual([...all.id.keys()].sort());
  });

  test('are never empty', () => {
    const empty = [...all[language]].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('use the same variables as in the first language', () => {
    const different = [...all[language]].filter(
      ([key, text]) => variables(text).join() !== variables(all.id.get(firstKey(key)) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('have a sentence for every code of refusal', () => {
    expect(Object.keys(messages[language].window.refusal).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  test('have a next step for every code of refusal', () => {
    expect(Object.keys(messages[language].window.attention.next).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  test('have words for every kind of command and of entry', () => {
    const { command, entry } = messages[language].window;
    expect(Object.keys(command).sort()).toEqual([...COMMAND_KINDS].sort());
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(ENTRY_KINDS));
  });

  test('use one word for one thing in the window', () => {
    const wrong: string[] = [];
    for (const term of Object.values(GLOSSARY)) {
      for (const word of term[language].slice(1)) {
        const pattern = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu');
        for (const [key, text] of flatten(messages[language].window))
          if (pattern.test(text)) wrong.push(`${key}: "${word}" in "${text}"`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('the plural forms of English come in pairs, and Bahasa Indonesia has one form', () => {
  const formsOf = (language: Language, form: string) =>
    [...all[language].keys()].filter((key) => key.endsWith(form)).map(firstKey);
  expect(formsOf('en', '_one')).toEqual(formsOf('en', '_other'));
  expect(formsOf('id', '_one')).toEqual([]);
});
