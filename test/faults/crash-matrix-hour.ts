import type { Draft } from '#shared/contract/window/drafts.ts';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { ManualClock } from '../../electron/backend/testing/manual-clock.ts';
import { complaintNo, entry } from '../../electron/backend/testing/samples.ts';
import type { CentralBackup, ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import { photo } from '../../electron/backend/testing/send-file.ts';
import type { Line, MatrixBackend } from './crash-matrix-backend.ts';
import type { Bookkeeping } from './crash-matrix-ledger.ts';

export const COMPLAINTS = 10;
export const complaintId = (n: number): string => complaintNo(1 + (n % COMPLAINTS)).id;
const ROUNDS = 20;
const UNDO_OVER_MS = 10_500;
const MINUTE_MS = 60_000;
/** Two pieces on the way up. */
const PHOTO_BYTES = 80_000;

/** The officer, the central service and the clock of the hour. */
export type Surroundings = {
  readonly backend: () => MatrixBackend;
  /** Closes the app and opens it again. */
  readonly reopen: () => Promise<void>;
  readonly clock: ManualClock;
  readonly central: ScriptedCentral;
  readonly line: Line;
  readonly books: Bookkeeping;
};

/** Something that happens in the hour, in words for the complaint. */
export type Act = { readonly name: string; readonly happen: (around: Surroundings) => Promise<void> };

type Kind = 'follow_up' | 'internal_note' | 'return';

/** An hour of work: each round is about three minutes, and something special happens in most of them. */
export function hourOfWork(): readonly Act[] {
  const acts: Act[] = [];
  let backup: CentralBackup | null = null;
  const act = (name: string, happen: Act['happen']): void => void acts.push({ name, happen });

  for (let round = 0; round < ROUNDS; round++) {
    const n = round * 3;
    act('two sentences of an answer', async (around) => {
      await type(around, n, 'follow_up');
      await type(around, n, 'follow_up');
    });
    act('a second answer, thrown away and fetched back', async (around) => {
      await type(around, n, 'follow_up', true);
      await thrownAwayAndBack(around, n, 'follow_up');
    });
    if (round % 3 === 0) {
      act('a photo with the answer', (around) => attach(around, n, 'follow_up', round));
    }
    if (round % 6 === 3) {
      act('its upload gets cut', async ({ central }) => {
        central.files.faults.append.push({ cutAfter: 20_000 });
        central.files.faults.offset.push({ lost: true });
      });
    }
    act('a note begun beside it', (around) => type(around, n, 'internal_note'));
    act('a complaint is read', async ({ backend }) => {
      await backend().api.command.submit({
        complaintId: complaintId(n),
        body: { kind: 'mark_read', payload: {} },
      });
    });
    act('the answer is sent', (around) => send(around, n, 'follow_up'));
    if (round % 4 === 1) {
      act('taken back, gone on with, sent again', async (around) => {
        await takeBack(around);
        await type(around, n, 'follow_up');
        await send(around, n, 'follow_up');
      });
    }
    if (round % 5 === 2)
      act('its answer gets lost', async ({ central }) => void central.faults.commands.push({ lost: true }));
    if (round % 7 === 3)
      act(
        'too large for the central service',
        async ({ central }) => void central.faults.commands.push({ code: 'too_large' }),
      );
    if (round % 7 === 5)
      act(
        'not signed in',
        async ({ central }) => void central.faults.commands.push({ code: 'unauthorized' }),
      );
    if (round % 4 === 2) act('a colleague was first', async (around) => colleague(around, n));
    act('the time of undo is over', async ({ clock }) => clock.advance(UNDO_OVER_MS));
    if (round % 4 === 2) {
      act('what was refused is taken off the list and put back', offTheListAndBack);
      act('what was refused is sent all the same', (around) => afterRefusal(around, n, round % 8 === 2));
    }
    act('a note on the next one, and the news of the central service', async (around) => {
      await type(around, n + 1, 'internal_note');
      await send(around, n + 1, 'internal_note');
      changed(around, n + 2, round);
    });
    if (round % 6 === 4) {
      act('no connection, and three notes', async (around) => {
        around.line.open = false;
        around.central.put(copyOf(around.central, n + 5));
        for (const k of [4, 5, 6]) {
          await type(around, n + k, 'internal_note');
          await send(around, n + k, 'internal_note');
        }
      });
      act('connected again', async ({ line, clock, backend }) => {
        clock.advance(MINUTE_MS);
        line.open = true;
        await backend().api.sync.now();
      });
    }
    if (round === 3)
      act('another language', ({ backend, books }) =>
        books.theme('dark', () => backend().api.settings.set({ theme: 'dark' })),
      );
    if (round === 5)
      act('the central service is backed up', async ({ central }) => {
        backup = central.backup();
      });
    if (round === 6) act('other holidays', async (around) => holidays(around));
    if (round === 8) {
      act('not ours to answer', async (around) => {
        await type(around, 9, 'return');
        await send(around, 9, 'return');
      });
    }
    if (round === 9) {
      act('the central service goes back to its backup', async ({ central, backend }) => {
        if (backup !== null) central.load(backup, 'epoch-2');
        await backend().api.sync.now();
      });
    }
    if (round === 11) {
      act('a complaint leaves while a note on it is begun', async (around) => {
        await type(around, 8, 'internal_note');
        around.central.remove(complaintId(8));
      });
    }
    if (round === 13) act('closed and opened again', ({ reopen }) => reopen());
    if (round === 15)
      act('light again', ({ backend, books }) =>
        books.theme('light', () => backend().api.settings.set({ theme: 'light' })),
      );
    if (round === 17)
      act(
        'past midnight, and the copy of the day',
        async ({ clock }) => void clock.advance(15 * 60 * MINUTE_MS),
      );
    act('some minutes pass', async ({ clock, backend }) => {
      clock.advance(2 * MINUTE_MS);
      await backend().api.sync.now();
      clock.advance(MINUTE_MS);
    });
  }
  return acts;
}

/** The draft of this kind that was begun last. */
async function lastDraft({ backend }: Surroundings, n: number, kind: Kind): Promise<Draft | undefined> {
  const view = await backend().api.case.get({ id: complaintId(n) });
  return view?.drafts.findLast((draft) => draft.kind === kind);
}

/**
 * Goes on where the draft stands, or begins another one; its words are confirmed when the app has answered.
 */
async function type(around: Surroundings, n: number, kind: Kind, another = false): Promise<void> {
  const { backend, books } = around;
  const begun = another ? undefined : await lastDraft(around, n, kind);
  const word = books.word();
  const text = begun === undefined ? word : `${begun.text} ${word}`;
  const id = begun?.id ?? numberedId(word);
  await backend().api.draft.save({ id, complaintId: complaintId(n), kind, text });
  books.confirmed(word);
}

/** A file for the draft that was begun last. */
async function attach(around: Surroundings, n: number, kind: Kind, seed: number): Promise<void> {
  const draft = await lastDraft(around, n, kind);
  if (draft === undefined) return;
  const { api } = around.backend();
  const bytes = photo(PHOTO_BYTES, seed);
  const begun = await api.attachment.begin({
    draftId: draft.id,
    complaintId: complaintId(n),
    kind,
    name: 'foto.jpg',
    size: bytes.length,
    reducedFrom: null,
  });
  if (!begun.ok) throw new Error(begun.code);
  await api.attachment.append({ id: begun.id, offset: 0, bytes: bytes.toString('base64') });
  const taken = await api.attachment.finish({ id: begun.id });
  if (!taken.ok) throw new Error(taken.code);
  around.books.file(taken.attachment.sha256, draft.text);
}

/** Always the same for the same word: the hour must play the same way each time. */
function numberedId(word: string): string {
  return `00000000-0000-4000-8000-${word.replaceAll(/\D/g, '').padStart(12, '0')}`;
}

async function send(around: Surroundings, n: number, kind: Kind): Promise<void> {
  const { api } = around.backend();
  const draft = await lastDraft(around, n, kind);
  if (draft === undefined) return;
  const { id: draftId, text } = draft;
  const body: CommandBody =
    kind === 'return'
      ? { kind, payload: { reason: text, suggestedAgency: null } }
      : { kind, payload: { text } };
  const input = { complaintId: complaintId(n), body, draftId };
  const answer = await api.command.submit(input);
  if (answer.ok || answer.code !== 'superseded') return;
  // Told what a colleague has answered, the officer reads it and sends it all the same.
  await api.draft.rebase({ id: draftId, trunkRevision: await revisionOf(around, n) });
  await api.command.submit(input);
}

async function revisionOf({ backend }: Surroundings, n: number): Promise<number> {
  return (await backend().api.case.get({ id: complaintId(n) }))?.complaint.revision ?? 0;
}

async function itemIn({ backend }: Surroundings, state: 'held' | 'refused'): Promise<OutboxItem | undefined> {
  return (await backend().api.outbox.list()).find(({ delivery }) => delivery.state === state);
}

async function takeBack(around: Surroundings): Promise<void> {
  const item = await itemIn(around, 'held');
  if (item !== undefined) await around.backend().api.command.withdraw({ id: item.id });
}

/** What a colleague was faster with: opened again and sent, or sent as it is. */
async function afterRefusal(around: Surroundings, n: number, asItIs: boolean): Promise<void> {
  const item = await itemIn(around, 'refused');
  if (item === undefined) return;
  const { api } = around.backend();
  if (asItIs) await api.command.resend({ id: item.id, trunkRevision: await revisionOf(around, n) });
  else {
    await api.command.reopen({ id: item.id });
    await send(around, n, 'follow_up');
  }
}

/** Off the list and back on it: in the end it is there. */
async function offTheListAndBack(around: Surroundings): Promise<void> {
  const item = await itemIn(around, 'refused');
  if (item === undefined) return;
  const { api } = around.backend();
  around.books.unsure(item.text);
  await api.command.discard({ id: item.id });
  await api.command.restore({ id: item.id });
  around.books.confirmed(item.text);
}

/** The same with a draft. */
async function thrownAwayAndBack(around: Surroundings, n: number, kind: Kind): Promise<void> {
  const draft = await lastDraft(around, n, kind);
  if (draft === undefined) return;
  const { api } = around.backend();
  around.books.unsure(draft.text);
  await api.draft.remove({ id: draft.id });
  await api.draft.restore({ id: draft.id });
  around.books.confirmed(draft.text);
}

function copyOf(central: ScriptedCentral, n: number): Complaint {
  const known = central.complaints.get(complaintId(n)) ?? complaintNo(1 + (n % COMPLAINTS));
  return { ...known, revision: known.revision + 1 };
}

function changed({ central }: Surroundings, n: number, round: number): void {
  if (!central.complaints.has(complaintId(n))) return;
  central.put({ ...copyOf(central, n), title: `Jalan berlubang, diperiksa ${round} kali` });
}

/** The central service has an answer of a colleague, which the officer did not know of when composing. */
function colleague({ central }: Surroundings, n: number): void {
  if (!central.complaints.has(complaintId(n))) return;
  const next = copyOf(central, n);
  const answer = entry({ id: `rekan-${n}`, revision: next.revision, text: 'Sudah dijawab rekan.' });
  central.put({ ...next, timeline: [...next.timeline, answer] });
}

function holidays({ central }: Surroundings): void {
  const value = { ...BUILT_IN_HOLIDAYS, version: BUILT_IN_HOLIDAYS.version + 1 };
  central.setReference({ name: 'holidays', value: structuredClone(value) as never });
}
