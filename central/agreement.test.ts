import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import type { ComplaintBody, ComplaintCommand } from '#shared/domain/commands/command.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import { type Attachment, MAX_ATTACHMENTS } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isAnswer } from '#shared/domain/complaint/entry.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Role } from '#shared/domain/people/roles.ts';
import { anyBody, anyBodyOf, COMPLAINT_KINDS } from '#shared/domain/testing/any-payload.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../test/support/central.ts';
import { readComplaints } from './store/complaints.ts';
import { publish } from './store/feed.ts';
import { attachmentOf, photo, tusClient } from './testing/files.ts';
import { giveComplaint, numbered } from './testing/give-complaint.ts';

/**
 * What an officer's PC predicts and what the central service decides come from one function; here the whole
 * way between them is checked: tables, feed, wire. Walks through the states of a complaint by commands of
 * several officers, and by LAPOR!.
 */
const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const STATUSES = [
  'Belum Terverifikasi',
  'Terverifikasi',
  'Terdisposisi ke Dinas Perhubungan',
  'Ditindaklanjuti oleh Instansi',
  'Ditanggapi oleh Pelapor',
  'Ditutup oleh Admin',
  'Ditutup oleh Pelapor',
  'Ditutup oleh Sistem',
  'Selesai',
  'Ditunda',
  'Diarsipkan oleh Admin',
  'Diarsipkan oleh Sistem',
  'Status Yang Belum Dikenal',
] as const;
const WHO: readonly (readonly [string, Role])[] = [
  [A.name, 'penghubung'],
  [A.name, 'penghubung'],
  [A.name, 'pelaksana'],
  [A.name, 'pimpinan'],
  [B.name, 'penghubung'],
];

const PHOTOS = [photo(900, 1), photo(900, 2)];
const filesOf = (count: number): Attachment[] =>
  Array.from({ length: count }, (_, i) =>
    attachmentOf(PHOTOS[i % 2] ?? photo(900), { name: `foto ${i}.jpg` }),
  );

let central: TestCentral;
let officers: TestOfficer[];
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  officers = await Promise.all(WHO.map(([agency, role], i) => central.enrol(agency, role, `Petugas ${i}`)));
  for (const sender of [officers[0], officers.at(-1)]) {
    if (sender === undefined) continue;
    const { upload } = tusClient(central.address, sender.token);
    for (const bytes of PHOTOS) await upload(bytes);
  }
});
afterAll(() => central.close());

const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Sudah diperiksa.', ' Dijadwalkan Kamis. ', 'Mauliate 🙏') },
  { weight: 1, arbitrary: fc.constantFrom('', ' \n ') },
  { weight: 1, arbitrary: fc.constant('x'.repeat(MAX_TEXT_LENGTH + 1)) },
);
/** Stands for the id of the text that was proposed last; of a publication, of the last answer. */
const LAST_PROPOSAL = 'the last one';
/** Fields for which any text would hardly ever be a useful one. */
const KNOWN = {
  text: words,
  reason: words,
  entryId: fc.constant(LAST_PROPOSAL),
  report: fc.record({ ours: fc.boolean(), anonymous: fc.boolean() }).map(sampleRecorded),
};
const body = fc.oneof({ weight: 4, arbitrary: anyBody(KNOWN) }, { weight: 1, arbitrary: anyBody() });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.nat({ max: WHO.length - 1 }),
      body,
      /** How many revisions behind the officer was. */
      behind: fc.nat({ max: 2 }),
      /** How many files go with it. */
      files: fc.constantFrom(0, 0, 1, 2, MAX_ATTACHMENTS + 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ rawStatus: fc.constantFrom(...STATUSES) }) },
);
const walk = fc.record({
  rawStatus: fc.constantFrom(...STATUSES),
  statusReason: fc.constantFrom(null, 'Data pelapor belum lengkap'),
  agency: fc.constantFrom(A, A, A, B, null),
  anonymous: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 7 }),
});

type Walk = typeof walk extends fc.Arbitrary<infer Value> ? Value : never;
const answer = (text = 'Sudah diperiksa.'): ComplaintBody => ({ kind: 'follow_up', payload: { text } });
/** One walk that meets every answer there is, so that the check below does not depend on luck. */
const EVERY_OUTCOME: Walk = {
  rawStatus: 'Terverifikasi',
  statusReason: null,
  agency: A,
  anonymous: true,
  steps: [
    { by: 0, body: answer(), behind: 0, files: 0 },
    { by: 1, body: answer(), behind: 1, files: 0 },
    { by: 2, body: answer(), behind: 0, files: 0 },
    { by: 4, body: answer(), behind: 0, files: 0 },
    { by: 2, body: { kind: 'internal_note', payload: { text: 'Material tiba Rabu.' } }, behind: 0, files: 0 },
    { by: 0, body: answer(' '), behind: 0, files: 0 },
    { by: 0, body: answer('Lihat foto.'), behind: 0, files: 2 },
    { by: 0, body: answer('Lihat foto.'), behind: 0, files: MAX_ATTACHMENTS + 1 },
    { by: 0, body: answer('x'.repeat(MAX_TEXT_LENGTH + 1)), behind: 0, files: 0 },
    { by: 3, body: { kind: 'mark_read', payload: {} }, behind: 0, files: 0 },
    ...[
      [2, { kind: 'propose', payload: { as: 'follow_up', text: 'Diganti Kamis.' } }],
      [3, { kind: 'approve', payload: { entryId: LAST_PROPOSAL, text: 'Diganti Jumat.' } }],
      [3, { kind: 'approve', payload: { entryId: LAST_PROPOSAL, text: '' } }],
      [0, { kind: 'propose', payload: { as: 'finish', text: 'Selesai.' } }],
      [0, { kind: 'approve', payload: { entryId: LAST_PROPOSAL, text: '' } }],
      [1, { kind: 'send_back', payload: { entryId: LAST_PROPOSAL, text: 'Kapan?' } }],
      [0, { kind: 'take_back', payload: { text: '' } }],
      [0, { kind: 'forward', payload: { to: { officerId: null, name: 'Seksi PJU' }, text: '' } }],
      [0, { kind: 'ask_reporter', payload: { text: 'Mohon nomor tiang.' } }],
      [0, { kind: 'publish', payload: { entryId: LAST_PROPOSAL } }],
      [0, { kind: 'publish', payload: { entryId: LAST_PROPOSAL } }],
      [0, { kind: 'snooze', payload: { until: '2026-01-02' } }],
      [0, { kind: 'set_labels', payload: { add: ['PJU'], remove: [] } }],
      [0, { kind: 'record', payload: { report: sampleRecorded(), text: 'Lampu mati.' } }],
      [0, { kind: 'postpone', payload: { reason: 'Menunggu material.', until: null } }],
    ].map(([by, body]) => ({ by: by as number, body: body as ComplaintBody, behind: 0, files: 0 })),
    { rawStatus: 'Selesai' },
    { by: 0, body: { kind: 'publish', payload: { entryId: LAST_PROPOSAL } }, behind: 0, files: 0 },
    { by: 0, body: answer(), behind: 0, files: 0 },
    { rawStatus: 'Belum Terverifikasi' },
    { by: 0, body: answer(), behind: 0, files: 0 },
    {
      by: 1,
      body: { kind: 'return', payload: { reason: 'Jalan provinsi.', suggestedAgency: null } },
      behind: 0,
      files: 2,
    },
    { by: 0, body: answer(), behind: 0, files: 0 },
  ],
};

/** For each kind a walk on which the central service accepts it, with any of its payloads. */
const EVERY_KIND = COMPLAINT_KINDS.map((kind): Walk => {
  const before: readonly (readonly [number, ComplaintBody])[] = [
    [0, answer()],
    [2, { kind: 'propose', payload: { as: 'follow_up', text: 'Diganti Kamis.' } }],
    [0, { kind: 'forward', payload: { to: { officerId: null, name: 'Seksi PJU' }, text: '' } }],
  ];
  const tried = fc.sample(anyBodyOf(kind, KNOWN), { numRuns: 12, seed: 1 });
  return {
    rawStatus: 'Terverifikasi',
    statusReason: null,
    agency: A,
    anonymous: false,
    steps: [...before, ...tried.map((body) => [0, body] as const)].map(([by, body]) => ({
      by,
      body,
      behind: 0,
      files: 0,
    })),
  };
});

let complaints = 0;
let commands = 0;
/** "complaint agency": that the central service knows of what a PC does not: it was theirs. */
const left = new Set<string>();

test('prediction and decision agree for every command on every reachable state', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(walk, async ({ steps, ...start }) => {
      complaints++;
      const { id } = await giveComplaint(central.db, { ...numbered(complaints), ...start });
      for (const next of steps) {
        if ('rawStatus' in next) await setByLapor(id, next.rawStatus);
        else if (next.body.kind === 'record') {
          const fresh = recordedId(crypto.randomUUID());
          met.add(await oneCommand(fresh, next));
          // Once is all.
          if ((await stateOf(fresh, A.id)).revision > 0) met.add(`again ${await oneCommand(fresh, next)}`);
        } else met.add(await oneCommand(id, next));
      }
    }),
    { numRuns: 150 + COMPLAINT_KINDS.length, examples: [EVERY_OUTCOME, ...EVERY_KIND].map((one) => [one]) },
  );
  // The walks did reach what there is to reach.
  for (const outcome of [
    'not_ours',
    'moved',
    'forbidden',
    'closed',
    'not_verified',
    'superseded',
    'empty_text',
    'text_too_long',
    'too_many_attachments',
    'not_waiting',
    'own_text',
    'not_forwarded',
    'bad_value',
  ]) {
    expect(
      [...met].some((seen) => seen.endsWith(outcome)),
      outcome,
    ).toBe(true);
  }
  for (const kind of COMPLAINT_KINDS) expect(met).toContain(`${kind} accepted`);
  expect(met).toContain('again record bad_value');
}, 300_000);

/** Sends one command of an officer; answers what became of it, as "kind outcome". */
async function oneCommand(
  id: string,
  { by, body, behind, files }: { by: number; body: ComplaintBody; behind: number; files: number },
): Promise<string> {
  const sender = officers[by];
  if (sender === undefined) throw new Error('no such officer');
  const viewer = sender.officer.agency?.id ?? '';
  const before = await stateOf(id, viewer);
  commands++;
  const command: ComplaintCommand = {
    ...aboutLast(body, before),
    id: `01996c00-0000-7000-8000-${String(commands).padStart(12, '0')}`,
    complaintId: id,
    trunkRevision: Math.max(0, before.revision - behind),
    after: null,
    attachments: filesOf(files),
    composedAt: '2026-02-19T07:05:00.000Z',
  };
  const predicted = applyCommand(before, command, {
    officer: sender.officer,
    at: command.composedAt,
    receipt: null,
  });
  const { results } = await sender.client.commands({
    commands: [{ ...command, attachments: filesOf(files) }],
  });
  const decided = results[0];
  const after = await stateOf(id, viewer);

  if (predicted.ok) {
    expect(decided).toMatchObject({ outcome: 'accepted' });
    expect(asPredicted(after, command.id)).toEqual(asPredicted(predicted.complaint, command.id));
    if (command.kind === 'return') left.add(`${id} ${viewer}`);
    return `${command.kind} accepted`;
  }
  const code = predicted.code === 'not_ours' && left.has(`${id} ${viewer}`) ? 'moved' : predicted.code;
  expect(decided).toMatchObject({ outcome: 'refused', code });
  expect(after).toEqual(before);
  return `${command.kind} ${code}`;
}

function aboutLast(body: ComplaintBody, { timeline }: Complaint): ComplaintBody {
  if (body.kind === 'publish') {
    const entryId = timeline.findLast(isAnswer)?.id ?? 'none';
    return { kind: 'publish', payload: { entryId } };
  }
  if (body.kind !== 'approve' && body.kind !== 'send_back') return body;
  const entryId = timeline.findLast(({ kind }) => kind === 'proposal')?.id ?? 'none';
  return { kind: body.kind, payload: { ...body.payload, entryId } };
}

async function stateOf(id: string, viewer: string): Promise<Complaint> {
  const complaint = await central.db
    .transaction()
    .execute(async (tx) => (await readComplaints(tx, [id], viewer)).get(id));
  return complaint ?? unrecorded(id);
}

/**
 * Time and receipt are the central service's to give; a complaint that was recorded has its receipt as its
 * number.
 */
function asPredicted(complaint: Complaint, commandId: string): Complaint {
  const recorded = complaint.timeline.find(({ id, kind }) => id === commandId && kind === 'record');
  return {
    ...complaint,
    trackingId: recorded === undefined ? complaint.trackingId : '',
    timeline: complaint.timeline.map((entry) =>
      entry.id.startsWith(commandId) ? { ...entry, at: '', receipt: null } : entry,
    ),
  };
}

/** As an import leaves it. */
async function setByLapor(id: string, rawStatus: string): Promise<void> {
  await central.db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('complaints')
      .set((column) => ({ rawStatus: rawStatus, revision: column('revision', '+', 1) }))
      .where('id', '=', id)
      .returning('agencyId')
      .executeTakeFirstOrThrow();
    if (row.agencyId !== null)
      await publish(tx, [{ agencyId: row.agencyId, kind: 'upsert', complaintId: id }]);
  });
}
