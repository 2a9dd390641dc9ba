import { v7 } from 'uuid';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { sampleCommand, sampleEntry, sampleOfficeCommand } from '#shared/domain/testing/samples.ts';
import { addAgencies } from '../../central/store/agencies.ts';
import type { Db } from '../../central/store/database.ts';
import { attachmentOf, photo, tusClient } from '../../central/testing/files.ts';
import { giveComplaint } from '../../central/testing/give-complaint.ts';
import type { CentralClient } from '../support/central.ts';
import type { Marks, Owner } from './marks.ts';

export type Office = Agency & { readonly complaintIds: readonly string[] };
/** An officer who has enrolled. */
export type Member = { readonly owner: Owner; readonly token: string; readonly client: CentralClient };

const COMPLAINTS = 12;
const ANONYMOUS_EVERY = 4;

/** An agency with complaints in which each text has its mark. */
export async function openOffice(
  db: Db,
  marks: Marks,
  owner: Owner,
  id: string,
  name: string,
  n: number,
): Promise<Office> {
  await db.transaction().execute((tx) => addAgencies(tx, [{ name, laporId: id }]));
  const agency = { id, name };
  const mark = marks.of(owner);
  const complaintIds = Array.from({ length: COMPLAINTS }, (_, i) => `lapor-${9_000_000 + n * 1_000 + i}`);
  const author = { officerId: null, name: `Pelapor ${mark}`, role: 'reporter', agencyId: null } as const;
  for (const [i, complaintId] of complaintIds.entries()) {
    const anonymous = i % ANONYMOUS_EVERY === 0;
    const complaint: Partial<Complaint> = {
      id: complaintId,
      trackingId: complaintId.replace('lapor-', ''),
      agency,
      title: `Lampu jalan ${mark}`,
      originalText: `lampu mati ${mark}`,
      finalText: `Lampu mati ${mark}.`,
      anonymous,
      reporterName: anonymous ? marks.of('hidden') : `Budi ${mark}`,
      rawStatus: STATUSES[i % STATUSES.length]?.replace('OPD', name) ?? '',
      timeline: [
        sampleEntry({
          id: v7(),
          kind: 'reporter_reply',
          author,
          text: `Terima kasih ${mark}`,
          receipt: null,
        }),
      ],
    };
    await giveComplaint(db, complaint);
  }
  return { ...agency, complaintIds };
}
const STATUSES = ['Terdisposisi ke OPD', 'Proses', 'Menunggu respon pelapor', 'Selesai', 'Ditunda'];

/** An officer writes on the first complaints, shares a template and sends a file, which is returned. */
export async function work(
  address: string,
  member: Member,
  marks: Marks,
  office: Office,
): Promise<Attachment> {
  const mark = marks.of(member.owner);
  const bytes = photo(3_000, member.owner.length);
  await tusClient(address, member.token).upload(bytes, { name: `${mark}.jpg` });
  const text = `Kami periksa ${mark}`;
  const [first = '', second = ''] = office.complaintIds;
  const named = { attachments: [attachmentOf(bytes, { name: `${mark}.jpg` })] };
  const { results } = await member.client.commands({
    commands: [
      sampleCommand({ kind: 'internal_note', payload: { text } }, { id: v7(), complaintId: first, ...named }),
      sampleCommand({ kind: 'follow_up', payload: { text } }, { id: v7(), complaintId: second }),
      sampleOfficeCommand({ kind: 'share_template', payload: { name: mark, text } }, { id: v7() }),
    ],
  });
  if (results.some(({ outcome }) => outcome !== 'accepted')) throw new Error(JSON.stringify(results));
  return attachmentOf(bytes, { name: `${mark}.jpg` });
}
