import type { Agency } from '#shared/domain/people/roles.ts';

/** An invented regency: no such place, office or person exists. */
export const REGENCY = 'Kab. Sei Melati';
export const PROVINCE = 'Sumatera Utara';
export const PARENT_AGENCY = 'Pemerintah Kabupaten Sei Melati';

/** The villages of each district. */
export const VILLAGES: Readonly<Record<string, readonly string[]>> = {
  'Lubuk Melati': ['Melati Kota', 'Cemara Indah', 'Pasar Lama', 'Bakaran Dalam'],
  'Sei Kuning': ['Sei Kuning Hilir', 'Tebing Kuning', 'Dusun Rambai'],
  'Percut Rambung': ['Rambung Baru', 'Bandar Kelapa', 'Kolam Rambung', 'Laut Tador Kecil'],
  'Tanjung Sena': ['Sena Timur', 'Sena Barat', 'Bangun Sena'],
  'Biru Hulu': ['Sidomakmur Biru', 'Namo Biru', 'Penen Hulu'],
  'Galang Sari': ['Galang Sari Kota', 'Jati Sari', 'Tanjung Sari Kecil'],
  'Batang Rawa': ['Rawa Pekan', 'Tengah Rawa', 'Paya Rawa'],
  'Deli Rimba': ['Kedai Rimba', 'Mekar Rimba', 'Suka Rimba'],
  'Pagar Jati': ['Jati Rejo', 'Sukamandi Jati', 'Pasar Jati'],
  'Gunung Sinar': ['Sinar Gunung', 'Kuta Sinar', 'Rumah Sinar'],
  'Pantai Cemara': ['Cemara Kuala', 'Pantai Kerang', 'Paluh Cemara'],
  'Sibiru Raya': ['Bandar Biru', 'Rumah Lengkuas', 'Buah Nabar Raya'],
};

const listed = (names: string): readonly string[] => names.split(', ');

export const STREETS = listed(
  'Cemara, Pendidikan, Melati Raya, Merdeka, Perintis, Pembangunan, Sudirman, Masjid, Irigasi, Stasiun, ' +
    'Pasar Lama, Kebun Sayur, Mawar, Besar Hulu, Karya Bakti',
);
export const FIRST_NAMES = listed(
  'Budi, Siti, Rosdiana, Togar, Tiur, Dewi, Joko, Rahmat, Lestari, Parlindungan, Nurhayati, Suparman, Melva, ' +
    'Iskandar, Yuni',
);
export const INITIALS = listed('S***, H***, L***, P***, G***, N***, T***');
/** As often as people use them. */
export const CHANNELS = listed(
  'Website, Website, Website, Android, Android, Android - seimelatikab, Whatsapp, Whatsapp, SMS, Twitter, ' +
    'Instagram, Tatap Muka, Call Center 112',
);

export type DemoAgency = Agency & {
  /** Shares of the 600 complaints. */
  readonly open: number;
  readonly closed: number;
  /** Invented; the first answers, the second writes notes. */
  readonly staff: readonly [string, string];
};

/** Twelve agencies. The first one is the busy one, whose officer the demonstration enrols. */
export const AGENCIES = (
  [
    ['Dinas Perhubungan', 92, 63, 'Rina Sitepu', 'Regu Lapangan Perhubungan'],
    ['Dinas Pekerjaan Umum dan Penataan Ruang', 34, 40, 'Darwin Manik', 'UPT Jalan Wilayah I'],
    ['Dinas Lingkungan Hidup', 21, 29, 'Fitri Handayani', 'Koordinator Armada'],
    ['Dinas Kesehatan', 18, 28, 'Marlina Purba', 'Seksi P2P'],
    ['Dinas Pendidikan', 17, 27, 'Agus Salim Tarihoran', 'Bidang Pembinaan SMP'],
    ['Dinas Kependudukan dan Pencatatan Sipil', 19, 27, 'Yusnita Lubis', 'Operator Rekam Data'],
    ['Dinas Sosial', 17, 25, 'Hotma Simarmata', 'Pendamping PKH'],
    ['Satuan Polisi Pamong Praja', 12, 22, 'Iwan Setiadi', 'Regu Patroli B'],
    ['Dinas Perindustrian dan Perdagangan', 9, 18, 'Nur Aisyah Daulay', 'Pengelola Pasar'],
    ['Dinas Perumahan dan Kawasan Permukiman', 12, 20, 'Bonar Sihite', 'Seksi Drainase'],
    ['Kecamatan Lubuk Melati', 8, 16, 'Sri Wahyuni', 'Kasi Trantib'],
    ['Perumda Air Minum Tirta Melati', 10, 16, 'Hendra Gunawan', 'Unit Pelayanan Melati Kota'],
  ] as const
).map(
  ([name, open, closed, ...staff], i): DemoAgency => ({ id: String(7001 + i), name, open, closed, staff }),
);
