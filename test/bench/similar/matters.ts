/** What people write about, each in several people's words. Invented, like every place in `places.ts`. */
export type Matter = {
  readonly category: readonly [string, ...string[]];
  readonly things: Words;
  readonly states: Words;
  /** What comes of it; any of them may be said of any place. */
  readonly harms: Words;
};
export type Words = readonly [string, ...string[]];

function matter(category: string, things: string, states: string, harms: string): Matter {
  return {
    category: split(category, ' > '),
    things: split(things, ' | '),
    states: split(states, ' | '),
    harms: split(harms, ' | '),
  };
}
export function split(text: string, between: string): Words {
  const [first = '', ...others] = text.replace(/\s+/g, ' ').trim().split(between);
  return [first, ...others];
}

export const MATTERS: readonly [Matter, ...Matter[]] = [
  matter(
    'PEKERJAAN UMUM > JALAN BERLUBANG',
    'jalan | badan jalan | aspal | jalan utama',
    'berlubang | rusak parah | hancur | banyak lubang besar | penuh lubang',
    `sudah banyak pengendara motor jatuh | kalau hujan lubangnya tergenang dan tidak kelihatan | ban motor saya sampai pecah |
     anak sekolah susah lewat | mobil harus zig zag menghindari lubang | kemarin ada ibu hamil terjatuh`,
  ),
  matter(
    'PEKERJAAN UMUM > JEMBATAN',
    'jembatan | jembatan penghubung | titi penyeberangan',
    'rusak | papannya lapuk | mau ambruk | lantainya bolong | besinya sudah karatan',
    `warga takut melintas | anak sekolah terpaksa memutar jauh | roda becak tersangkut di sela papan | pegangannya sudah hilang |
     mobil tidak bisa lewat lagi`,
  ),
  matter(
    'PERHUBUNGAN > LAMPU PENERANGAN JALAN',
    'lampu jalan | lampu penerangan jalan | PJU | lampu tiang',
    'mati | padam | tidak menyala | mati total | tidak hidup lagi',
    `kalau malam gelap gulita | rawan begal dan jambret | ibu pengajian takut pulang malam | sudah ada yang jatuh karena gelap |
     anak muda jadi mabuk di tempat gelap itu`,
  ),
  matter(
    'PERHUBUNGAN > PARKIR LIAR',
    'parkir liar | juru parkir | mobil parkir sembarangan | tukang parkir',
    'bikin macet | minta uang paksa | tanpa karcis | makan badan jalan | meresahkan',
    `setiap pagi macet panjang | dimintai lima ribu tanpa karcis | kalau tidak dikasih marah | ambulans susah lewat |
     pejalan kaki terpaksa turun ke aspal`,
  ),
  matter(
    'LINGKUNGAN HIDUP > SAMPAH',
    'sampah | tumpukan sampah | sampah rumah tangga | bak sampah',
    'tidak diangkut | menumpuk | berserakan | menggunung | meluber ke jalan',
    `baunya menyengat sampai ke rumah | banyak lalat dan belatung | dikorek anjing tiap malam | truk sampah tidak pernah datang |
     warga mulai membakar sendiri`,
  ),
  matter(
    'PERUMAHAN > DRAINASE',
    'parit | drainase | selokan | saluran air',
    'tersumbat | mampet | meluap | penuh lumpur | dangkal tertutup tanah',
    `air masuk ke rumah warga | jadi sarang nyamuk | banyak yang kena demam berdarah | hujan sebentar langsung banjir |
     airnya hitam dan bau`,
  ),
  matter(
    'AIR MINUM > GANGGUAN PASOKAN',
    'air PDAM | air bersih | air leding | kran air',
    'tidak mengalir | mati | keruh | cuma menetes | kotor berbau',
    `terpaksa beli air galon | tagihan tetap penuh | mandi harus ke sungai | sudah telepon kantor tidak diangkat |
     bayi kami butuh air bersih`,
  ),
  matter(
    'AIR MINUM > PIPA BOCOR',
    'pipa PDAM | pipa air | pipa induk',
    'bocor | pecah | menyembur | rembes ke jalan',
    `air terbuang percuma | jalan jadi licin | aspal ikut terkikis | tekanan air ke rumah jadi kecil`,
  ),
  matter(
    'LINGKUNGAN HIDUP > POHON',
    'pohon besar | pohon tua | dahan pohon | pohon pinggir jalan',
    'mau tumbang | miring | sudah lapuk | menimpa kabel | menutupi jalan',
    `takut menimpa rumah | kemarin dahannya jatuh kena motor | kabel listrik sampai putus | kalau angin kencang kami tidak berani tidur`,
  ),
  matter(
    'TRANTIB > PEDAGANG KAKI LIMA',
    'pedagang kaki lima | PKL | lapak pedagang | pedagang pasar tumpah',
    'menutup trotoar | berjualan di badan jalan | semrawut | tidak tertib',
    `pejalan kaki tidak punya tempat | macet tiap pagi | sampahnya ditinggal begitu saja | sudah ditegur balik lagi`,
  ),
  matter(
    'TRANTIB > GANGGUAN KEBISINGAN',
    'kafe | tempat karaoke | musik keras | warung remang',
    'berisik sampai subuh | sangat mengganggu | buka sampai pagi | tidak ada izin',
    `warga tidak bisa tidur | anak kami besok sekolah | sering ada keributan orang mabuk | sudah lapor kepala lingkungan`,
  ),
  matter(
    'LINGKUNGAN HIDUP > PENCEMARAN',
    'limbah pabrik | asap pabrik | limbah peternakan | pembuangan limbah',
    'mencemari sungai | bau busuk | dibuang sembarangan | menyesakkan napas',
    `ikan di sungai mati | sumur warga jadi bau | banyak yang batuk | kulit gatal setelah mandi`,
  ),
  matter(
    'PENDIDIKAN > SARANA SEKOLAH',
    'atap sekolah | ruang kelas | gedung SD | plafon kelas',
    'bocor | mau roboh | rusak berat | ambruk | tidak layak',
    `murid belajar sambil kehujanan | kelas terpaksa digabung | buku basah semua | orang tua khawatir`,
  ),
  matter(
    'PENDIDIKAN > PUNGUTAN',
    'uang komite | pungutan sekolah | iuran perpisahan | uang seragam',
    'memberatkan | wajib dibayar | tidak ada kuitansi | dipaksa',
    `rapor ditahan kalau belum bayar | kami buruh harian | katanya sekolah gratis | sudah ditanya tidak dijawab`,
  ),
  matter(
    'KESEHATAN > PELAYANAN PUSKESMAS',
    'puskesmas | pelayanan puskesmas | petugas puskesmas | loket puskesmas',
    'lambat | tidak ramah | tutup sebelum jam | dokter tidak ada | antre lama sekali',
    `pasien tua menunggu berjam-jam | obat disuruh beli di luar | kartu BPJS ditolak | anak demam tidak dilayani`,
  ),
  matter(
    'KEPENDUDUKAN > KTP DAN KK',
    'pengurusan KTP | kartu keluarga | rekam KTP elektronik | akta kelahiran',
    'lama sekali | belum jadi | dipersulit | blangko kosong | minta uang',
    `sudah bolak balik lima kali | perlu untuk melamar kerja | disuruh datang lagi minggu depan | anak tidak bisa daftar sekolah`,
  ),
  matter(
    'SOSIAL > BANTUAN SOSIAL',
    'bantuan sosial | BLT | bansos beras | PKH',
    'tidak tepat sasaran | dipotong | belum cair | salah data',
    `orang mampu malah dapat | nenek saya janda tidak terdaftar | dipotong seratus ribu | nama hilang dari daftar`,
  ),
  matter(
    'PERHUBUNGAN > TRUK MUATAN LEBIH',
    'truk galian | truk tanah | truk sawit | dump truck',
    'lewat terus | muatan lebih | ngebut | tidak ditutup terpal',
    `debunya masuk rumah | jalan jadi hancur | tanah berjatuhan licin kalau hujan | hampir menyerempet anak`,
  ),
  matter(
    'PERDAGANGAN > LPG',
    'gas elpiji 3 kg | gas melon | tabung gas subsidi',
    'langka | mahal | kosong di pangkalan | ditimbun',
    `harga sampai tiga puluh ribu | terpaksa masak pakai kayu | pangkalan bilang habis | antre dari subuh`,
  ),
  matter(
    'KESEHATAN > HEWAN DAN PENYAKIT',
    'anjing liar | anjing gila | kasus demam berdarah | nyamuk',
    'berkeliaran | menggigit warga | makin banyak | belum difogging',
    `sudah dua orang digigit | anak takut keluar | tiga anak dirawat | minta vaksin rabies`,
  ),
];

/** Said of a thing that one person saw and another may have seen too: they make an event what it is. */
export const DETAILS: Words = split(
  `depan masjid {nama} | dekat gereja {nama} | samping warung {nama} | sebelum jembatan {nama} | persis di tikungan {nama} |
   seberang toko bangunan {nama} | depan SD negeri {angka} | dekat gudang {nama} | di belakang pajak {nama} | arah perumahan {nama} |
   simpang {nama} | dekat pos ronda RT {angka} | depan bengkel {nama} | seberang SMP {nama} | dekat kuburan {nama} |
   samping lapangan bola {nama} | depan kantor desa | dekat rel kereta | depan posyandu {nama} | dekat pabrik {nama} |
   sepanjang {angka} ratus meter | sudah {angka} bulan begini | sejak kabelnya dicuri orang | sejak proyek galian kabel |
   setelah banjir bulan lalu | ada {angka} titik | setelah kontraktor pergi`,
  ' | ',
);
export const DETAIL_NAMES: Words = split(
  `Al Ikhlas | Nurul Huda | Taqwa | Bu Sari | Pak Kumis | Maju Jaya | Sinar Abadi | Anugerah | Griya Asri | Kembar | Sumber Rejeki |
   Mulia | Barokah | Harapan | Bintang | Kurnia | Melati Putih | Amanah | Sentosa | Rezeki Baru | Cahaya | Usaha Baru | Tiga Dara | Mandiri`,
  ' | ',
);

export const OPENINGS: Words = split(
  `Yth Bapak Bupati | Assalamualaikum | Selamat pagi pak | Horas | Mohon perhatian dinas terkait | Kepada Bapak Kepala Dinas |
   Saya warga ingin melapor | Min tolong diteruskan | Izin melapor | Mau lapor pak | Dengan hormat | Kami warga mengeluhkan`,
  ' | ',
);
export const CLOSINGS: Words = split(
  `Mohon segera diperbaiki | Terima kasih | Tolong ditindaklanjuti | Kapan ditangani pak | Semoga cepat ada tanggapan |
   Sudah lapor kepala desa tapi belum ada hasil | Mohon petugas turun ke lokasi | Jangan tunggu ada korban | Tolong lah pak |
   Kami bayar pajak tiap tahun | Mohon bantuannya | Atas perhatiannya kami ucapkan terima kasih`,
  ' | ',
);
export const STORIES: Words = split(
  `Saya sudah tinggal di sini sejak tahun sembilan puluhan dan baru kali ini separah ini |
   Minggu lalu saya mengantar orang tua berobat dan melihat sendiri keadaannya |
   Tetangga saya sudah pernah menyampaikan lewat telepon namun hanya dijawab akan dicatat |
   Kepala dusun bilang tidak ada anggaran dan menyuruh kami menunggu perubahan anggaran |
   Foto saya lampirkan supaya bapak ibu dapat melihat sendiri |
   Waktu kampanye dulu dijanjikan akan dibenahi tetapi sampai sekarang tidak ada kabar |
   Setiap hari saya lewat sini berangkat kerja ke kota dan pulang sudah gelap |
   Kemarin petugas datang hanya memotret lalu pergi tanpa bicara apa apa |
   Banyak orang luar yang lewat juga mengeluh hal yang sama |
   Kami pernah gotong royong tetapi alat dan dana warga tidak cukup |
   Saya menulis ini mewakili ibu ibu di lingkungan kami |
   Usaha kecil saya jadi sepi pembeli karena keadaan ini`,
  ' | ',
);
