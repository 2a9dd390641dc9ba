import type { Command, CommandBody } from '#shared/domain/commands/command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Agency, Officer } from '#shared/domain/people/roles.ts';

export const ROADS: Agency = { id: 'opd-1', name: 'Dinas Bina Jalan' };
export const RINA: Officer = { id: 'officer-rina', name: 'Rina', role: 'penghubung', agency: ROADS };
export const TOGAR: Officer = { id: 'officer-togar', name: 'Togar', role: 'penghubung', agency: ROADS };

/** A Monday morning in WIB; no holiday is near. */
export const MONDAY = Date.parse('2026-09-07T02:00:00Z');

/** An invented complaint, received `number` hours before that Monday and given to the agency at once. */
export function complaintNo(number: number, changes: Partial<Complaint> = {}): Complaint {
  const receivedAt = new Date(MONDAY - number * 3_600_000).toISOString();
  return {
    ...unrecorded(`lapor-${7_000_000 + number}`),
    trackingId: String(7_000_000 + number),
    revision: 1,
    title: `Jalan berlubang nomor ${number}`,
    originalText: `yth bapak, jalan di depan pasar rusak ${number}`,
    finalText: `Jalan di depan pasar rusak. Laporan ${number}.`,
    reporterName: 'Pelapor Contoh',
    categoryId: '12',
    categoryPath: ['Infrastruktur', 'Jalan'],
    parentAgency: 'Pemerintah Kabupaten Contoh',
    agency: ROADS,
    rawStatus: `Terdisposisi ke ${ROADS.name}`,
    province: 'Sumatera Contoh',
    regency: 'Kabupaten Contoh',
    district: 'Lubuk Melati',
    village: 'Sei Kuning',
    channel: 'Website',
    receivedAt,
    dispositionedAt: receivedAt,
    ...changes,
  };
}

export function entry(changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: 'entry-1',
    kind: 'follow_up',
    at: new Date(MONDAY).toISOString(),
    revision: 2,
    author: { officerId: TOGAR.id, name: TOGAR.name, role: 'penghubung', agencyId: ROADS.id },
    text: 'Sudah kami perbaiki.',
    attachments: [],
    visibility: 'public',
    receipt: 'K-1',
    detail: null,
    ...changes,
  };
}

let made = 0;
/** A UUIDv7-like id that no other call gives. */
export function newCommandId(): string {
  made++;
  return `01900000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

export function commandOf(complaint: Complaint, body: CommandBody, changes: Partial<Command> = {}): Command {
  return {
    id: newCommandId(),
    complaintId: complaint.id,
    trunkRevision: complaint.revision,
    after: null,
    attachments: [],
    composedAt: new Date(MONDAY).toISOString(),
    ...body,
    ...changes,
  } as Command;
}

export const answerBody = (text = 'Sudah kami tangani.'): CommandBody => ({
  kind: 'follow_up',
  payload: { text },
});
export const noteBody = (text = 'Cek ke lapangan.'): CommandBody => ({
  kind: 'internal_note',
  payload: { text },
});
