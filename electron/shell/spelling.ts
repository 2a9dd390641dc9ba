import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';

/** Chromium's own name for the Indonesian dictionary: where this file stands, it asks nobody for one. */
const CHROMIUMS = 'id-ID-3-0.bdic';

/** Where systems keep hunspell's dictionaries in Chromium's form; the last is for an office's IT. */
const PLACES = [
  '/usr/share/hunspell-bdic',
  '/usr/share/qt6/qtwebengine_dictionaries',
  '/usr/share/qt5/qtwebengine_dictionaries',
  '/usr/share/qt/qtwebengine_dictionaries',
  '/etc/penghubung',
].map((folder) => join(folder, 'id_ID.bdic'));

/**
 * Is there a dictionary that needs no download? Windows and macOS bring their own. On Linux the shell's
 * folder gets a copy of the one that the system has.
 */
export function findDictionary(
  platform: NodeJS.Platform,
  dir: string,
  places: readonly string[] = PLACES,
): boolean {
  if (platform !== 'linux') return true;
  const own = join(dir, 'Dictionaries', CHROMIUMS);
  const found = places.find((place) => existsSync(place));
  if (found === undefined) return existsSync(own);
  try {
    mkdirSync(join(dir, 'Dictionaries'), { recursive: true });
    copyFileSync(found, own);
    return true;
  } catch (error) {
    console.error('dictionary not copied:', error);
    return false;
  }
}

/** Nobody listens there: a dictionary that turns out to be damaged is not fetched anew from Google. */
const NOBODY = 'http://127.0.0.1:0/';

/**
 * To be called as soon as there is the session: without a word it takes the system's languages and is about
 * to fetch their dictionaries. No language ends that, being off alone does not.
 */
export function setUpSpelling(pages: Session, hasDictionary: boolean): void {
  pages.setSpellCheckerDictionaryDownloadURL(NOBODY);
  pages.setSpellCheckerLanguages(hasDictionary ? ['id'] : []);
  pages.setSpellCheckerEnabled(hasDictionary);
}
