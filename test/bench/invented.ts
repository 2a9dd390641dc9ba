import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Agency } from '#shared/domain/people/roles.ts';

/** Complaints for measuring: invented, about 2 kB each as JSON, and the same ones on every run. */
export const AGENCY: Agency = { id: '4006', name: 'Dinas Perhubungan' };
/** An office with a handful of them: for what does not depend on their number. */
export const SMALL_AGENCY: Agency = { id: '4007', name: 'Dinas Arsip' };

const COMMON =
  `jalan rusak lampu padam jembatan air sampah pasar sekolah puskesmas antre surat izin bantuan warga
  kelurahan dusun malam pagi hujan banjir parit tumpukan debu truk angkot parkir trotoar pohon tumbang kabel tiang
  petugas kantor loket pelayanan lambat biaya pungutan data kartu keluarga bayi imunisasi obat guru kelas atap bocor
  semoga segera diperbaiki mohon ditindaklanjuti terima kasih bapak ibu kami sudah melapor belum tanggapan`
    .trim()
    .split(/\s+/);
const SYLLABLES =
  `ba be bi bo bu da de di du ga gi gu ja je ka ke ki ko ku la le li lo lu ma me mi mu na ne ni nga
  nya pa pe pi pu ra re ri ro ru sa se si su ta te ti to tu wa wi ya`
    .trim()
    .split(/\s+/);
const VOCABULARY = 8_000;
const DISTRICTS = ['Lubuk Melati', 'Percut Rambung', 'Sei Kuning', 'Namo Biru', 'Tanjung Baru', 'Buah Nabar'];
const STATUSES = [
  `Terdisposisi ke ${AGENCY.name}`,
  'Ditindaklanjuti oleh Instansi',
  'Ditanggapi oleh Pelapor',
  'Ditutup oleh Sistem',
  'Selesai',
];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** As in a language: few words make most of a text, and most words are rare. */
const WORDS = [
  ...COMMON,
  ...Array.from({ length: VOCABULARY - COMMON.length }, (_, number) => {
    const random = randomFrom(number);
    const syllables = 2 + Math.floor(random() * 3);
    const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
    return Array.from({ length: syllables }, syllable).join('');
  }),
];
/** Zipf's law, nearly: the chance of a word falls with its place in the list. */
const anyWord = (random: () => number): string => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? 'jalan';

/**
 * The `number`-th complaint; `now` in ms since 1970: complaints lie in the year before it, 40 % of them open.
 */
export function inventedComplaint(number: number, now: number): Complaint {
  const random = randomFrom(number + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const sentence = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${anyWord(random)} `;
    return text.trim();
  };
  const rawStatus = random() < 0.4 ? pick(STATUSES.slice(0, 3)) : pick(STATUSES.slice(3));
  const open = STATUSES.indexOf(rawStatus) < 3;
  const ageMs = random() * (open ? 30 : 365) * 86_400_000;
  const receivedAt = new Date(now - ageMs).toISOString();
  const trackingId = String(5_000_000 + number);
  const answered = rawStatus !== STATUSES[0];
  return {
    ...unrecorded(`lapor-${trackingId}`),
    trackingId,
    revision: answered ? 2 : 1,
    title: sentence(55),
    originalText: sentence(480),
    finalText: sentence(560),
    classification: pick(['pengaduan', 'pengaduan', 'aspirasi', 'permintaan_informasi'] as const),
    oversight: random() < 0.05,
    anonymous: random() < 0.3,
    confidential: random() < 0.1,
    categoryId: '106',
    categoryPath: ['PERHUBUNGAN', pick(['LAMPU JALAN', 'PARKIR', 'ANGKUTAN', 'RAMBU'])],
    parentAgency: 'Pemerintah Kabupaten Contoh',
    agency: AGENCY,
    rawStatus,
    province: 'Sumatera Contoh',
    regency: 'Kabupaten Contoh',
    district: pick(DISTRICTS),
    village: pick(DISTRICTS),
    channel: pick(['Website', 'Android', 'WhatsApp']),
    receivedAt,
    dispositionedAt: receivedAt,
    timeline: answered
      ? [
          {
            id: `entry-${trackingId}`,
            kind: 'follow_up',
            at: receivedAt,
            revision: 2,
            author: { officerId: null, name: 'Petugas Lama', role: 'penghubung', agencyId: AGENCY.id },
            text: sentence(160),
            attachments: [],
            visibility: 'public',
            receipt: `K-${number}`,
            detail: null,
          },
        ]
      : [],
    readBy: [],
    extra: {},
  };
}

/** What an officer types into the search field: beginnings, words, pairs, tracking ids. */
export function inventedQueries(count: number): string[] {
  const random = randomFrom(7);
  const word = (): string => anyWord(random);
  return Array.from({ length: count }, (_, number) => {
    switch (number % 5) {
      case 0:
        return word().slice(0, 3);
      case 1:
        return word();
      case 2:
        return `${word()} ${word()}`;
      case 3:
        return `${word()} ${word()} ${word().slice(0, 4)}`;
      default:
        return String(5_000_000 + Math.floor(random() * 100_000)).slice(0, 6);
    }
  });
}

const SLANG =
  'jln lmpu jmbatan smpah psr sklh pkm tdk blm yg sdh bpk gg kec kel rs pju parkiran prbaikan'.split(' ');

/** What an officer types in haste: abbreviations, words with a slip of the hand, letters drawn out. */
export function inventedSlangQueries(count: number): string[] {
  const random = randomFrom(11);
  const slang = (): string => SLANG[Math.floor(random() * SLANG.length)] ?? 'jln';
  const slip = (): string => {
    const word = anyWord(random);
    const place = 1 + Math.floor(random() * (word.length - 1));
    const again = random() < 0.5 ? word.slice(place) : word.slice(place + 1);
    return word.slice(0, place) + (word[place] ?? '').repeat(random() < 0.5 ? 1 : 2) + again;
  };
  return Array.from({ length: count }, (_, number) => {
    switch (number % 4) {
      case 0:
        return slang();
      case 1:
        return `${slang()} ${anyWord(random)}`;
      case 2:
        return slip();
      default:
        return `${slip()} ${slip()} ${slang()}`;
    }
  });
}
