import { describe, expect, test } from 'vitest';
import { applyCommand } from '../commands/apply-command.ts';
import type { ComplaintBody } from '../commands/command.ts';
import type { Officer } from '../people/roles.ts';
import { sampleCommand, sampleComplaint, sampleEntry, sampleOfficer } from '../testing/samples.ts';
import { caseworkOf, citedIds, unpublishedAnswers } from './casework.ts';
import type { Complaint } from './complaint.ts';

const AT = '2026-02-20T03:00:00.000Z';
const TOGAR: Officer = { ...sampleOfficer, id: 'o-2', name: 'Togar Lubis', role: 'pelaksana' };
const HEAD: Officer = { ...sampleOfficer, id: 'o-3', name: 'Maruli Siregar', role: 'pimpinan' };
let made = 0;

function outcome(complaint: Complaint, body: ComplaintBody, officer: Officer, trunkRevision?: number) {
  const id = `01996c00-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const command = sampleCommand(body, { id, trunkRevision: trunkRevision ?? complaint.revision });
  return applyCommand(complaint, command, { officer, at: AT, receipt: 'K-1' });
}
function following(complaint: Complaint, body: ComplaintBody, officer: Officer = sampleOfficer): Complaint {
  const applied = outcome(complaint, body, officer);
  if (!applied.ok) throw new Error(`refused as ${applied.code}`);
  return applied.complaint;
}
function codeOf(complaint: Complaint, body: ComplaintBody, officer: Officer = sampleOfficer): string {
  const applied = outcome(complaint, body, officer);
  return applied.ok ? 'ok' : applied.code;
}

const complaint = sampleComplaint();
const proposal: ComplaintBody = {
  kind: 'propose',
  payload: { as: 'follow_up', text: 'Lampu diganti Kamis.' },
};
const proposed = following(complaint, proposal, TOGAR);
const entryId = proposed.timeline[0]?.id ?? '';
const approve = (text = ''): ComplaintBody => ({ kind: 'approve', payload: { entryId, text } });
const sendBack: ComplaintBody = { kind: 'send_back', payload: { entryId, text: 'Sebut tanggalnya.' } };

describe('a proposed answer', () => {
  test('is for the agency alone, and changes nothing that the reporter sees', () => {
    expect(proposed.rawStatus).toBe(complaint.rawStatus);
    expect(proposed.timeline).toMatchObject([{ kind: 'proposal', visibility: 'agency' }]);
    expect(caseworkOf(proposed).proposals).toMatchObject([{ as: 'follow_up', state: 'waiting' }]);
  });

  test('approved, it is said in its author’s name, with who let it out', () => {
    const said = following(proposed, approve());
    expect(said.rawStatus).toBe('Ditindaklanjuti oleh Instansi');
    expect(said.timeline.slice(1)).toMatchObject([
      { kind: 'approval', author: { officerId: 'o-1' }, visibility: 'agency' },
      {
        kind: 'follow_up',
        author: { officerId: 'o-2' },
        text: 'Lampu diganti Kamis.',
        visibility: 'public',
        receipt: 'K-1',
        detail: { about: entryId, approvedBy: { officerId: 'o-1', name: sampleOfficer.name } },
      },
    ]);
    expect(said.timeline[2]?.detail?.edited).toBeUndefined();
    expect(new Set(said.timeline.map(({ id }) => id)).size).toBe(3);
  });

  test('approved with changes, the changed words are said and marked', () => {
    const said = following(proposed, approve('Lampu diganti Jumat.'), HEAD);
    expect(said.timeline[2]).toMatchObject({ text: 'Lampu diganti Jumat.', detail: { edited: true } });
    expect(said.timeline[0]?.text).toBe('Lampu diganti Kamis.');
  });

  test('is decided once', () => {
    for (const first of [approve(), sendBack]) {
      const decided = following(proposed, first);
      expect([codeOf(decided, approve()), codeOf(decided, sendBack)]).toEqual(['not_waiting', 'not_waiting']);
    }
    expect(codeOf(complaint, approve())).toBe('not_waiting');
  });

  test('is approved by neither its author nor a pelaksana', () => {
    const own = following(complaint, proposal);
    const id = own.timeline[0]?.id ?? '';
    const body: ComplaintBody = { kind: 'approve', payload: { entryId: id, text: '' } };
    expect(codeOf(own, body)).toBe('own_text');
    expect(codeOf(own, body, TOGAR)).toBe('forbidden');
    expect(codeOf(own, body, HEAD)).toBe('ok');
  });

  test('that came before a colleague’s answer is compared with it first', () => {
    const answered = {
      ...proposed,
      revision: 3,
      timeline: [...proposed.timeline, sampleEntry({ revision: 3 })],
    };
    const early = outcome(answered, approve(), sampleOfficer, 2);
    expect(early).toEqual({ ok: false, code: 'superseded' });
    expect(codeOf(answered, approve())).toBe('ok');
  });
});

test('where the agency has chosen it, nobody says anything to a reporter alone', () => {
  const agency = { id: '4006', name: 'Dinas Perhubungan', approval: true };
  const officer = { ...sampleOfficer, agency };
  const text = 'Sudah.';
  for (const kind of ['follow_up', 'ask_reporter', 'finish'] as const)
    expect(codeOf(complaint, { kind, payload: { text } }, officer)).toBe('needs_approval');
  expect(codeOf(complaint, { kind: 'internal_note', payload: { text } }, officer)).toBe('ok');
  expect(codeOf(proposed, approve(), officer)).toBe('ok');
});

test('the last word on each thing counts', () => {
  const to = { officerId: 'o-2', name: 'Togar Lubis' };
  let now = following(complaint, { kind: 'forward', payload: { to, text: '' } });
  now = following(now, { kind: 'set_priority', payload: { priority: 'urgent' } });
  now = following(now, { kind: 'set_labels', payload: { add: ['PJU', 'Cemara'], remove: [] } });
  now = following(now, { kind: 'set_labels', payload: { add: ['Lampu'], remove: ['PJU'] } });
  now = following(now, { kind: 'plan', payload: { day: '2026-03-02' } });
  now = following(now, { kind: 'link', payload: { trackingId: '9300001' } });
  now = following(now, { kind: 'link', payload: { trackingId: '9300001' } });
  now = following(now, { kind: 'snooze', payload: { until: '2026-03-04' } });
  now = following(now, { kind: 'snooze', payload: { until: '2026-03-05' } }, TOGAR);
  expect(caseworkOf(now)).toMatchObject({
    assignee: to,
    priority: 'urgent',
    labels: ['Cemara', 'Lampu'],
    plannedDay: '2026-03-02',
    links: ['9300001'],
  });
  expect([...caseworkOf(now).snoozed]).toEqual([
    ['o-1', '2026-03-04'],
    ['o-2', '2026-03-05'],
  ]);
  now = following(now, { kind: 'take_back', payload: { text: '' } });
  now = following(now, { kind: 'snooze', payload: { until: null } });
  expect(caseworkOf(now)).toMatchObject({ assignee: null });
  expect([...caseworkOf(now).snoozed.keys()]).toEqual(['o-2']);
});

test.each<[string, ComplaintBody, string]>([
  ['nobody works on it', { kind: 'take_back', payload: { text: '' } }, 'not_forwarded'],
  [
    'a name of spaces',
    { kind: 'forward', payload: { to: { officerId: null, name: ' ' }, text: '' } },
    'bad_value',
  ],
  ['a day that is past', { kind: 'snooze', payload: { until: '2026-02-19' } }, 'bad_value'],
  ['no day at all', { kind: 'postpone', payload: { reason: 'x', until: '2026-02-31' } }, 'bad_value'],
  [
    'a label that is too long',
    { kind: 'set_labels', payload: { add: ['x'.repeat(61)], remove: [] } },
    'bad_value',
  ],
  ['letters in a number', { kind: 'link', payload: { trackingId: 'abc' } }, 'bad_value'],
  ['its own number', { kind: 'link', payload: { trackingId: '9300431' } }, 'own_report'],
  ['of itself', { kind: 'propose_archive', payload: { reason: 'x', duplicateOf: '9300431' } }, 'own_report'],
  ['no words', { kind: 'ask_reporter', payload: { text: ' ' } }, 'empty_text'],
])('is refused: %s', (_, body, code) => {
  expect(codeOf(complaint, body)).toBe(code);
});

test('a postponement and an end show as LAPOR! names them, and each return is counted', () => {
  const postponed = following(complaint, {
    kind: 'postpone',
    payload: { reason: 'Menunggu material.', until: null },
  });
  expect(postponed).toMatchObject({ rawStatus: 'Ditunda', statusReason: 'Menunggu material.' });
  const finished = following(postponed, { kind: 'finish', payload: { text: 'Selesai.' } });
  expect(finished).toMatchObject({ rawStatus: 'Selesai', statusReason: null });
  expect(codeOf(finished, { kind: 'plan', payload: { day: null } })).toBe('closed');
  expect(codeOf(finished, { kind: 'link', payload: { trackingId: '1' } })).toBe('ok');
  const back: ComplaintBody = {
    kind: 'return',
    payload: { reason: 'Jalan provinsi.', suggestedAgency: null },
  };
  expect(following({ ...complaint, returns: 2 }, back).returns).toBe(3);
});

test('an accepted answer waits for its publication in LAPOR! until somebody says that it stands there', () => {
  const text = 'Lampu sudah menyala.';
  const answered = following(complaint, { kind: 'follow_up', payload: { text } });
  const [answer] = unpublishedAnswers(answered);
  expect(answer?.text).toBe(text);
  const publish: ComplaintBody = { kind: 'publish', payload: { entryId: answer?.id ?? '' } };
  expect(codeOf(answered, publish, HEAD)).toBe('forbidden');
  const published = following(answered, publish);
  expect(unpublishedAnswers(published)).toEqual([]);
  expect(published.timeline.at(-1)).toMatchObject({
    kind: 'publication',
    at: AT,
    author: { officerId: 'o-1' },
  });
  expect(codeOf(published, publish)).toBe('not_waiting');
});

test('what finished a complaint can be confirmed as published too', () => {
  const finished = following(complaint, { kind: 'finish', payload: { text: 'Lampu sudah menyala.' } });
  const [answer] = unpublishedAnswers(finished);
  const publish: ComplaintBody = { kind: 'publish', payload: { entryId: answer?.id ?? '' } };
  expect(unpublishedAnswers(following(finished, publish))).toEqual([]);
});

test('nothing waits for LAPOR! that it cannot take any more, that came from it, or that is not accepted yet', () => {
  const answer = sampleEntry();
  const waiting = (changes: Parameters<typeof sampleComplaint>[0]) =>
    unpublishedAnswers(sampleComplaint({ timeline: [answer], ...changes })).length;
  expect(waiting({})).toBe(1);
  expect(waiting({ rawStatus: 'Selesai' })).toBe(1);
  expect(waiting({ rawStatus: 'Ditutup oleh Sistem' })).toBe(0);
  expect(waiting({ rawStatus: 'Diarsipkan oleh Admin' })).toBe(0);
  expect(waiting({ timeline: [{ ...answer, receipt: null }] })).toBe(0);
  expect(waiting({ timeline: [{ ...answer, author: { ...answer.author, officerId: null } }] })).toBe(0);
  expect(waiting({ timeline: [{ ...answer, kind: 'internal_note' }] })).toBe(0);
});

test('complaints that a text names are found, and no other numbers', () => {
  const cited = (finalText: string) => citedIds(sampleComplaint({ originalText: '', finalText }));
  expect(cited('Lanjutan laporan 9300001 dan #9300002.')).toEqual(['9300001', '9300002']);
  expect(cited('Laporan sebelumnya no. 9300003 belum selesai; lapor! 9300431 ini.')).toEqual(['9300003']);
  expect(cited('Hubungi 081234567890, kode pos 20551, Rp 2500000.')).toEqual([]);
});
