import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandResult } from '#shared/contract/central/central.ts';
import type { ComplaintBody, ComplaintCommand } from '#shared/domain/commands/command.ts';
import { type Attachment, MAX_ATTACHMENTS } from '#shared/domain/complaint/attachment.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { LIMITS } from '../http/limits.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const NOW = '2026-02-20T03:00:00.000Z';
let central: TestCentral;
let rina: TestOfficer;
let togar: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ now: () => new Date(NOW), limits: { ...LIMITS, deviceBodies: 30 } });
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  togar = await central.enrol(A.name, 'penghubung', 'Togar Hasibuan');
});
afterAll(() => central.close());

let complaints = 0;
async function freshComplaint(overrides: Parameters<typeof giveComplaint>[1] = {}): Promise<string> {
  complaints++;
  return (await giveComplaint(central.db, { ...numbered(complaints), ...overrides })).id;
}
let commands = 0;
function command(
  complaintId: string,
  body: ComplaintBody,
  overrides: Partial<ComplaintCommand> = {},
): ComplaintCommand {
  commands++;
  const id = `01996c00-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return sampleCommand(body, { id, complaintId, ...omitBody(overrides) });
}
function omitBody({
  kind: _,
  payload: __,
  ...envelope
}: Partial<ComplaintCommand>): Parameters<typeof sampleCommand>[1] {
  return envelope;
}
const followUp = (text = 'Petugas sudah memeriksa.'): ComplaintBody => ({
  kind: 'follow_up',
  payload: { text },
});
const note = (text = 'Material tiba Rabu.'): ComplaintBody => ({ kind: 'internal_note', payload: { text } });
const giveBack: ComplaintBody = {
  kind: 'return',
  payload: { reason: 'Jalan provinsi.', suggestedAgency: null },
};
const markRead: ComplaintBody = { kind: 'mark_read', payload: {} };

async function send({ client }: TestOfficer, ...sent: readonly unknown[]): Promise<CommandResult[]> {
  // Sent as any client could send it: the service has to look for itself.
  const request = { commands: sent } as unknown as Parameters<typeof client.commands>[0];
  return (await client.commands(request)).results;
}
const stored = (complaintId: string) =>
  central.db
    .selectFrom('timelineEntries')
    .selectAll()
    .where('complaintId', '=', complaintId)
    .orderBy('position')
    .execute();

describe('an accepted command', () => {
  test('a follow-up stands in the timeline with its receipt, and the feed holds it at its number', async () => {
    const complaintId = await freshComplaint();
    const answer = command(complaintId, followUp());
    const [result] = await send(rina, answer);
    expect(result).toEqual({
      outcome: 'accepted',
      id: answer.id,
      receipt: expect.stringMatching(/^K-\d{5,}$/),
      feedSeq: expect.any(Number),
      at: NOW,
      proof: expect.any(String),
    });
    if (result?.outcome !== 'accepted') throw new Error('not accepted');

    const { changes } = await togar.client.changes({ limit: 2000 });
    const change = changes.find(({ seq }) => seq === result.feedSeq);
    expect(change).toMatchObject({
      type: 'upsert',
      complaint: {
        id: complaintId,
        revision: 2,
        rawStatus: 'Ditindaklanjuti oleh Instansi',
        timeline: [
          {
            id: answer.id,
            kind: 'follow_up',
            at: NOW,
            revision: 2,
            author: { officerId: rina.officer.id, name: 'Rina Sitepu', role: 'penghubung', agencyId: A.id },
            text: 'Petugas sudah memeriksa.',
            visibility: 'public',
            receipt: result.receipt,
          },
        ],
      },
    });
    expect(await rina.client.commandResult({ id: answer.id })).toEqual(result);
  });

  test('a return leaves the feed of the agency, and the complaint waits unassigned', async () => {
    const complaintId = await freshComplaint();
    const [result] = await send(rina, command(complaintId, giveBack));
    const { changes } = await rina.client.changes({ limit: 2000 });
    expect(changes.at(-1)).toEqual({
      type: 'removal',
      seq: result?.outcome === 'accepted' ? result.feedSeq : 0,
      complaintId,
    });
    const row = await central.db
      .selectFrom('complaints')
      .select(['agencyId', 'rawStatus'])
      .where('id', '=', complaintId)
      .executeTakeFirst();
    expect(row).toEqual({ agencyId: null, rawStatus: 'Terverifikasi' });
    // Nobody of the agency can act on it any more, and its content is not shown to them.
    const [after] = await send(togar, command(complaintId, note()));
    expect(after).toMatchObject({ outcome: 'refused', code: 'moved', current: null });
  });

  test('a read mark is kept per officer, in the order of their ids', async () => {
    const complaintId = await freshComplaint();
    await send(rina, command(complaintId, markRead, { trunkRevision: 1 }));
    await send(togar, command(complaintId, markRead, { trunkRevision: 1 }));
    await send(rina, command(complaintId, markRead, { trunkRevision: 3 }));
    const { changes } = await rina.client.changes({ limit: 2000 });
    expect(changes.at(-1)).toMatchObject({
      complaint: {
        revision: 4,
        readBy: [
          { officerId: togar.officer.id, revision: 1 },
          { officerId: rina.officer.id, revision: 3 },
        ].sort((a, b) => (a.officerId < b.officerId ? -1 : 1)),
      },
    });
  });
});

describe('a command sent again', () => {
  test('a command sent again gets the same answer and leaves one row, however often it comes', async () => {
    const complaintId = await freshComplaint();
    const answer = command(complaintId, followUp());
    const [first] = await send(rina, answer);
    expect(await send(rina, answer, answer)).toEqual([first, first]);
    expect(await stored(complaintId)).toHaveLength(1);
  });

  test('a command sent again gets one answer and leaves one row when ten requests with it run at the same moment', async () => {
    const complaintId = await freshComplaint();
    const answer = command(complaintId, followUp());
    const results = await Promise.all(Array.from({ length: 10 }, () => send(rina, answer)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.[0]).toMatchObject({ outcome: 'accepted' });
    expect(await stored(complaintId)).toHaveLength(1);
    const audit = await central.db
      .selectFrom('audit')
      .selectAll()
      .where('subject', '=', complaintId)
      .execute();
    expect(audit).toHaveLength(1);
  });

  test('a command sent again takes effect on one complaint when its id is used for two at the same moment', async () => {
    const [one, other] = [await freshComplaint(), await freshComplaint()];
    const answer = command(one, followUp());
    const results = await Promise.all([send(rina, answer), send(rina, { ...answer, complaintId: other })]);
    expect(results[0]).toEqual(results[1]);
    expect([...(await stored(one)), ...(await stored(other))]).toHaveLength(1);
  });

  test('a refusal is kept as well: the answer does not change when the complaint does', async () => {
    const complaintId = await freshComplaint({ rawStatus: 'Belum Terverifikasi' });
    const answer = command(complaintId, followUp());
    expect((await send(rina, answer))[0]).toMatchObject({ outcome: 'refused', code: 'not_verified' });
    await central.db
      .updateTable('complaints')
      .set({ rawStatus: 'Terverifikasi' })
      .where('id', '=', complaintId)
      .execute();
    expect((await send(rina, answer))[0]).toMatchObject({
      outcome: 'refused',
      code: 'not_verified',
      current: { rawStatus: 'Terverifikasi' },
    });
  });

  test("somebody else's id tells nothing", async () => {
    const complaintId = await freshComplaint();
    const answer = command(complaintId, followUp());
    await send(rina, answer);
    expect(await send(togar, answer)).toEqual([
      { outcome: 'refused', id: answer.id, code: 'forbidden', current: null },
    ]);
    await expect(togar.client.commandResult({ id: answer.id })).rejects.toMatchObject({ status: 404 });
  });
});

describe('order', () => {
  test('a command waits for the one before it, and falls with it', async () => {
    const complaintId = await freshComplaint({ rawStatus: 'Belum Terverifikasi' });
    const first = command(complaintId, followUp());
    const second = command(complaintId, note(), { after: first.id });
    expect(await send(rina, second)).toEqual([
      { outcome: 'later', id: second.id, retryAfterMs: expect.any(Number), missing: [] },
    ]);
    await expect(rina.client.commandResult({ id: second.id })).rejects.toMatchObject({ status: 404 });
    expect(await send(rina, first, second)).toMatchObject([
      { code: 'not_verified' },
      { code: 'after_refused' },
    ]);
  });

  test('a chain of an accepted command is accepted, in one request', async () => {
    const complaintId = await freshComplaint();
    const first = command(complaintId, followUp('Satu'));
    const second = command(complaintId, followUp('Dua'), { after: first.id });
    expect(await send(rina, first, second)).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    expect((await stored(complaintId)).map(({ text }) => text)).toEqual(['Satu', 'Dua']);
  });
});

describe('one bad command blocks nothing else', () => {
  test('each gets its own answer, in order', async () => {
    const [good, closed, theirs] = [
      await freshComplaint(),
      await freshComplaint({ rawStatus: 'Ditutup oleh Sistem' }),
      await freshComplaint({ agency: B }),
    ];
    const results = await send(
      rina,
      command(closed, followUp()),
      { ...command(good, note()), kind: 'sing', payload: { song: 'Sinanggar Tulo' } },
      { ...command(good, note()), payload: { text: 7 } },
      command('lapor-1', note()),
      command(theirs, note()),
      command(good, note('   ')),
      command(good, note('Sah')),
    );
    expect(results.map((result) => ('code' in result ? result.code : result.outcome))).toEqual([
      'closed',
      'unknown_kind',
      'unknown_kind',
      'unknown_complaint',
      'not_ours',
      'empty_text',
      'accepted',
    ]);
    // The complaint of another agency does not come back with its refusal.
    expect(results[4]).toMatchObject({ current: null });
  });

  test('a character that the database cannot hold is left out, and the rest is kept', async () => {
    const complaintId = await freshComplaint();
    const results = await send(
      rina,
      command('lapor-\u0000', note()),
      command(complaintId, note('Materi\u0000al \ud800 tiba \\u0000.')),
    );
    expect(results).toMatchObject([{ code: 'unknown_complaint' }, { outcome: 'accepted' }]);
    expect((await stored(complaintId))[0]?.text).toBe('Material \ufffd tiba \\u0000.');
  });

  test('a fault of ours in one command leaves the others alone, and it can be sent again', async () => {
    const [broken, good] = [await freshComplaint(), await freshComplaint()];
    const failing = command(broken, note());
    const setRevision = (revision: number) =>
      central.db.updateTable('complaints').set({ revision }).where('id', '=', broken).execute();
    // The next number does not fit into the column.
    await setRevision(2_147_483_647);
    expect(await send(rina, failing, command(good, note()))).toMatchObject([
      { outcome: 'later', id: failing.id },
      { outcome: 'accepted' },
    ]);
    await setRevision(1);
    expect(await send(rina, failing)).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('an answer after a colleague has answered is refused, with that answer in sight', async () => {
    const complaintId = await freshComplaint();
    await send(togar, command(complaintId, followUp('Sudah saya jawab.')));
    const [result] = await send(rina, command(complaintId, followUp(), { trunkRevision: 1 }));
    expect(result).toMatchObject({
      code: 'superseded',
      current: { timeline: [{ text: 'Sudah saya jawab.' }] },
    });
    expect(await send(rina, command(complaintId, followUp(), { trunkRevision: 2 }))).toMatchObject([
      { outcome: 'accepted' },
    ]);
  });
});

describe('a command with attachments', () => {
  const upload = async (bytes: Buffer<ArrayBuffer>, { token } = rina): Promise<string> =>
    tusClient(central.address, token).upload(bytes);

  test('a command with attachments waits for the bytes of each, which it names, and is not stored meanwhile', async () => {
    const complaintId = await freshComplaint();
    const [one, two] = [photo(900, 1), photo(900, 2)];
    const answer = command(complaintId, followUp(), {
      attachments: [attachmentOf(one), attachmentOf(two), attachmentOf(two, { name: 'sekali lagi.jpg' })],
    });
    await upload(one);
    expect(await send(rina, answer)).toEqual([
      { outcome: 'later', id: answer.id, retryAfterMs: 2_000, missing: [attachmentOf(two).sha256] },
    ]);
    await expect(rina.client.commandResult({ id: answer.id })).rejects.toMatchObject({ status: 404 });
    expect(await stored(complaintId)).toEqual([]);

    await upload(two);
    expect(await send(rina, answer)).toMatchObject([{ outcome: 'accepted' }]);
    const { changes } = await togar.client.changes({ limit: 2000 });
    expect(changes.at(-1)).toMatchObject({
      complaint: { id: complaintId, timeline: [{ id: answer.id, attachments: answer.attachments }] },
    });
  });

  test('a command with attachments blocks nothing but itself and what was written after it', async () => {
    const complaintId = await freshComplaint();
    const waiting = command(complaintId, followUp('Satu'), { attachments: [attachmentOf(photo(900, 3))] });
    const next = command(complaintId, note('Dua'), { after: waiting.id });
    const other = command(await freshComplaint(), note('Tiga'));
    expect(await send(rina, waiting, next, other)).toMatchObject([
      { outcome: 'later' },
      { outcome: 'later', missing: [] },
      { outcome: 'accepted' },
    ]);
  });

  test('a command with attachments is refused when the bytes were rejected: nobody asks for them for ever', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0'), photo(900, 4)]);
    await upload(program);
    const complaintId = await freshComplaint();
    const answer = command(complaintId, followUp(), { attachments: [attachmentOf(program)] });
    expect(await send(rina, answer)).toMatchObject([{ outcome: 'refused', code: 'bad_attachment' }]);
    expect(await stored(complaintId)).toEqual([]);
    // A new try by hand counts again.
    await tusClient(central.address, rina.token).begin(attachmentOf(program));
    const again = command(complaintId, followUp(), { attachments: [attachmentOf(program)] });
    expect(await send(rina, again)).toMatchObject([{ outcome: 'later' }]);
  });

  test('a command with attachments is refused when it says another size or kind than the bytes have', async () => {
    const bytes = photo(900, 5);
    await upload(bytes);
    const complaintId = await freshComplaint();
    const naming = (wrong: Partial<Attachment>) =>
      command(complaintId, note(), { attachments: [attachmentOf(bytes, wrong)] });
    expect(await send(rina, naming({ size: 901 }), naming({ type: 'image/png' }), naming({}))).toMatchObject([
      { code: 'bad_attachment' },
      { code: 'bad_attachment' },
      { outcome: 'accepted' },
    ]);
  });

  test('a command with attachments names its files safely, whatever the client said', async () => {
    const bytes = photo(900, 6);
    await upload(bytes);
    const complaintId = await freshComplaint();
    const file = attachmentOf(bytes, { name: '..\\foto\u202egpj.exe' });
    await send(rina, command(complaintId, note(), { attachments: [file] }));
    const { changes } = await togar.client.changes({ limit: 2000 });
    expect(changes.at(-1)).toMatchObject({
      complaint: { timeline: [{ attachments: [attachmentOf(bytes, { name: 'fotogpj.exe.jpg' })] }] },
    });
  });

  test('a command with attachments of more files than a text may have is refused, and a read mark has none', async () => {
    const bytes = photo(900, 7);
    await upload(bytes);
    const complaintId = await freshComplaint();
    const attachments = Array.from({ length: MAX_ATTACHMENTS + 1 }, (_, i) =>
      attachmentOf(bytes, { name: `${i}.jpg` }),
    );
    expect(
      await send(
        rina,
        command(complaintId, note(), { attachments }),
        command(complaintId, markRead, { attachments: attachments.slice(1, 2) }),
        command(complaintId, note(), { attachments: attachments.slice(1) }),
      ),
    ).toMatchObject([
      { code: 'too_many_attachments' },
      { code: 'too_many_attachments' },
      { outcome: 'accepted' },
    ]);
  });
});
