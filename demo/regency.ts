import type { Agency } from '#shared/domain/people/roles.ts';

/** An invented regency: no such place, office or person exists. */
export const REGENCY = 'Kab. Sei Melati';
export const PROVINCE = 'Sumatera Utara';
export const PARENT_AGENCY = 'Pemerintah Kabupaten Sei Melati';

export type District = { readonly name: string; readonly villages: readonly [string, ...string[]] };

export const DISTRICTS: readonly [District, ...District[]] = [
  { name: 'Lubuk Melati', villages: ['Melati Kota', 'Cemara Indah', 'Pasar Lama', 'Bakaran Dalam'] },
  { name: 'Sei Kuning', villages: ['Sei Kuning Hilir', 'Tebing Kuning', 'Dusun Rambai'] },
  {
    name: 'Percut Rambung',
    villages: ['Rambung Baru', 'Bandar Kelapa', 'Kolam Rambung', 'Laut Tador Kecil'],
  },
  { name: 'Tanjung Sena', villages: ['Sena Timur', 'Sena Barat', 'Bangun Sena'] },
  { name: 'Biru Hulu', villages: ['Sidomakmur Biru', 'Namo Biru', 'Penen Hulu'] },
  { name: 'Galang Sari', villages: ['Galang Sari Kota', 'Jati Sari', 'Tanjung Sari Kecil'] },
  { name: 'Batang Rawa', villages: ['Rawa Pekan', 'Tengah Rawa', 'Paya Rawa'] },
  { name: 'Deli Rimba', villages: ['Kedai Rimba', 'Mekar Rimba', 'Suka Rimba'] },
  { name: 'Pagar Jati', villages: ['Jati Rejo', 'Sukamandi Jati', 'Pasar Jati'] },
  { name: 'Gunung Sinar', villages: ['Sinar Gunung', 'Kuta Sinar', 'Rumah Sinar'] },
  { name: 'Pantai Cemara', villages: ['Cemara Kuala', 'Pantai Kerang', 'Paluh Cemara'] },
  { name: 'Sibiru Raya', villages: ['Bandar Biru', 'Rumah Lengkuas', 'Buah Nabar Raya'] },
];

export const STREETS: readonly [string, ...string[]] = [
  'Cemara',
  'Pendidikan',
  'Melati Raya',
  'Merdeka',
  'Perintis',
  'Pembangunan',
  'Sudirman',
  'Masjid',
  'Irigasi',
  'Stasiun',
  'Pasar Lama',
  'Kebun Sayur',
  'Mawar',
  'Besar Hulu',
  'Karya Bakti',
];

export const FIRST_NAMES: readonly [string, ...string[]] = [
  'Budi',
  'Siti',
  'Rosdiana',
  'Togar',
  'Tiur',
  'Dewi',
  'Joko',
  'Rahmat',
  'Lestari',
  'Parlindungan',
  'Nurhayati',
  'Suparman',
  'Melva',
  'Iskandar',
  'Yuni',
];
export const INITIALS: readonly [string, ...string[]] = [
  'S***',
  'H***',
  'L***',
  'P***',
  'G***',
  'N***',
  'T***',
];

export const CHANNELS: readonly [string, ...string[]] = [
  'Website',
  'Website',
  'Website',
  'Android',
  'Android',
  'Android - seimelatikab',
  'Whatsapp',
  'Whatsapp',
  'SMS',
  'Twitter',
  'Instagram',
  'Tatap Muka',
  'Call Center 112',
];

export type DemoAgency = Agency & {
  /** Shares of the 600 complaints. */
  readonly open: number;
  readonly closed: number;
  /** Invented; the first answers, the second writes notes. */
  readonly staff: readonly [string, string];
};

/** Twelve agency. The first one is the busy one, whose officer the demonstration enrols. */
export const AGENCIES: readonly DemoAgency[] = [
  {
    id: '7001',
    name: 'Dinas Perhubungan',
    open: 92,
    closed: 63,
    staff: ['Rina Sitepu', 'Regu Lapangan Perhubungan'],
  },
  {
    id: '7002',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    open: 34,
    closed: 40,
    staff: ['Darwin Manik', 'UPT Jalan Wilayah I'],
  },
  {
    id: '7003',
    name: 'Dinas Lingkungan Hidup',
    open: 21,
    closed: 29,
    staff: ['Fitri Handayani', 'Koordinator Armada'],
  },
  { id: '7004', name: 'Dinas Kesehatan', open: 18, closed: 28, staff: ['Marlina Purba', 'Seksi P2P'] },
  {
    id: '7005',
    name: 'Dinas Pendidikan',
    open: 17,
    closed: 27,
    staff: ['Agus Salim Tarihoran', 'Bidang Pembinaan SMP'],
  },
  {
    id: '7006',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    open: 19,
    closed: 27,
    staff: ['Yusnita Lubis', 'Operator Rekam Data'],
  },
  { id: '7007', name: 'Dinas Sosial', open: 17, closed: 25, staff: ['Hotma Simarmata', 'Pendamping PKH'] },
  {
    id: '7008',
    name: 'Satuan Polisi Pamong Praja',
    open: 12,
    closed: 22,
    staff: ['Iwan Setiadi', 'Regu Patroli B'],
  },
  {
    id: '7009',
    name: 'Dinas Perindustrian dan Perdagangan',
    open: 9,
    closed: 18,
    staff: ['Nur Aisyah Daulay', 'Pengelola Pasar'],
  },
  {
    id: '7010',
    name: 'Dinas Perumahan dan Kawasan Permukiman',
    open: 12,
    closed: 20,
    staff: ['Bonar Sihite', 'Seksi Drainase'],
  },
  { id: '7011', name: 'Kecamatan Lubuk Melati', open: 8, closed: 16, staff: ['Sri Wahyuni', 'Kasi Trantib'] },
  {
    id: '7012',
    name: 'Perumda Air Minum Tirta Melati',
    open: 10,
    closed: 16,
    staff: ['Hendra Gunawan', 'Unit Pelayanan Melati Kota'],
  },
];
