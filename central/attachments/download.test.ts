import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { publish } from '../store/feed.ts';
import { attachmentOf, photo, sha256Of, tusClient } from '../testing/files.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
let central: TestCentral;
let rina: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  nurse = await central.enrol(B.name, 'penghubung', 'dr. Tiur');
});
afterAll(() => central.close());

const as = ({ token }: TestOfficer) => tusClient(central.address, token);
const bodyOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('a file', () => {
  const bytes = photo(300 * 1024, 1);
  const sha256 = sha256Of(bytes);
  beforeAll(() => as(rina).upload(bytes, { name: 'lampu jalan – Jl. "Cemara" 100%.jpg' }));

  test('a file is saved, never shown: its kind, its safe name and nothing to be guessed', async () => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await as(rina).download(sha256, {}, method);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(bytes.length),
        'content-disposition':
          `attachment; filename="lampu jalan _ Jl. _Cemara_ 100_.jpg"; ` +
          `filename*=UTF-8''lampu%20jalan%20%E2%80%93%20Jl.%20_Cemara_%20100%25.jpg`,
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
        etag: `"${sha256}"`,
      });
      expect((await bodyOf(answer)).equals(method === 'GET' ? bytes : Buffer.alloc(0))).toBe(true);
    }
  });

  test('a file comes in parts, wherever the chunks of the database end', async () => {
    const parts: Buffer[] = [];
    const STEP = 100_003;
    for (let at = 0; at < bytes.length; at += STEP) {
      const part = await as(rina).download(sha256, { range: `bytes=${at}-${at + STEP - 1}` });
      const end = Math.min(bytes.length, at + STEP);
      expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
        206,
        `bytes ${at}-${end - 1}/${bytes.length}`,
        String(end - at),
      ]);
      parts.push(await bodyOf(part));
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('a part beyond its end is 416, and a part of another file is the whole', async () => {
    const beyond = await as(rina).download(sha256, { range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    const part = { range: 'bytes=10-19' };
    expect((await as(rina).download(sha256, { ...part, 'if-range': `"${sha256}"` })).status).toBe(206);
    expect((await as(rina).download(sha256, { ...part, 'if-range': '"other"' })).status).toBe(200);
    expect((await as(rina).download(sha256, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });
});

describe('who may have a file', () => {
  let complaints = 0;
  let commands = 0;
  async function say(
    kind: 'follow_up' | 'internal_note',
    complaintId: string,
    file: Attachment,
  ): Promise<void> {
    commands++;
    const { results } = await rina.client.commands({
      commands: [
        {
          ...sampleCommand({ kind, payload: { text: 'Lihat foto.' } }),
          id: `01996c00-0000-7000-8000-${String(commands).padStart(12, '0')}`,
          complaintId,
          attachments: [file],
        },
      ],
    });
    expect(results[0]).toMatchObject({ outcome: 'accepted' });
  }
  async function freshComplaint(): Promise<string> {
    complaints++;
    return (await giveComplaint(central.db, numbered(complaints))).id;
  }
  const moveTo = (agency: { id: string }, complaintId: string) =>
    central.db.transaction().execute(async (tx) => {
      await tx.updateTable('complaints').set({ agencyId: agency.id }).where('id', '=', complaintId).execute();
      await publish(tx, [
        { agencyId: A.id, kind: 'removal', complaintId },
        { agencyId: agency.id, kind: 'upsert', complaintId },
      ]);
    });
  const may = async (officer: TestOfficer, bytes: Buffer) => {
    const sha256 = sha256Of(bytes);
    const [whole, head] = [
      await as(officer).download(sha256),
      await as(officer).download(sha256, {}, 'HEAD'),
    ];
    expect(whole.status).toBe(head.status);
    return whole.status;
  };

  test('the files of public entries go with a complaint to another agency, those of internal ones do not', async () => {
    const [shown, internal] = [photo(1000, 2), photo(1000, 3)];
    const complaintId = await freshComplaint();
    await as(rina).upload(shown);
    await as(rina).upload(internal);
    await say('follow_up', complaintId, attachmentOf(shown));
    await say('internal_note', complaintId, attachmentOf(internal));
    expect([await may(nurse, shown), await may(nurse, internal)]).toEqual([404, 404]);

    await moveTo(B, complaintId);
    expect([await may(nurse, shown), await may(nurse, internal)]).toEqual([200, 404]);
    const { changes } = await nurse.client.changes({ limit: 2000 });
    const timelines = changes.flatMap((change) =>
      change.type === 'upsert' && change.complaint.id === complaintId ? [change.complaint.timeline] : [],
    );
    expect(timelines).toMatchObject([[{ kind: 'follow_up', attachments: [attachmentOf(shown)] }]]);
    // Who uploaded them keeps them.
    expect([await may(rina, shown), await may(rina, internal)]).toEqual([200, 200]);
  });

  test('a complaint that has left takes its files along', async () => {
    const bytes = photo(1000, 4);
    const complaintId = await freshComplaint();
    await as(rina).upload(bytes);
    await say('follow_up', complaintId, attachmentOf(bytes));
    await moveTo(B, complaintId);
    expect(await may(nurse, bytes)).toBe(200);
    await moveTo(A, complaintId);
    expect(await may(nurse, bytes)).toBe(404);
  });

  test('knowing the SHA-256 of a file of another agency is not enough to have it or to name it', async () => {
    const bytes = photo(1000, 5);
    await as(rina).upload(bytes);
    const complaintId = (await giveComplaint(central.db, { ...numbered(90), agency: B })).id;
    const { results } = await nurse.client.commands({
      commands: [
        {
          ...sampleCommand({ kind: 'internal_note', payload: { text: 'x' } }),
          id: '01996c00-0000-7000-8000-00000000f001',
          complaintId,
          attachments: [attachmentOf(bytes)],
        },
      ],
    });
    expect(results).toMatchObject([{ outcome: 'later', missing: [sha256Of(bytes)] }]);
    expect(await may(nurse, bytes)).toBe(404);
  });
});
