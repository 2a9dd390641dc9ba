import { bulk } from './window/bulk.ts';
import { caseWords } from './window/case.ts';
import { commands } from './window/commands.ts';
import { compose } from './window/compose.ts';
import { computer } from './window/computer.ts';
import { conflict } from './window/conflict.ts';
import { delay } from './window/delay.ts';
import { files } from './window/files.ts';
import { frame } from './window/frame.ts';
import { intake } from './window/intake.ts';
import { letter } from './window/letter.ts';
import { log } from './window/log.ts';
import { morning } from './window/morning.ts';
import { queue } from './window/queue.ts';
import { safe } from './window/safe.ts';
import { standaloneWords } from './window/standalone.ts';

/** The messages of the window in Bahasa Indonesia: the first language gives every other one its shape. */
export const window = {
  ...frame,
  ...computer,
  ...queue,
  ...caseWords,
  ...commands,
  ...compose,
  ...files,
  ...conflict,
  ...letter,
  ...log,
  ...delay,
  ...bulk,
  ...intake,
  ...morning,
  ...standaloneWords,
  ...safe,
  refusal: {
    not_ours: 'Laporan ini sudah tidak di OPD Anda. Teks Anda tetap tersimpan di komputer ini.',
    forbidden: 'Peran Anda tidak dapat melakukan ini. Teks Anda tetap tersimpan di komputer ini.',
    closed: 'Laporan sudah ditutup di LAPOR!. Teks Anda tetap tersimpan di komputer ini.',
    not_verified:
      'Laporan belum diverifikasi Admin Instansi, jadi belum dapat dijawab. Teks Anda tetap tersimpan.',
    superseded:
      'Rekan seinstansi sudah menjawab sejak Anda membuka laporan ini. Teks Anda tetap tersimpan; baca jawabannya dahulu.',
    empty_text: 'Teks masih kosong. Tulis jawaban atau alasan terlebih dahulu.',
    text_too_long: 'Teks lebih dari 20.000 karakter. Persingkat, atau kirim dalam dua bagian.',
    unknown_complaint: 'Layanan pusat tidak mengenal laporan ini. Teks Anda tetap tersimpan di komputer ini.',
    unknown_kind:
      'Layanan pusat belum mengenal tindakan ini. Hubungi Admin Instansi; teks Anda tetap tersimpan.',
    after_refused:
      'Tindakan Anda sebelumnya pada laporan ini ditolak, jadi yang ini belum dikirim. Teks Anda tetap tersimpan.',
    moved:
      'Laporan ini sudah pindah dari OPD Anda, jadi tidak dikirim. Teks Anda tetap tersimpan di komputer ini dan dapat diekspor.',
    too_many_attachments: 'Lampiran lebih dari 10. Kurangi, atau kirim dalam dua bagian.',
    bad_attachment:
      'Satu lampiran tidak dapat diterima layanan pusat. Teks Anda tetap tersimpan; ganti lampirannya, lalu kirim lagi.',
    needs_approval:
      'OPD Anda memilih agar jawaban disetujui lebih dahulu. Teks Anda tetap tersimpan; buka lagi lalu ajukan.',
    not_waiting:
      'Usulan ini tidak lagi menunggu: sudah disetujui atau dikembalikan. Teks Anda tetap tersimpan.',
    own_text: 'Usulan sendiri disetujui oleh orang lain. Teks Anda tetap tersimpan.',
    not_forwarded: 'Laporan ini tidak sedang dikerjakan orang lain, jadi tidak ada yang diambil kembali.',
    own_report: 'Nomor itu laporan ini sendiri. Periksa nomornya.',
    bad_value:
      'Isian tidak dapat dipakai: ada yang belum dipilih, tanggal sudah lewat, atau nama kosong atau terlalu panjang.',
    too_many_templates: 'Kantor sudah membagikan 200 templat.',
    too_much_waiting:
      'Layanan pusat belum mengenal laporan ini, dan terlalu banyak pekerjaan Anda sudah menunggu impor di sana. Teks Anda tetap tersimpan di komputer ini.',
    other:
      'Layanan pusat menolak dengan alasan yang belum dikenal versi ini. Teks Anda tetap tersimpan; hubungi Admin Instansi.',
  },
};
