import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/test-backend.ts';
import { openCache } from './cache/cache-store.ts';
import { setCommitHook } from './commit-hook.ts';
import { openJournal } from './journal/journal-store.ts';

const KEY = randomBytes(32);

/** Which databases committed while `work` ran; `refuse`: at none does the commit go through. */
function commitsOf(work: () => void, refuse = false): readonly string[] {
  const seen: string[] = [];
  const see = (when: string) => (path: string) => {
    seen.push(`${when} ${basename(path)}`);
    if (refuse && when === 'before') throw new Error('refused');
  };
  const away = setCommitHook({ before: see('before'), after: see('after') });
  try {
    work();
  } finally {
    away();
  }
  return seen;
}

test('a test can stop at each commit of journal and cache, those of the migrations too', () => {
  const folder = temporaryFolder();
  const opened = commitsOf(() => {
    const journal = openJournal(join(folder, 'journal.db'), KEY);
    const cache = openCache(join(folder, 'cache.db'), KEY);
    if (!journal.ok || !cache.ok) throw new Error('not opened');
    journal.journal.close();
    cache.cache.close();
  });
  expect(new Set(opened)).toEqual(
    new Set(['before journal.db', 'after journal.db', 'before cache.db', 'after cache.db']),
  );
});

test('a commit that is refused leaves nothing of its transaction, and the next one goes through', () => {
  const opened = openJournal(join(temporaryFolder(), 'journal.db'), KEY);
  if (!opened.ok) throw new Error(opened.code);
  const { journal } = opened;
  onTestFinished(journal.close);
  const save = (language: 'en' | 'id') => journal.write(() => journal.settings.save({ language }));
  expect(commitsOf(() => expect(() => save('en')).toThrow('refused'), true)).toEqual(['before journal.db']);
  expect(journal.settings.get().language).toBe('id');
  expect(commitsOf(() => save('en'))).toEqual(['before journal.db', 'after journal.db']);
  expect(journal.settings.get().language).toBe('en');
});
