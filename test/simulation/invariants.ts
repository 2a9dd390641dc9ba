import { isDeepStrictEqual } from 'node:util';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { QueueRow } from '#shared/contract/window/queue.ts';
import { isOfficeKind } from '#shared/domain/commands/command.ts';
import { type Complaint, isUnread } from '#shared/domain/complaint/complaint.ts';
import { officeReceipt } from '#shared/domain/complaint/recorded.ts';
import type { Centre, Entry } from './central.ts';
import { isFiller } from './fill.ts';
import { type BackendApi, wordsIn } from './hand.ts';
import type { SimulatedOfficer } from './officer.ts';

export type Violation = { readonly invariant: string; readonly detail: string };
export type Violate = (invariant: string, detail: string) => void;

export const UNDELIVERED: readonly string[] = ['held', 'queued', 'sending', 'unsure', 'aside'];

/**
 * What must hold at any moment: the list and the opened complaint say the same, and nothing stands twice in
 * it.
 */
export async function checkScreen(api: BackendApi, violate: Violate): Promise<void> {
  const { officer: me } = await api.session.get();
  for (const row of await queueOf(api)) {
    const view = await api.case.get({ id: row.id });
    if (view === null) {
      // A cache whose damage was met just now is a new one, with nothing in its list.
      if (!(await queueOf(api)).some(({ id }) => id === row.id)) continue;
      violate('what the list shows can be opened', row.id);
      continue;
    }
    const { complaint } = view;
    if (row.rawStatus !== complaint.rawStatus || row.title !== complaint.title) {
      violate(
        'the screen is the cache with the pending commands',
        `${row.id}: ${row.rawStatus}, ${complaint.rawStatus}`,
      );
    }
    if (row.unread !== isUnread(complaint, me?.id ?? '')) {
      violate('the screen is the cache with the pending commands', `${row.id}: unread ${row.unread}`);
    }
    if (row.hasDraft !== view.drafts.length > 0) {
      violate('the screen is the cache with the pending commands', `${row.id}: draft ${row.hasDraft}`);
    }
    const ids = complaint.timeline.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) violate('nothing stands twice', row.id);
  }
}

/** What must hold when no fault is left and everybody has come to rest. */
export async function checkConverged(
  centre: Centre,
  officers: readonly SimulatedOfficer[],
  violate: Violate,
): Promise<void> {
  const entries = await centre.entries();
  const held = await centre.files();
  for (const receipt of await centre.receiptsGivenTwice()) violate('no receipt is given twice', receipt);
  const takenBack = centre.takenBack();
  const results = new Map((await centre.results()).map((result) => [result.id, result]));
  const given = await givenAlone(officers);
  const loose = looseWords(officers);
  for (const officer of officers) {
    const alone = await officer.alone();
    if (alone !== null) violate('an office that joins has joined', `${officer.agency.name}: ${alone}`);
    await checkScreen(officer.api(), violate);
    await checkFeed(centre, officer, violate);
    await checkCompared(officer, centre.wasRestoredUnsaid(), violate);
    await checkReference(centre, officer, violate);
    const outbox = await officer.api().outbox.list();
    for (const { id, kind, text, attachments, delivery } of outbox) {
      if (UNDELIVERED.includes(delivery.state)) violate('the queue drains', `${id} is ${delivery.state}`);
      if (delivery.state !== 'accepted' || takenBack.has(id)) continue;
      const rows = entries.filter((entry) => entry.id === id);
      const isLoose = wordsIn(text).some((word) => loose.has(word));
      if (isOfOffice(delivery.receipt)) {
        const [row] = rows;
        const byOffice = given.has(`${id} ${row?.officeReceipt}`);
        // What needs no words and is not taken has no name to be put aside by: it stays with its complaint.
        const unnamed = rows.length === 0 && text.trim() === '';
        // An older journal decides once more, with another receipt: the first that was brought stands.
        const brought = unnamed || isOfficeKind(kind) || (rows.length === 1 && (byOffice || isLoose));
        if (!brought)
          violate(
            'what was accepted alone is at the central service once',
            `${kind} ${id}: ${rows.length} rows`,
          );
      }
      const receipt = results.get(id)?.receipt;
      // What is done to a template stands in no history: the templates are compared as a whole.
      const written = isOfficeKind(kind) || (rows.length === 1 && rows[0]?.receipt === delivery.receipt);
      if (!isOfOffice(delivery.receipt) && (!written || receipt !== delivery.receipt)) {
        violate('an accepted command is exactly one row', `${kind} ${id}: ${rows.length} rows`);
      }
      const own = attachments.map(({ sha256 }) => sha256);
      // A text is sent without a file that is damaged.
      const files = isLoose ? own.filter((sha256) => rows.some((row) => row.files.includes(sha256))) : own;
      // `applyCommand` takes the white space at both ends away; here stands what was typed.
      const mine: Text = { text: text.trim(), files };
      for (const { text: its, files: itsFiles } of rows) {
        const there: Text = { text: its, files: itsFiles };
        if (!isDeepStrictEqual(there, mine))
          violate('what was sent is what stands there', `${kind} ${id}: ${JSON.stringify([mine, there])}`);
      }
      for (const sha256 of files) {
        const whole = held.filter((file) => file.sha256 === sha256 && file.agencyId === officer.agency.id);
        if (whole.length !== 1 || whole[0]?.bytes !== sha256)
          violate(
            'an accepted file is whole at the central service, once',
            `${id} ${sha256}: ${whole.length} times`,
          );
      }
    }
    await checkWords(officer, outbox, entries, new Set([...takenBack.values()].flatMap(wordsIn)), violate);
  }
}

/** What stood in a journal that the disk has damaged, as an officer was told: on their PC, or on its copy. */
function looseWords(officers: readonly SimulatedOfficer[]): ReadonlySet<string> {
  const words = officers.flatMap(({ hand }) => [...hand.words]);
  return new Set(words.filter(([, state]) => state === 'loose').map(([word]) => word));
}

/**
 * `ID RECEIPT` of what the PCs accepted alone. Two PCs with a copy of one folder that had not decided a
 * command yet both decide it, each with a receipt of its day: that of the first to join stands at the central
 * service.
 */
async function givenAlone(officers: readonly SimulatedOfficer[]): Promise<ReadonlySet<string>> {
  const given = new Set<string>();
  for (const officer of officers)
    for (const { id, delivery } of await officer.api().outbox.list())
      if (delivery.state === 'accepted' && isOfOffice(delivery.receipt))
        given.add(`${id} ${delivery.receipt}`);
  return given;
}

async function checkReference(centre: Centre, officer: SimulatedOfficer, violate: Violate): Promise<void> {
  const api = officer.api();
  const held = { ...(await api.reference.get()), templates: await api.template.office() };
  for (const [name, wanted] of Object.entries(await centre.referenceOf(officer.agency))) {
    const mine: unknown = Reflect.get(held, name);
    if (!isDeepStrictEqual(mine, wanted))
      violate('the PC has what PostgreSQL has', `${name}: ${JSON.stringify(mine)}`);
  }
}

async function checkFeed(centre: Centre, officer: SimulatedOfficer, violate: Violate): Promise<void> {
  const wanted = await centre.complaintsOf(officer.agency);
  const shown = new Set<string>();
  const listed = (await queueOf(officer.api())).map(({ id }) => id).filter((id) => !isFiller(id));
  // A large list is not read to its end: what the steps are about is looked up, the rest is compared by digest.
  if (centre.large) listed.push(...wanted.keys());
  for (const id of new Set(listed)) {
    const view = await officer.api().case.get({ id });
    if (view?.ours !== true) continue;
    shown.add(id);
    const different = differenceOf(view.complaint, wanted.get(id));
    if (different !== null) violate('the PC has what PostgreSQL has', `${id}: ${different}`);
  }
  for (const id of wanted.keys())
    if (!shown.has(id)) violate('the PC has what PostgreSQL has', `${id} is missing`);
}

/** What the PC and the central service found when they compared what they hold. */
async function checkCompared(officer: SimulatedOfficer, mayRepair: boolean, violate: Violate): Promise<void> {
  const { differs, lastSyncedAt } = await officer.api().sync.status();
  if (differs || lastSyncedAt === null || Date.parse(lastSyncedAt) < officer.freeSince())
    violate('who has come to rest is the same as the centre', `${officer.agency.name}, ${lastSyncedAt}`);
  const repairs = (await officer.api().sync.log()).filter(({ event }) => event === 'differs');
  if (repairs.length > 0 && !mayRepair)
    violate('the feed alone keeps the PC the same', repairs.map(({ at }) => at).join());
}

/** The fields in which two complaints differ, with both values; null when they are the same. */
export function differenceOf(mine: Complaint, theirs: Complaint | undefined): string | null {
  if (theirs === undefined) return 'not theirs any more';
  const pairs = Object.keys(theirs).map(
    (key) => [key, Reflect.get(mine, key), Reflect.get(theirs, key)] as const,
  );
  const different = pairs.filter(([, here, there]) => !isDeepStrictEqual(here, there));
  return different.length === 0 ? null : JSON.stringify(different);
}

/** The receipt of an office that was alone has the day in it. */
export function isOfOffice(receipt: string | null): boolean {
  return receipt !== null && officeReceipt.safeParse(receipt).success;
}

type Text = { readonly text: string; readonly files: readonly string[] };

/**
 * Each composed word is in exactly one place: at the central service, refused and kept, a draft, or on its
 * way. One that the PC never said to have is in at most one. A file is with its text.
 */
async function checkWords(
  officer: SimulatedOfficer,
  outbox: readonly OutboxItem[],
  entries: readonly Entry[],
  takenBack: ReadonlySet<string>,
  violate: Violate,
): Promise<void> {
  const own = ({ text, attachments }: Pick<OutboxItem, 'text' | 'attachments'>): Text => ({
    text,
    files: attachments.map(({ sha256 }) => sha256),
  });
  const here: Text[] = outbox.filter(({ delivery }) => delivery.state !== 'accepted').map(own);
  here.push(...(await officer.api().draft.list()).map(own));
  const { words, files } = officer.hand;
  for (const [word, said] of words) {
    if (said === 'loose' || takenBack.has(word)) continue;
    // An approved text stands a second time, said in its author's name.
    const there = entries.filter(({ id, text }) => !isSaid(id) && text.includes(word)).length;
    const kept = here.filter(({ text }) => text.includes(word)).length;
    if (said === 'put_away' && there + kept > 0) violate('what was put away stays so', word);
    if (said === 'kept' && there + kept === 0) violate('nothing typed is lost', word);
    if (there + kept > 1) violate('nothing happens twice', `${word}: ${there} at the centre, ${kept} here`);
  }
  for (const [sha256, word] of files) {
    const text = [...entries, ...here].find((one) => one.text.includes(word));
    if (
      text?.files.filter((file) => file === sha256).length !== 1 &&
      words.get(word) === 'kept' &&
      !takenBack.has(word)
    )
      violate('a file stays with its text', `${sha256} of ${word}`);
  }
}

/** The entry of a text that was let out by an approval. */
function isSaid(entryId: string): boolean {
  return entryId.endsWith('/kirim');
}

async function queueOf(api: BackendApi): Promise<readonly QueueRow[]> {
  const { rows } = await api.queue.page({ view: 'all', after: null, limit: 200 });
  return rows;
}
