import type { Db } from '../open-database.ts';
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
export const IS_TERM_SQL = 'SELECT 1 FROM search_term WHERE term = ?';
const LAST_CHARACTER = '\u{10ffff}';

/** `broad`: one of the words is the beginning of very many words. */
export type Expression = { readonly match: string; readonly broad: boolean };

type Parts = { readonly terms: readonly string[]; readonly broad: boolean };

export type SearchTerms = {
  /**
   * An expression for the full-text index: all words of `text`, each in one of the spellings of `choices`, if
   * there are any for it, else as the beginning of a word; null when it holds none. They are split and folded
   * by the index's own rules and quoted: nothing is syntax. The index does not know places: words that follow
   * each other are asked for as words that all are there.
   */
  readonly expression: (text: string, choices: readonly Choice[]) => Expression | null;
  /** Adds the words of a text, split as the index splits them. */
  readonly add: (text: string) => void;
  /** Takes over the words of the index after `after`, in order. Null: that was the last slice. */
  readonly take: (after: string) => string | null;
  readonly clear: () => void;
};

/** The words of the full-text index. Words of complaints that have gone stay: they find nothing. */
export function searchTerms(db: Db): SearchTerms {
  // A place to let SQLite's own tokenizer split a text: nothing of it is kept.
  db.exec(`
    CREATE VIRTUAL TABLE temp.splitter USING fts5 (
      text, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE temp.splitter_term USING fts5vocab ('temp', 'splitter', 'row');`);
  const split = db.prepare('INSERT INTO temp.splitter (rowid, text) VALUES (1, ?)');
  const keep = db.prepare('INSERT OR IGNORE INTO search_term (term) SELECT term FROM temp.splitter_term');
  const splitTerms = db.prepare<[number], { term: string }>('SELECT term FROM temp.splitter_term LIMIT ?');
  const forget = db.prepare("INSERT INTO temp.splitter (splitter) VALUES ('delete-all')");
  const expand = db.prepare<[string, string, number], { term: string }>(EXPAND_SQL);
  const is = db.prepare<[string], { 1: 1 }>(IS_TERM_SQL);
  const slice = db.prepare<[string, number], { term: string }>(
    'SELECT term FROM complaint_fts_term WHERE term > ? ORDER BY term LIMIT ?',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO search_term (term) VALUES (?)');
  const clear = db.prepare('DELETE FROM search_term');
  /** What the index is asked for; null: no complaint holds it, and asking would read every part. */
  const partsOf = ({ words, open }: Spelling): Parts | null => {
    const [first = ''] = words;
    if (words.length > 1)
      return { terms: [`(${words.map((word) => `"${word}"`).join(' AND ')})`], broad: false };
    if (!open) return is.get(first) === undefined ? null : { terms: [`"${first}"`], broad: false };
    const terms = expand.all(first, first + LAST_CHARACTER, MAX_EXPANDED + 1);
    if (terms.length === 0) return null;
    const broad = terms.length > BROAD;
    if (terms.length > MAX_EXPANDED) return { terms: [`"${first}"*`], broad };
    return { terms: terms.map(({ term }) => `"${term}"`), broad };
  };
  const inAnySpelling = (choice: Choice): Expression => {
    const parts = choice.map(partsOf).filter((part) => part !== null);
    // A word that several spellings begin is followed once.
    const terms = [...new Set(parts.flatMap((part) => part.terms))];
    const match = terms.length === 0 ? `"${choice[0]?.words[0] ?? ''}"` : `(${terms.join(' OR ')})`;
    return { match, broad: parts.some(({ broad }) => broad) };
  };
  return {
    expression: (text, choices) => {
      split.run(text);
      const words = splitTerms.all(MAX_WORDS);
      forget.run();
      if (words.length === 0) return null;
      const choiceOf = new Map(choices.map((choice) => [choice[0]?.words[0], choice]));
      const parts = words.map(({ term }) =>
        inAnySpelling(choiceOf.get(term) ?? [{ words: [term], open: true }]),
      );
      return {
        match: parts.map(({ match }) => match).join(' AND '),
        broad: parts.some(({ broad }) => broad),
      };
    },
    add: (text) => {
      split.run(text);
      keep.run();
      forget.run();
    },
    take: (after) => {
      const terms = slice.all(after, TAKEN_AT_ONCE);
      for (const { term } of terms) insert.run(term);
      return terms.length < TAKEN_AT_ONCE ? null : (terms.at(-1)?.term ?? null);
    },
    clear: () => {
      clear.run();
    },
  };
}
