import type { Case, Topic } from './topic.ts';
import { TRANSPORT_TOPICS } from './topics-transport.ts';

const ANSWERS = [
  'Terima kasih atas laporan Saudara. Petugas kami sudah turun ke lokasi dan menindaklanjutinya pada hari yang sama.',
  'Terima kasih atas laporan Saudara. Hal ini sudah kami periksa dan masuk jadwal pekerjaan bulan ini.',
  'Terima kasih. Laporan Saudara sudah kami teruskan kepada petugas wilayah {kec} dan hasilnya akan kami sampaikan di sini.',
] as const;
const NOTES = [
  'Koordinasi dengan kepala desa sudah dilakukan.',
  'Menunggu jadwal alat.',
  'Foto lokasi ada di grup kerja.',
];

function complaints(categoryId: string, path: string, cases: readonly [Case, ...Case[]]): Topic {
  return {
    categoryId,
    category: path.split(' > '),
    classification: 'pengaduan',
    cases,
    answers: ANSWERS,
    notes: NOTES,
  };
}
function questions(
  categoryId: string,
  path: string,
  cases: readonly [Case, ...Case[]],
  answer: string,
): Topic {
  return {
    ...complaints(categoryId, path, cases),
    classification: 'permintaan_informasi',
    answers: [answer],
    notes: [],
  };
}
function wishes(categoryId: string, path: string, cases: readonly [Case, ...Case[]]): Topic {
  return { ...complaints(categoryId, path, cases), classification: 'aspirasi' };
}

/** By the id of the agency. */
export const TOPICS: Readonly<Record<string, readonly [Topic, ...Topic[]]>> = {
  '7001': TRANSPORT_TOPICS,
  '7002': [
    complaints('100', 'PEKERJAAN UMUM DAN PENATAAN RUANG > INFRASTRUKTUR JALAN > JALAN BERLUBANG', [
      [
        'Jalan Rusak Di {desa}',
        'jln {jalan} dari {desa} smp simpang hancur, sdh {n} thn tdk diaspal. klo hujan kayak kolam lele',
      ],
      [
        'Jalan {jalan} Berlubang Parah',
        'MOHON PERHATIAN BAPAK BUPATI. JALAN {jalan} KEC {kec} SUDAH SEPERTI KUBANGAN KERBAU. SUDAH {n} ORANG JATUH MINGGU INI',
      ],
      [
        'Jalan {desa} Rusak Dilewati Truk Sawit',
        'dalan nang {desa} rusak parah pak, truk sawit lewat terus. kapan didandani?',
      ],
      [
        'Aspal {jalan} Mengelupas Lagi',
        'baru {n} bulan diaspal jln {jalan} sdh ngelupas lg, gimana kualitasnya ini pak',
      ],
    ]),
    complaints('114', 'PEKERJAAN UMUM DAN PENATAAN RUANG > JEMBATAN', [
      [
        'Lantai Jembatan {desa} Lapuk',
        'jembatan penghubung {desa} papannya lapuk, {n} keping sdh jatuh. anak sekolah lewat situ tiap hari',
      ],
      [
        'Tembok Jembatan {jalan} Longsor',
        'tembok penahan jembatan {jalan} longsor semalam stlh banjir, mhn ditinjau sblm putus',
      ],
    ]),
  ],
  '7003': [
    complaints('105', 'LINGKUNGAN HIDUP DAN KEHUTANAN > PENGELOLAAN SAMPAH', [
      [
        'Sampah Tidak Diangkut Di Jalan {jalan}',
        'sampah di pinggir jln {jalan} sdh {n} hari tdk diangkut, bau sekali dan byk lalat 🤢',
      ],
      [
        'Sampah Menumpuk Di Pasar {desa}',
        'tolong lah pak sampah di pajak {desa} menumpuk smp ke badan jalan, padahal kami bayar retribusi tiap bulan',
      ],
      [
        'Tps Liar Di {desa}',
        'ada yg buang sampah pakai mobil pickup tiap malam jam {n} di lahan kosong {desa}, mhn dipasang plang & cctv',
      ],
    ]),
    complaints('115', 'LINGKUNGAN HIDUP DAN KEHUTANAN > PENCEMARAN', [
      [
        'Air Sungai Hitam Di {desa}',
        'air sungai di {desa} hitam dan berbusa tiap malam, ikan mati {n} kolam. diduga limbah pabrik di hulu',
      ],
      [
        'Asap Pembakaran Ban {desa}',
        'asap pembakaran di blkg rumah kami {desa} tiap sore, anak saya umur {n} thn sesak napas',
      ],
    ]),
  ],
  '7004': [
    complaints('103', 'KESEHATAN > PELAYANAN KESEHATAN', [
      ['Mohon Fogging Di {desa}', 'mohon fogging di {desa} sdh ada {n} org kena dbd, 2 msh opname'],
      [
        'Pelayanan Puskesmas {kec} Lambat',
        'antri di puskesmas {kec} dr jam 7 smp jam {n} blm dipanggil, petugas loket cuma 1',
      ],
      [
        'Obat Kosong Di Pustu {desa}',
        'obat darah tinggi di pustu {desa} kosong trs, disuruh beli di luar. bapak saya alm dulu jg begitu',
      ],
    ]),
    questions(
      '116',
      'KESEHATAN > JAMINAN KESEHATAN',
      [
        [
          'Bpjs Pbi Tidak Aktif',
          'bpjs pbi ibu saya tiba2 non aktif padahal mau cuci darah, {n} hari lg jadwalnya. mhn bantuan',
        ],
        ['Cara Daftar Uhc', 'gmn cara daftar berobat gratis pakai ktp saja di kab ini?'],
      ],
      'Silakan datang ke Dinas Kesehatan dengan KTP dan KK; pengaktifan selesai pada hari yang sama.',
    ),
  ],
  '7005': [
    complaints('104', 'PENDIDIKAN DAN KEBUDAYAAN > BIAYA SEKOLAH', [
      [
        'Pungutan Uang Perpisahan Smp Negeri',
        'anak saya di smp negeri diminta uang perpisahan {n}50rb klo tdk bayar rapor ditahan. apa boleh?',
      ],
      [
        'Lks Wajib Beli Di Sekolah',
        'wali kelas suruh beli lks {n} buku di koperasi, katanya wajib. kami org susah pak',
      ],
    ]),
    complaints('108', 'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR', [
      [
        'Dugaan Pungli Penerimaan Siswa Baru',
        'ada oknum minta {n} juta spy anak bisa masuk sekolah negeri, saya punya bukti chat',
      ],
      ['Potongan Dana Pip', 'dana pip anak saya dipotong {n}00rb oleh operator, katanya utk administrasi'],
    ]),
    complaints('117', 'PENDIDIKAN DAN KEBUDAYAAN > SARANA SEKOLAH', [
      ['Atap Sd {desa} Bocor', 'atap sd di {desa} bocor {n} ruangan, klo hujan murid dipulangkan'],
      ['Wc Sekolah Rusak', 'wc sekolah cuma 1 yg bisa dipakai utk {n}00 murid'],
    ]),
  ],
  '7006': [
    complaints('102', 'KEPENDUDUKAN > KTP', [
      [
        'E-Ktp Belum Jadi Sejak Juni',
        'sdh {n} bulan rekam ektp di kantor camat {kec} tp smp skrg blm jadi, alasan blanko habis trs',
      ],
      [
        'Nik Tidak Ditemukan',
        'nik saya tdk ditemukan wkt daftar bpjs, sdh 2x ke kantor disuruh tunggu {n} hari',
      ],
    ]),
    questions(
      '118',
      'KEPENDUDUKAN > PINDAH DATANG',
      [
        [
          'Syarat Pindah Domisili Ke {desa}',
          'apa saja syarat pindah domisili ke {desa}? apakah bisa online min',
        ],
        [
          'Cara Urus Akta Kelahiran',
          'cara urus akta kelahiran anak umur {n} thn gmn ya, surat bidannya hilang',
        ],
      ],
      'Syaratnya surat pindah atau keterangan lahir, KK, dan KTP asli. Pengurusan gratis dan dapat dilakukan di kantor kecamatan.',
    ),
  ],
  '7007': [
    complaints('101', 'SOSIAL DAN KESEJAHTERAAN > BANTUAN SOSIAL > PKH', [
      [
        'Lansia Belum Dapat Bantuan Di {desa}',
        'assalamualaikum, ibu saya janda umur {n}5 thn di {desa} tdk pernah dapat bantuan padahal tetangga yg mampu dapat. mhn didata ulang',
      ],
      [
        'Blt Belum Cair',
        'blt tahap {n} knp blm cair pak, di desa sebelah sdh. aha do alana, nunga leleng hami paimahon',
      ],
      ['Saldo Kartu Kks Nol', 'kartu kks saya saldo nol sdh {n} bulan, pendamping tdk bisa dihubungi'],
    ]),
  ],
  '7008': [
    complaints('107', 'KETENTERAMAN, KETERTIBAN UMUM, DAN PELINDUNGAN MASYARAKAT > KERESAHAN MASYARAKAT', [
      [
        'Karaoke Sampai Pagi Di {desa}',
        'karaoke di {desa} smp jam {n} pagi tiap malam, kami tdk bisa tidur, ada bayi',
      ],
      ['Pkl Di Trotoar {jalan}', 'pkl di trotoar jln {jalan} makin byk, pejalan kaki turun ke jalan'],
      ['Ternak Berkeliaran Di {desa}', 'lembu berkeliaran di jln {jalan} malam2, sdh {n} x ditabrak org'],
    ]),
  ],
  '7009': [
    complaints('119', 'PERDAGANGAN > PASAR', [
      ['Atap Pasar {kec} Bocor', 'atap pajak {kec} bocor {n} titik, dagangan basah semua'],
      ['Harga Minyak Goreng Di Atas Het', 'minyak goreng subsidi dijual {n}rb di atas het di {desa}'],
      [
        'Timbangan Curang Pasar {desa}',
        'timbangan pedagang di pasar {desa} kurang {n} ons tiap kilo, mhn ditera ulang',
      ],
    ]),
  ],
  '7010': [
    complaints('109', 'PEKERJAAN UMUM DAN PENATAAN RUANG > DRAINASE (GORONG-GORONG/PARIT)', [
      [
        'Parit Tersumbat, Air Masuk Rumah Warga',
        'parit dpn rumah tersumbat semen bekas proyek, hujan {n} jam langsung banjir selutut 😭',
      ],
      [
        'Drainase Jalan {jalan} Mampet',
        'drainase jln {jalan} mampet penuh sampah, air hitam tergenang sdh {n} minggu byk jentik',
      ],
    ]),
    wishes('109', 'PEKERJAAN UMUM DAN PENATAAN RUANG > DRAINASE (GORONG-GORONG/PARIT)', [
      [
        'Usul Pembangunan Parit {desa}',
        'mengusulkan pembuatan parit di {desa} kec {kec} krn setiap hujan air masuk rumah warga {n} rumah',
      ],
    ]),
    wishes('120', 'PERUMAHAN > RUMAH TIDAK LAYAK HUNI', [
      [
        'Mohon Bedah Rumah Di {desa}',
        'mohon bantuan bedah rumah utk nek di {desa} umur {n}0 thn, atap rumbia dinding tepas sdh bolong',
      ],
    ]),
  ],
  '7011': [
    complaints('121', 'PEMERINTAHAN > PELAYANAN KECAMATAN', [
      [
        'Kantor Camat Kosong Jam Kerja',
        'kantor camat jam {n} siang sdh kosong, mau urus surat ahli waris disuruh besok lg besok lg',
      ],
      [
        'Surat Tanah Lama Selesai',
        'pengurusan surat tanah di kecamatan sdh {n} bulan blm siap, ada yg bilang hrs kasih uang rokok',
      ],
    ]),
    complaints('108', 'POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR', [
      [
        'Pungli Urus Surat Di Desa {desa}',
        'kades {desa} minta {n}00rb utk tanda tangan surat keterangan, tdk ada kwitansi',
      ],
    ]),
  ],
  '7012': [
    complaints('122', 'ENERGI DAN SUMBER DAYA ALAM > AIR BERSIH', [
      [
        'Air Pdam Mati Di {desa}',
        'air pdam di {desa} mati sdh {n} hari, tdk ada pemberitahuan. kami beli air jerigen',
      ],
      ['Air Pdam Keruh Dan Bau', 'air keruh kayak teh susu trs bau lumpur, {n} hari ini'],
      ['Tagihan Air Melonjak', 'tagihan air saya biasanya 80rb kok jadi {n}00rb padahal rumah kosong'],
    ]),
  ],
};
