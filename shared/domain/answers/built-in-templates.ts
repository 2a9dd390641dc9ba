import type { Template } from './templates.ts';

/** Templates that every office has from the first day. Short ones, to be put one under the other. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  {
    id: 'built-in-salam',
    name: 'Salam dan ucapan terima kasih',
    text: 'Yth. {nama pelapor},\n\nTerima kasih atas laporan Anda nomor {id laporan} melalui SP4N-LAPOR!.',
  },
  {
    id: 'built-in-diteruskan',
    name: 'Diteruskan ke bidang teknis',
    text: 'Laporan ini telah kami teruskan ke {bidang yang menangani} untuk ditindaklanjuti. Hasilnya akan kami sampaikan paling lambat {tanggal kabar berikutnya}.',
  },
  {
    id: 'built-in-data',
    name: 'Mohon data lengkap',
    text: 'Agar laporan ini dapat kami tindak lanjuti, mohon lengkapi {data yang kurang}. Data dapat disampaikan sebagai balasan pada laporan ini.',
  },
  {
    id: 'built-in-peninjauan',
    name: 'Sudah ditinjau di lapangan',
    text: 'Petugas {opd} telah meninjau lokasi di {lokasi} pada {tanggal peninjauan}. Hasilnya: {hasil peninjauan}.',
  },
  {
    id: 'built-in-jadwal',
    name: 'Jadwal pengerjaan',
    text: 'Pengerjaan di {lokasi} dijadwalkan pada {tanggal pengerjaan} oleh {pelaksana pekerjaan}. Perkembangannya akan kami sampaikan melalui laporan ini.',
  },
  {
    id: 'built-in-anggaran',
    name: 'Menunggu anggaran',
    text: 'Pekerjaan ini memerlukan anggaran yang belum tersedia tahun ini. Kami mengusulkannya untuk {tahun anggaran}. Sementara menunggu, yang kami lakukan adalah {penanganan sementara}.',
  },
  {
    id: 'built-in-selesai',
    name: 'Selesai dikerjakan',
    text: 'Laporan ini telah selesai kami tangani pada {tanggal selesai}: {yang telah dikerjakan}. Terima kasih telah membantu kami memperbaiki layanan.',
  },
  {
    id: 'built-in-wewenang',
    name: 'Bukan wewenang',
    text: 'Setelah kami pelajari, hal ini bukan wewenang {opd}, karena {alasan}. Yang berwenang adalah {instansi yang berwenang}.',
  },
  {
    id: 'built-in-penutup',
    name: 'Salam penutup',
    text: 'Hormat kami,\n{opd}',
  },
];
