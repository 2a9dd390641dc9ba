import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exported, HeldText } from '#shared/contract/process/safe-mode.ts';
import { dayOfMs, timeOfMs } from '#shared/domain/calendar/day.ts';
import { messages } from '#shared/i18n/messages.ts';
import { settingsTable } from '../store/settings/window-tables.ts';
import { readerOf } from './journal-states.ts';
import { takeUnsentTexts, type UnsentText } from './unsent-texts.ts';

type Words = (typeof messages)['id']['window'];

/** A text in the export. `path` of an attachment: in the folder; null: it cannot be read. */
type Written = Omit<UnsentText, 'files'> & {
  readonly files: readonly { readonly name: string; readonly path: string | null }[];
};

/** The form of the file for programs; one that reads it must know this number. */
const FORM = { form: 'penghubung-unsent', version: 1 } as const;
/** Without this mark at its beginning Windows does not read a text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes everything that the central service has not accepted into a new folder in `folder`: a text for
 * people, the same for programs, and the attachments. `held`: what only the window has, newer than the
 * journal. Nothing is changed in the journal. Null: it cannot be read.
 * @param now ms since 1970
 * @throws where `folder` takes nothing
 */
export function exportUnsent(
  path: string,
  key: Uint8Array,
  folder: string,
  now: number,
  held: readonly HeldText[],
): Exported | null {
  const place = newFolder(folder, `Penghubung ${dayOfMs(now)} ${timeOfMs(now)}`);
  const texts = new Map<string, Written>();
  let files = 0;
  const keep = (bytes: Buffer | null, name: string): string | null => {
    if (bytes === null) return null;
    files++;
    // A folder for each: two may have one name, and a longer one no disk may take.
    const kept = `lampiran/${files}`;
    mkdirSync(join(place, kept), { recursive: true });
    writeFileSync(join(place, kept, name), bytes);
    return `${kept}/${name}`;
  };
  const isReadable = takeUnsentTexts(path, key, ({ files: own, ...text }) => {
    const written = own.map(({ name, read }) => ({ name, path: keep(read(), name) }));
    texts.set(text.id, { ...text, files: written });
  });
  if (!isReadable && held.length === 0) return null;
  for (const { id, ...text } of held) texts.set(id, newest(texts.get(id), { id, ...text }, now));
  const all = [...texts.values()].toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
  writeFileSync(join(place, 'belum-terkirim.json'), JSON.stringify({ ...FORM, texts: all }, null, 2));
  writeFileSync(join(place, 'belum-terkirim.txt'), forPeople(all, now, wordsOf(path, key)));
  return { folder: place, texts: all.length, files };
}

function newest(known: Written | undefined, held: HeldText, now: number): Written {
  const unknown = {
    what: 'draft',
    trackingId: '',
    title: '',
    choices: {},
    refusal: null,
    files: [],
  } as const;
  return { ...unknown, ...known, ...held, writtenAt: new Date(now).toISOString() };
}

/** Two exports within a minute are two folders. */
function newFolder(folder: string, wished: string): string {
  let place = join(folder, wished);
  for (let number = 2; existsSync(place); number++) place = join(folder, `${wished} (${number})`);
  mkdirSync(place);
  return place;
}

/** In the officer's language, where the journal can be asked for it. */
function wordsOf(path: string, key: Uint8Array): Words {
  try {
    const language = readerOf(path, key)((db) => settingsTable(db).get().language) ?? 'id';
    return messages[language].window;
  } catch {
    return messages.id.window;
  }
}

function forPeople(texts: readonly Written[], now: number, words: Words): string {
  const { title, personal } = words.safe.file;
  const moment = (ms: number) => `${dayOfMs(ms)} ${timeOfMs(ms)} WIB`;
  const head = [title, moment(now), '', personal];
  const parts = texts.map((text, index) => {
    const kinds: Readonly<Record<string, { readonly name: string } | undefined>> = words.command;
    const kind = kinds[text.kind]?.name ?? text.kind;
    const number = text.trackingId === '' ? text.complaintId : text.trackingId;
    return [
      '',
      '-'.repeat(72),
      `${index + 1}. ${words.safe.file[text.what]}: ${kind}`,
      `${number} ${text.title}`.trim(),
      moment(Date.parse(text.writtenAt)),
      ...text.files.map(
        ({ name, path }) => `${words.safe.file.attachment}: ${path ?? `${name} (${words.safe.file.lost})`}`,
      ),
      ...(Object.keys(text.choices).length === 0
        ? []
        : [`${words.safe.file.chosen}: ${JSON.stringify(text.choices)}`]),
      ...(text.text === '' ? [] : ['', text.text]),
    ].join('\n');
  });
  return BYTE_ORDER_MARK + `${[...head, ...parts].join('\n')}\n`.replace(/\r\n|\r|\n/g, '\r\n');
}
