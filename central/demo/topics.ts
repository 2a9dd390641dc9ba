import type { Topic } from './topic.ts';
import { TRANSPORT_TOPICS } from './topics-transport.ts';

const DONE =
  'Terima kasih atas laporan Saudara. Petugas kami sudah turun ke lokasi pada hari yang sama dan menindaklanjutinya.';
const PLANNED =
  'Terima kasih atas laporan Saudara. Hal ini sudah kami survei dan masuk jadwal pekerjaan bulan ini.';

function topic(
  categoryId: string,
  path: string,
  titles: Topic['titles'],
  bodies: Topic['bodies'],
  answers: Topic['answers'] = [DONE, PLANNED],
  classification: Topic['classification'] = 'pengaduan',
  notes: Topic['notes'] = ['Koordinasi dengan kepala desa sudah dilakukan.', 'Menunggu jadwal alat.'],
): Topic {
  return { categoryId, category: path.split(' > '), classification, titles, bodies, answers, notes };
}

/** By the id of the OPD. */
export const TOPICS: Readonly<Record<string, readonly [Topic, ...Topic[]]>> = {
  '7001': TRANSPORT_TOPICS,
  '7002': [
    topic(
      '100',
      'PEKERJAAN UMUM DAN PENATAAN RUANG > INFRASTRUKTUR JALAN > JALAN BERLUBANG',
      ['Jalan Rusak Di {desa}', 'Jalan {jalan} Berlubang Parah', 'Aspal {jalan} Hancur Lagi'],
      [
        'jln {jalan} dari {desa} smp simpang hancur, sdh {n} thn tdk diaspal. klo hujan kayak kolam lele',
        'MOHON PERHATIAN BAPAK BUPATI. JALAN {jalan} KEC {kec} SUDAH SEPERTI KUBANGAN KERBAU. SUDAH {n} ORANG JATUH MINGGU INI',
        'dalan nang {desa} rusak parah pak, truk sawit lewat terus. kapan didandani?',
        'baru {n} bulan diaspal jln {jalan} sdh ngelupas lg, gimana kualitasnya ini pak',
      ],
    ),
    topic(
      '114',
      'PEKERJAAN UMUM DAN PENATAAN RUANG > JEMBATAN',
      ['Jembatan {desa} Nyaris Putus', 'Lantai Jembatan Lapuk Di {desa}'],
      [
        'jembatan penghubung {desa} papannya lapuk, {n} keping sdh jatuh. anak sekolah lewat situ tiap hari',
        'tembok penahan jembatan {jalan} longsor semalam stlh banjir, mhn ditinjau sblm putus',
      ],
    ),
  ],
  '7003': [
    topic(
      '105',
      'LINGKUNGAN HIDUP DAN KEHUTANAN > PENGELOLAAN SAMPAH',
      ['Sampah Menumpuk Di Pasar {kec}', 'Sampah Tidak Diangkut Di {desa}', 'Tps Liar Jalan {jalan}'],
      [
        'sampah di pinggir jln {jalan} sdh {n} hari tdk diangkut, bau sekali dan byk lalat 🤢',
        'tolong lah pak sampah di pajak {desa} menumpuk smp ke badan jalan, padahal kami bayar retribusi tiap bulan',
        'ada yg buang sampah pakai mobil pickup tiap malam jam {n} di lahan kosong {desa}, mhn dipasang plang & cctv',
      ],
    ),
    topic(
      '115',
      'LINGKUNGAN HIDUP DAN KEHUTANAN > PENCEMARAN',
      ['Bau Limbah Pabrik Di {desa}', 'Air Sungai Hitam Di {desa}', 'Asap Pembakaran Ban {desa}'],
      [
        'air sungai di {desa} hitam dan berbusa tiap malam, ikan mati {n} kolam. diduga limbah pabrik di hulu',
        'asap pembakaran di blkg rumah kami {desa} tiap sore, anak saya umur {n} thn sesak napas',
      ],
    ),
  ],
  '7004': [
    topic(
      '103',
      'KESEHATAN > PELAYANAN KESEHATAN',
      ['Mohon Fogging Di {desa}', 'Pelayanan Puskesmas {kec} Lambat', 'Obat Kosong Di Pustu {desa}'],
      [
        'mohon fogging di {desa} sdh ada {n} org kena dbd, 2 msh opname',
        'antri di puskesmas {kec} dr jam 7 smp jam {n} blm dipanggil, petugas loket cuma 1',
        'obat darah tinggi di pustu {desa} kosong trs, disuruh beli di luar. bapak saya alm dulu jg begitu',
      ],
    ),
    topic(
      '116',
      'KESEHATAN > JAMINAN KESEHATAN',
      ['Bpjs Pbi Tidak Aktif', 'Cara Daftar Uhc'],
      [
        'bpjs pbi ibu saya tiba2 non aktif padahal mau cuci darah, {n} hari lg jadwalnya. mhn bantuan',
        'gmn cara daftar berobat gratis pakai ktp saja di kab ini?',
      ],
      ['Silakan datang ke Dinas Kesehatan dengan KTP dan KK; pengaktifan selesai pada hari yang sama.'],
      'permintaan_informasi',
    ),
  ],
  '7005': [
    topic(
      '104',
      'PENDIDIKAN DAN KEBUDAYAAN > BIAYA SEKOLAH',
      ['Pungutan Uang Perpisahan Smp Negeri', 'Uang Komite Wajib Di Sd {desa}', 'Lks Wajib Beli Di Sekolah'],
      [
        'anak saya di smp negeri diminta uang perpisahan {n}50rb klo tdk bayar rapor ditahan. apa boleh?',
        'wali kelas suruh beli lks {n} buku di koperasi, katanya wajib. kami org susah pak',
      ],
    ),
    topic(
      '108',
      'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR',
      ['Dugaan Pungli Penerimaan Siswa Baru', 'Potongan Dana Pip'],
      [
        'ada oknum minta {n} juta spy anak bisa masuk sekolah negeri, saya punya bukti chat',
        'dana pip anak saya dipotong {n}00rb oleh operator, katanya utk administrasi',
      ],
    ),
    topic(
      '117',
      'PENDIDIKAN DAN KEBUDAYAAN > SARANA SEKOLAH',
      ['Atap Sd {desa} Bocor', 'Wc Sekolah Rusak'],
      [
        'atap sd di {desa} bocor {n} ruangan, klo hujan murid dipulangkan',
        'wc sekolah cuma 1 yg bisa dipakai utk {n}00 murid',
      ],
    ),
  ],
  '7006': [
    topic(
      '102',
      'KEPENDUDUKAN > KTP',
      ['E-Ktp Belum Jadi Sejak Juni', 'Rekam Ktp {kec} Selalu Tutup', 'Nik Tidak Ditemukan'],
      [
        'sdh {n} bulan rekam ektp di kantor camat {kec} tp smp skrg blm jadi, alasan blanko habis trs',
        'nik saya tdk ditemukan wkt daftar bpjs, sdh 2x ke kantor disuruh tunggu {n} hari',
      ],
    ),
    topic(
      '118',
      'KEPENDUDUKAN > PINDAH DATANG',
      ['Syarat Pindah Domisili Dari Luar Kabupaten', 'Cara Urus Akta Kelahiran'],
      [
        'apa saja syarat pindah domisili ke {desa}? apakah bisa online min',
        'cara urus akta kelahiran anak umur {n} thn gmn ya, surat bidannya hilang',
      ],
      [
        'Syaratnya surat pindah dari daerah asal, KK, dan KTP asli. Pengurusan gratis dan dapat dilakukan di kantor kecamatan.',
      ],
      'permintaan_informasi',
    ),
  ],
  '7007': [
    topic(
      '101',
      'SOSIAL DAN KESEJAHTERAAN > BANTUAN SOSIAL > PKH',
      ['Blt Belum Cair', 'Bansos Salah Sasaran Di {desa}', 'Lansia Belum Dapat Bantuan'],
      [
        'assalamualaikum, ibu saya janda umur {n}5 thn di {desa} tdk pernah dapat bantuan padahal tetangga yg mampu dapat. mhn didata ulang',
        'blt tahap {n} knp blm cair pak, di desa sebelah sdh. ate do hami on, na so adong manang aha',
        'kartu kks saya saldo nol sdh {n} bulan, pendamping tdk bisa dihubungi',
      ],
    ),
  ],
  '7008': [
    topic(
      '107',
      'KETENTERAMAN, KETERTIBAN UMUM, DAN PELINDUNGAN MASYARAKAT > KERESAHAN MASYARAKAT',
      ['Karaoke Sampai Pagi', 'Pkl Di Trotoar {jalan}', 'Ternak Berkeliaran Di {desa}'],
      [
        'karaoke di {desa} smp jam {n} pagi tiap malam, kami tdk bisa tidur, ada bayi',
        'pkl di trotoar jln {jalan} makin byk, pejalan kaki turun ke jalan',
        'lembu berkeliaran di jln {jalan} malam2, sdh {n} x ditabrak org',
      ],
    ),
  ],
  '7009': [
    topic(
      '119',
      'PERDAGANGAN > PASAR',
      ['Atap Pasar {kec} Bocor', 'Harga Minyak Goreng Di Atas Het', 'Timbangan Curang Pasar {desa}'],
      [
        'atap pajak {kec} bocor {n} titik, dagangan basah semua',
        'minyak goreng subsidi dijual {n}rb di atas het di {desa}',
        'timbangan pedagang di pasar {desa} kurang {n} ons tiap kilo, mhn ditera ulang',
      ],
    ),
  ],
  '7010': [
    topic(
      '109',
      'PEKERJAAN UMUM DAN PENATAAN RUANG > DRAINASE (GORONG-GORONG/PARIT)',
      [
        'Parit Tersumbat, Air Masuk Rumah Warga',
        'Usul Pembangunan Parit Dusun {n}',
        'Drainase Jalan {jalan} Mampet',
      ],
      [
        'mengusulkan pembuatan parit di {desa} kec {kec} krn setiap hujan air masuk rumah warga {n} rumah',
        'parit dpn rumah tersumbat semen bekas proyek, hujan {n} jam langsung banjir selutut 😭',
      ],
    ),
    topic(
      '120',
      'PERUMAHAN > RUMAH TIDAK LAYAK HUNI',
      ['Mohon Bedah Rumah Di {desa}', 'Rumah Nenek Hampir Roboh'],
      ['mohon bantuan bedah rumah utk nek {desa} umur {n}0 thn, atap rumbia dinding tepas sdh bolong'],
      undefined,
      'aspirasi',
    ),
  ],
  '7011': [
    topic(
      '121',
      'PEMERINTAHAN > PELAYANAN KECAMATAN',
      ['Kantor Camat Tutup Jam Kerja', 'Surat Tanah Lama Selesai'],
      [
        'kantor camat jam {n} siang sdh kosong, mau urus surat ahli waris disuruh besok lg besok lg',
        'pengurusan surat tanah di kecamatan sdh {n} bulan blm siap, ada yg bilang hrs kasih uang rokok',
      ],
    ),
    topic(
      '108',
      'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR',
      ['Pungli Urus Surat Di Desa {desa}'],
      ['kades {desa} minta {n}00rb utk tanda tangan surat keterangan, tdk ada kwitansi'],
    ),
  ],
  '7012': [
    topic(
      '122',
      'ENERGI DAN SUMBER DAYA ALAM > AIR BERSIH',
      ['Air Pdam Mati Di {desa}', 'Air Pdam Keruh Dan Bau', 'Tagihan Air Melonjak'],
      [
        'air pdam di {desa} mati sdh {n} hari, tdk ada pemberitahuan. kami beli air jerigen',
        'air keruh kayak teh susu trs bau lumpur, {n} hari ini',
        'tagihan air saya biasanya 80rb kok jadi {n}00rb padahal rumah kosong',
      ],
    ),
  ],
};
