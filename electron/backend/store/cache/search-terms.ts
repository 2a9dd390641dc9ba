import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { Choice } from './search-choices.ts';
import type { Spelling } from './search-words.ts';

/** More words than this are not spelled out: to follow them one by one costs more than to merge them. */
const MAX_EXPANDED = 256;
/** A beginning of more words than this is likely to be found in one of the newest complaints. */
const BROAD = 64;
const MAX_WORDS = 12;
/** Words taken over in one slice. */
const TAKEN_AT_ONCE = 2_000;

export const EXPAND_SQL = 'SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ?';
/** After every word that begins like the text before it. */
export const LAST_CHARACTER = '\u{10ffff}';

/** `broad`: one of the words is the beginning of very many words. */
export type Expression = { readonly match: string; readonly broad: boolean };

type Parts = { readonly terms: readonly string[]; readonly broad: boolean };

export type SearchTerms = ReturnType<typeof searchTerms>;

/** The words of the full-text index. Words of complaints that have gone stay: they find nothing. */
export function searchTerms(db: Db) {
  // SQLite's own tokenizer splits a text here; nothing of it is kept.
  db.exec(`
    CREATE VIRTUAL TABLE temp.splitter USING fts5 (
      text, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE temp.splitter_term USING fts5vocab ('temp', 'splitter', 'row');`);
  const { run, value, values } = statements(db);
  const split = run<[string]>('INSERT INTO temp.splitter (rowid, text) VALUES (1, ?)');
  const splitTerms = values<[number], string>('SELECT term FROM temp.splitter_term LIMIT ?');
  const keep = run<[]>('INSERT OR IGNORE INTO search_term (term) SELECT term FROM temp.splitter_term');
  const forget = run<[]>("INSERT INTO temp.splitter (splitter) VALUES ('delete-all')");
  const expand = values<[string, string, number], string>(EXPAND_SQL);
  const isTerm = value<[string], 1>('SELECT 1 FROM search_term WHERE term = ?');
  const slice = values<[string, number], string>(
    'SELECT term FROM complaint_fts_term WHERE term > ? ORDER BY term LIMIT ?',
  );
  const insert = run<[string]>('INSERT OR IGNORE INTO search_term (term) VALUES (?)');
  /** What the index is asked for; null: no complaint holds it, and asking would read every part. */
  const partsOf = ({ words, open }: Spelling): Parts | null => {
    const [first = ''] = words;
    if (words.length > 1)
      return { terms: [`(${words.map((word) => `"${word}"`).join(' AND ')})`], broad: false };
    if (!open) return isTerm(first) === null ? null : { terms: [`"${first}"`], broad: false };
    const terms = expand(first, first + LAST_CHARACTER, MAX_EXPANDED + 1);
    if (terms.length === 0) return null;
    const broad = terms.length > BROAD;
    if (terms.length > MAX_EXPANDED) return { terms: [`"${first}"*`], broad };
    return { terms: terms.map((term) => `"${term}"`), broad };
  };
  const inAnySpelling = (choice: Choice): Expression => {
    const parts = choice.map(partsOf).filter((part) => part !== null);
    // A word that several spellings begin is followed once.
    const terms = [...new Set(parts.flatMap((part) => part.terms))];
    const match = terms.length === 0 ? `"${choice[0]?.words[0] ?? ''}"` : `(${terms.join(' OR ')})`;
    return { match, broad: parts.some(({ broad }) => broad) };
  };
  return {
    /**
     * An expression for the full-text index: all words of `text`, each in one of the spellings of `choices`,
     * if there are any for it, else as the beginning of a word; null when it holds none. They are split and
     * folded by the index's own rules and quoted: nothing is syntax. The index does not know places: words
     * that follow each other are asked for as words that all are there.
     */
    expression: (text: string, choices: readonly Choice[]): Expression | null => {
      split(text);
      const words = splitTerms(MAX_WORDS);
      forget();
      if (words.length === 0) return null;
      const choiceOf = new Map(choices.map((choice) => [choice[0]?.words[0], choice]));
      const parts = words.map((word) => inAnySpelling(choiceOf.get(word) ?? [{ words: [word], open: true }]));
      return {
        match: parts.map(({ match }) => match).join(' AND '),
        broad: parts.some(({ broad }) => broad),
      };
    },
    /** Adds the words of a text, split as the index splits them. */
    add: (text: string) => {
      split(text);
      keep();
      forget();
    },
    /** Takes over the words of the index after `after`, in order. Null: that was the last slice. */
    take: (after: string): string | null => {
      const terms = slice(after, TAKEN_AT_ONCE);
      for (const term of terms) insert(term);
      return terms.length < TAKEN_AT_ONCE ? null : (terms.at(-1) ?? null);
    },
    clear: run<[]>('DELETE FROM search_term'),
  };
}
