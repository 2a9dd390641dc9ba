import type { RouterClient } from '@orpc/server';
import type { Draft } from '#shared/contract/window/drafts.ts';
import { jointIdOf } from '#shared/domain/answers/joint-answer.ts';
import { bodyOfDraft, type CommandBody } from '#shared/domain/commands/command.ts';
import { caseworkOf, unpublishedAnswers } from '#shared/domain/complaint/casework.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import type { WindowRouter } from '../../electron/backend/api/router.ts';
import type { Arrangement, WrittenKind } from './steps.ts';

export type BackendApi = RouterClient<WindowRouter>;
/** Asks the PC for something; null: no answer was seen, and it may have been done all the same. */
export type Call = <T>(work: (api: BackendApi) => Promise<T>) => Promise<{ readonly answer: T } | null>;

/**
 * `kept`: the PC said to have it. `put_away`: it said that it is off every list, as the officer wanted.
 * `unsaid`: no answer was seen. `loose`: the officer knows that it may be gone, or be there twice, because of
 * what became of the files of their PC.
 */
export type Word = 'kept' | 'put_away' | 'unsaid' | 'loose';

/** What an officer writes and does with it. */
export type Hand = {
  /** Every word that was composed; none stands in more than one text. */
  readonly words: ReadonlyMap<string, Word>;
  /** The files that the PC said to have whole, by SHA-256; each goes with the text that has this word. */
  readonly files: ReadonlyMap<string, string>;
  /** The files of the PC are not what they were: nothing is said any more of what was composed until now. */
  readonly loosen: () => void;
  readonly draft: (complaintId: string, kind: WrittenKind, another: boolean) => Promise<void>;
  readonly submit: (complaintId: string, kind: WrittenKind, another: boolean) => Promise<void>;
  readonly attach: (complaintId: string, kind: WrittenKind, bytes: number) => Promise<void>;
  /** `noted`: with a note on the new complaint before anybody knows of it. */
  readonly record: (ours: boolean, noted: boolean) => Promise<void>;
  readonly share: (template: number, withdraws: boolean) => Promise<void>;
  /**
   * One text for those of these complaints that the PC knows, with a file, each with words of its own;
   * `undone`: taken back at once.
   */
  readonly joint: (complaintIds: readonly string[], undone: boolean) => Promise<void>;
  /** Deletes every letter of a draft, or throws it away. */
  readonly arrange: (complaintId: string, kind: Arrangement) => Promise<void>;
  readonly judge: (complaintId: string, approves: boolean) => Promise<void>;
  readonly empty: (complaintId: string, kind: WrittenKind) => Promise<void>;
  readonly throwAway: (complaintId: string, kind: WrittenKind) => Promise<void>;
  /** Brings back the n-th draft that was thrown away. */
  readonly fetchBack: (nth: number) => Promise<void>;
  readonly withdraw: (nth: number) => Promise<void>;
  readonly reopen: (nth: number) => Promise<void>;
  /** A refused text goes out as it is, on top of what stands there now. */
  readonly resend: (nth: number) => Promise<void>;
  /** A refused text is taken off the list; `relist` brings the n-th of those back. */
  readonly giveUp: (nth: number) => Promise<void>;
  readonly relist: (nth: number) => Promise<void>;
  readonly read: (complaintId: string) => Promise<void>;
};

/** @param name begins each word, so that no two officers write the same */
export function writingHand(name: string, api: () => BackendApi, call: Call): Hand {
  const words = new Map<string, Word>();
  const files = new Map<string, string>();
  let shared = 0;
  const away: { readonly id: string; readonly text: string }[] = [];
  const unlisted: { readonly id: string; readonly text: string }[] = [];

  const say = (text: string, word: Word): void => {
    for (const known of wordsIn(text)) if (words.get(known) !== 'loose') words.set(known, word);
  };
  const newWord = (): string => {
    const word = `<${name}-${words.size}>`;
    words.set(word, 'unsaid');
    return word;
  };
  const lastDraft = async (complaintId: string, kind: WrittenKind): Promise<Draft | undefined> => {
    const view = await api().case.get({ id: complaintId });
    return view?.drafts.findLast((draft) => draft.kind === draftKindOf(kind));
  };
  const items = async (states: readonly string[]) =>
    (await api().outbox.list()).filter(({ delivery }) => states.includes(delivery.state));

  /** What is typed goes on after what stands there already. */
  const compose = async (complaintId: string, kind: WrittenKind, another: boolean) => {
    if ((await api().case.get({ id: complaintId })) === null) return null;
    const begun = another ? undefined : await lastDraft(complaintId, kind);
    const word = newWord();
    const text = begun === undefined ? word : `${begun.text} ${word}`;
    const id = begun?.id ?? crypto.randomUUID();
    const kept = await call((asked) =>
      asked.draft.save({ id, complaintId: complaintId, kind: draftKindOf(kind), text }),
    );
    if (kept === null) return null;
    words.set(word, 'kept');
    return { id, text };
  };

  const attachTo = async (
    draftId: string,
    word: string,
    complaintId: string,
    kind: Draft['kind'],
    size: number,
  ): Promise<void> => {
    const bytes = inventedFile(`${word} ${files.size}`, size);
    const begun = await call((asked) =>
      asked.attachment.begin({ draftId, complaintId, kind, name: 'berkas.pdf', size, reducedFrom: null }),
    );
    if (begun?.answer.ok !== true) return;
    const { id } = begun.answer;
    await call((asked) => asked.attachment.append({ id, offset: 0, bytes: bytes.toString('base64') }));
    const done = await call((asked) => asked.attachment.finish({ id }));
    if (done?.answer.ok) files.set(done.answer.attachment.sha256, word);
  };

  const publication = async (complaintId: string): Promise<CommandBody | null> => {
    const view = await api().case.get({ id: complaintId });
    const [answer] = view === null ? [] : unpublishedAnswers(view.complaint);
    return answer === undefined ? null : { kind: 'publish', payload: { entryId: answer.id } };
  };
  const putAway = async (
    place: { id: string; text: string }[],
    item: { readonly id: string; readonly text: string } | undefined,
    work: (asked: BackendApi, id: string) => Promise<{ readonly ok: boolean }>,
  ): Promise<void> => {
    if (item === undefined) return;
    const { id, text } = item;
    const done = await call((asked) => work(asked, id));
    if (done?.answer.ok === false) return;
    say(text, done === null ? 'unsaid' : 'put_away');
    place.push({ id, text });
  };
  const bringBack = async (
    place: { id: string; text: string }[],
    nth: number,
    work: (asked: BackendApi, id: string) => Promise<{ readonly ok: boolean }>,
  ): Promise<void> => {
    const item = place[nth];
    if (item === undefined) return;
    const done = await call((asked) => work(asked, item.id));
    if (done === null) return say(item.text, 'unsaid');
    place.splice(nth, 1);
    if (done.answer.ok) say(item.text, 'kept');
  };

  return {
    words,
    files,
    loosen: () => {
      for (const word of words.keys()) words.set(word, 'loose');
    },
    draft: async (complaintId, kind, another) => void (await compose(complaintId, kind, another)),
    submit: async (complaintId, kind, another) => {
      const draft = await compose(complaintId, kind, another);
      if (draft === null) return;
      const body = bodyOf(kind, draft.text);
      const sent = await call((asked) => asked.command.submit({ complaintId, body, draftId: draft.id }));
      if (sent === null || sent.answer.ok || sent.answer.code !== 'superseded') return;
      // Told what a colleague has answered, the officer reads it and may send it the next time.
      const trunkRevision = (await api().case.get({ id: complaintId }))?.complaint.revision ?? 0;
      await call((asked) => asked.draft.rebase({ id: draft.id, trunkRevision }));
    },
    attach: async (complaintId, kind, size) => {
      const draft = (await lastDraft(complaintId, kind)) ?? (await compose(complaintId, kind, true));
      const word = draft === null ? undefined : wordsIn(draft.text).at(-1);
      if (draft === null || word === undefined) return;
      await attachTo(draft.id, word, complaintId, draftKindOf(kind), size);
    },
    record: async (ours, noted) => {
      const [complaintId, id] = [recordedId(crypto.randomUUID()), crypto.randomUUID()];
      const word = newWord();
      const complaint = sampleRecorded({ ours, title: `Laporan ${word}` });
      const kept = await call((asked) =>
        asked.draft.save({ id, complaintId, kind: 'record', text: word, choices: { report: complaint } }),
      );
      if (kept === null) return;
      words.set(word, 'kept');
      await attachTo(id, word, complaintId, 'record', 900);
      const body: CommandBody = { kind: 'record', payload: { report: complaint, text: word } };
      const sent = await call((asked) => asked.command.submit({ complaintId, body, draftId: id }));
      if (!noted || !ours || sent?.answer.ok !== true) return;
      const note: CommandBody = { kind: 'internal_note', payload: { text: 'Sudah dicek.' } };
      await call((asked) => asked.command.submit({ complaintId, body: note }));
    },
    share: async (template, withdraws) => {
      const templateName = `Templat ${template}`;
      // What is replaced is gone as it should be, so its words are not among those that must stay.
      const body: CommandBody = withdraws
        ? { kind: 'withdraw_template', payload: { name: templateName } }
        : { kind: 'share_template', payload: { name: templateName, text: `Dari ${name}, ${++shared}.` } };
      await call((asked) => asked.command.submit({ complaintId: null, body }));
    },
    joint: async (complaintIds, undone) => {
      const views = await Promise.all(complaintIds.map((id) => api().case.get({ id })));
      const complaints = views.flatMap((view) =>
        view?.ours === true ? [{ id: view.complaint.id, revision: view.complaint.revision }] : [],
      );
      if (complaints.length === 0) return;
      const [complaintId, id] = [jointIdOf(crypto.randomUUID()), crypto.randomUUID()];
      const word = newWord();
      const choices = { joint: { as: 'follow_up' as const, complaints } };
      const kept = await call((asked) =>
        asked.draft.save({ id, complaintId, kind: 'follow_up', text: word, choices }),
      );
      if (kept === null) return;
      words.set(word, 'kept');
      await attachTo(id, word, complaintId, 'follow_up', 900);
      const answers = complaints.map(({ id: of, revision }) => ({
        complaintId: of,
        revision,
        text: newWord(),
      }));
      const own = answers.map(({ text }) => text).join(' ');
      const sent = await call((asked) =>
        asked.command.submitJoint({ draftId: id, as: 'follow_up', answers }),
      );
      if (sent === null) return say(word, 'unsaid');
      if (sent.answer.outcome !== 'kept') return say(own, 'put_away');
      say(word, 'put_away');
      say(own, 'kept');
      const { ids } = sent.answer;
      const back = undone ? await call((asked) => asked.command.withdrawMany({ ids, draftId: id })) : null;
      if (!undone || back?.answer.withdrawn === 0) return;
      const all = back?.answer.withdrawn === ids.length;
      say(word, all ? 'kept' : 'unsaid');
      say(own, all ? 'put_away' : 'unsaid');
    },
    arrange: async (complaintId, kind) => {
      const body = kind === 'publish' ? await publication(complaintId) : arrangement(kind);
      if (body !== null) await call((asked) => asked.command.submit({ complaintId, body }));
    },
    judge: async (complaintId, approves) => {
      const view = await api().case.get({ id: complaintId });
      const { officer } = await api().session.get();
      const waiting = view === null ? [] : caseworkOf(view.complaint).proposals;
      const found = waiting.find(
        ({ state, entry }) => state === 'waiting' && entry.author.officerId !== officer?.id,
      );
      if (found === undefined) return;
      const entryId = found.entry.id;
      const body: CommandBody = approves
        ? { kind: 'approve', payload: { entryId, text: '' } }
        : { kind: 'send_back', payload: { entryId, text: 'Sebut tanggalnya.' } };
      await call((asked) => asked.command.submit({ complaintId, body }));
    },
    empty: async (complaintId, kind) => {
      const draft = await lastDraft(complaintId, kind);
      if (draft === undefined) return;
      const { id, choices } = draft;
      const done = await call((asked) =>
        asked.draft.save({ id, complaintId, kind: draftKindOf(kind), text: '', choices }),
      );
      say(draft.text, done === null ? 'unsaid' : 'put_away');
    },
    throwAway: async (complaintId, kind) =>
      putAway(away, await lastDraft(complaintId, kind), (asked, id) => asked.draft.remove({ id })),
    fetchBack: (nth) => bringBack(away, nth, (asked, id) => asked.draft.restore({ id })),
    withdraw: async (nth) => {
      const item = (await items(['held', 'queued']))[nth];
      if (item !== undefined) await call((asked) => asked.command.withdraw({ id: item.id }));
    },
    reopen: async (nth) => {
      const item = (await items(['refused']))[nth];
      if (item !== undefined) await call((asked) => asked.command.reopen({ id: item.id }));
    },
    resend: async (nth) => {
      const item = (await items(['refused']))[nth];
      if (item === undefined) return;
      const trunkRevision = (await api().case.get({ id: item.complaintId ?? '' }))?.complaint.revision ?? 0;
      await call((asked) => asked.command.resend({ id: item.id, trunkRevision }));
    },
    giveUp: async (nth) =>
      putAway(unlisted, (await items(['refused']))[nth], (asked, id) => asked.command.discard({ id })),
    relist: (nth) => bringBack(unlisted, nth, (asked, id) => asked.command.restore({ id })),
    read: async (complaintId) => {
      await call((asked) => asked.command.submit({ complaintId, body: { kind: 'mark_read', payload: {} } }));
    },
  };
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/<[^>]*>/g) ?? [];
}

/** A document that no other seed has, as far as a look at its head tells. */
function inventedFile(seed: string, size: number): Buffer {
  return Buffer.concat([Buffer.from(`%PDF-1.7\n${seed}\n`), Buffer.alloc(size, seed)]).subarray(0, size);
}

function draftKindOf(kind: WrittenKind): Draft['kind'] {
  return kind === 'propose' ? 'follow_up' : kind;
}

/** What is chosen for every text that can choose it. */
const CHOICES = { to: { officerId: null, name: 'Seksi PJU' }, duplicateOf: '9300001' };

function bodyOf(kind: WrittenKind, text: string): CommandBody {
  return kind === 'propose' ? { kind, payload: { as: 'follow_up', text } } : bodyOfDraft(kind, text, CHOICES);
}

function arrangement(kind: Exclude<Arrangement, 'publish'>): CommandBody {
  switch (kind) {
    case 'set_priority':
      return { kind, payload: { priority: 'high' } };
    case 'set_labels':
      return { kind, payload: { add: ['PJU'], remove: [] } };
    case 'plan':
      return { kind, payload: { day: '2026-12-01' } };
    case 'snooze':
      return { kind, payload: { until: '2030-01-02' } };
    case 'link':
      return { kind, payload: { trackingId: '9300001' } };
    case 'take_back':
      return { kind, payload: { text: '' } };
  }
}
