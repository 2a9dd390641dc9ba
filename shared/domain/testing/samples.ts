import type {
  Command,
  ComplaintBody,
  ComplaintCommand,
  OfficeBody,
  OfficeCommand,
} from '../commands/command.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import type { Recorded } from '../complaint/recorded.ts';
import { unrecorded } from '../complaint/recorded-complaint.ts';
import type { Officer } from '../people/roles.ts';

/** Invented data in the true shape, for tests: override what the test is about. */
export const sampleOfficer: Officer = {
  id: 'o-1',
  name: 'Rina Sitepu',
  role: 'penghubung',
  agency: { id: '4006', name: 'Dinas Perhubungan' },
};

export function sampleComplaint(overrides: Partial<Complaint> = {}): Complaint {
  return {
    ...unrecorded('lapor-9300431'),
    trackingId: '9300431',
    revision: 1,
    title: 'Lampu Jalan Mati Sepanjang Cemara',
    originalText: 'lampu jalan sepanjang cemara mati total sdh 3 minggu',
    finalText: 'Lampu jalan sepanjang Cemara mati total sudah 3 minggu.',
    reporterName: 'Budi S***',
    categoryId: '106',
    categoryPath: ['PERHUBUNGAN', 'LAMPU PENERANGAN JALAN UMUM'],
    parentAgency: 'Pemerintah Kabupaten Contoh',
    agency: { id: '4006', name: 'Dinas Perhubungan' },
    rawStatus: 'Terdisposisi ke Dinas Perhubungan',
    province: 'Sumatera Utara',
    regency: 'Kab. Contoh',
    district: 'Lubuk Pakam',
    village: 'Cemara',
    channel: 'Android',
    receivedAt: '2026-02-12T02:00:00.000Z',
    dispositionedAt: '2026-02-13T02:12:00.000Z',
    ...overrides,
  };
}

type Overrides = Partial<Omit<Command, 'kind' | 'payload' | 'complaintId'>>;

/** A command on the sample complaint. */
export function sampleCommand(
  body: ComplaintBody,
  overrides: Overrides & { readonly complaintId?: string } = {},
): ComplaintCommand {
  return { ...sampleEnvelope, complaintId: 'lapor-9300431', ...body, ...overrides };
}

/** A command on the templates of the office. */
export function sampleOfficeCommand(body: OfficeBody, overrides: Overrides = {}): OfficeCommand {
  return { ...sampleEnvelope, complaintId: null, ...body, ...overrides };
}

const sampleEnvelope = {
  id: '01996c00-0000-7000-8000-000000000001',
  trunkRevision: 1,
  after: null,
  attachments: [],
  composedAt: '2026-02-19T07:05:00.000Z',
};

export function sampleRecorded(overrides: Partial<Recorded> = {}): Recorded {
  return {
    title: 'Lampu jalan mati di Cemara',
    classification: 'pengaduan',
    channel: 'social',
    district: 'Lubuk Pakam',
    village: 'Cemara',
    location: 'depan SD Negeri 2',
    receivedAt: '2026-02-19T04:00:00.000Z',
    ours: true,
    anonymous: false,
    confidential: false,
    reporter: { name: 'Budi Santoso', phone: '0812-0000-0000', email: '' },
    source: {
      platform: 'instagram',
      author: '@budi.cemara',
      link: 'https://www.instagram.com/p/C1abc/',
      at: '2026-02-19T03:20:00.000Z',
    },
    ...overrides,
  };
}

export function sampleEntry(overrides: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: '01996c00-0000-7000-8000-00000000000f',
    kind: 'follow_up',
    at: '2026-02-19T07:05:00.000Z',
    revision: 2,
    author: { officerId: 'o-2', name: 'Togar Hasibuan', role: 'penghubung', agencyId: '4006' },
    text: 'Petugas sudah memeriksa 11 titik.',
    attachments: [],
    visibility: 'public',
    receipt: 'K-20931',
    detail: null,
    ...overrides,
  };
}
