import type { Random } from './random.ts';

/** Abbreviations of the invented texts. */
const FULL_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  `yg: yang, sdh: sudah, tdk: tidak, blm: belum, krn: karena, dgn: dengan, thn: tahun, jln: Jalan,
   kec: Kecamatan, ds: Desa, mhn: mohon, utk: untuk, tp: tetapi, dpn: depan, smp: sampai, trs: terus,
   org: orang, byk: banyak, klo: kalau, hrs: harus, spy: supaya, knp: kenapa, gmn: bagaimana, jd: jadi,
   sblm: sebelum, dr: dari, skrg: sekarang, lg: lagi, bln: bulan, jg: juga, wkt: waktu,
   trims: terima kasih, msh: masih, stlh: setelah, blkg: belakang, dlm: dalam`
    .split(/,\s+/)
    .map((line) => line.split(': ')),
);

/** What the admin makes of a reporter's text: abbreviations written out, sentences with capitals. */
export function edited(text: string): string {
  const calm = text === text.toUpperCase() ? text.toLowerCase() : text;
  return calm
    .replace(/\b[a-z]+\b/g, (word) => FULL_WORDS[word] ?? word)
    .replace(/(^|[.?!]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A long-winded chronology of about 8,000 characters, as some reporters send it. */
export function chronology(random: Random, subject: string): string {
  const steps = [
    'saya datang ke kantor desa bertemu kaur pemerintahan, disuruh kembali lusa',
    'saya kembali membawa fotokopi ktp dan kk rangkap tiga, petugasnya sedang rapat di kecamatan',
    'saya telepon nomor pengaduan yang ditempel di dinding, tidak diangkat, lalu saya kirim wa centang satu',
    'tetangga saya yang mengurus belakangan malah sudah selesai, katanya ada yang bantu',
    'hujan deras, keadaannya makin parah, foto-foto saya lampirkan tapi tidak bisa terkirim semua',
    'saya bertemu bapak kepala dusun di warung, katanya sudah disampaikan tapi belum ada jawaban dari atas',
    'saya menulis surat dengan tangan, diterima satpam, tidak diberi tanda terima',
    'anak saya membantu membuat laporan ini karena saya tidak pandai memakai hp',
  ] as const;
  const lines = [
    `Kronologi ${subject}. Mohon dibaca sampai selesai, karena saya sudah bosan mengulang cerita ini.`,
  ];
  for (let day = 1; lines.join('\n').length < 7_900; day++) {
    lines.push(
      `${day}. Pada hari ke-${day * random.between(1, 3)} pukul ${random.between(8, 15)}.${random.between(10, 59)} WIB ${random.pick(steps)}.`,
    );
  }
  return lines.join('\n');
}

export const LONG_TITLE =
  'Permohonan Perbaikan Jalan, Jembatan, Parit, Lampu Jalan, Serta Penertiban Parkir Dan Pedagang Kaki Lima Di Sepanjang Jalan Besar Dari Simpang Empat Pasar Lama Sampai Perbatasan Kecamatan Yang Sudah Bertahun-Tahun Tidak Mendapat Perhatian Dari Pihak Manapun Meskipun Sudah Berkali-Kali Dilaporkan Warga Setempat';

export const SHORT_SMS = [
  'lampu mati lg dijln besar tlg pak dr td mlm gelap x',
  'tlg pak jln rusak',
  'kpn diperbaiki???',
] as const;

export const REPLIES = [
  'terima kasih',
  'belum ada perbaikan',
  'Terima kasih atas tanggapannya, semoga segera dikerjakan 🙏',
  'mana? sampai hari ini belum ada yang datang',
  'sudah diperbaiki 2 titik pak, tinggal yang di ujung belum',
  'Mauliate godang, sudah terang',
  'petugasnya datang cuma foto-foto saja lalu pergi',
] as const;
