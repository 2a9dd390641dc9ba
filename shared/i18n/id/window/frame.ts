/** Words around the work: views, connection, session, settings, keys, palette, errors. */
export const frame = {
  nav: {
    label: 'Tampilan',
    open: 'Buka daftar tampilan',
    close: 'Tutup daftar tampilan',
    demo: 'Data contoh',
    demo_hint: 'Semua laporan di sini rekaan, untuk mencoba.',
  },
  view: {
    today: 'Hari ini',
    late: 'Terlambat',
    first_answer: 'Perlu jawaban pertama',
    in_process: 'Dalam proses',
    replied: 'Dibalas pelapor',
    approval: 'Menunggu persetujuan',
    to_publish: 'Perlu tayang di LAPOR!',
    drafts: 'Draf',
    outbox: 'Kotak keluar',
    attention: 'Perlu perhatian',
    done: 'Selesai',
    all: 'Semua',
  },
  connection: {
    label: 'Sambungan',
    offline: 'Luring',
    starting: 'Membuka penyimpanan…',
    starting_detail: 'Biasanya kurang dari satu detik.',
    lost: 'Menyambung kembali…',
    lost_detail:
      'Yang Anda ketik tetap ada dan disimpan begitu tersambung. Bila lama, salin teks itu, lalu jalankan Penghubung lagi.',
    unproven: 'Ini bukan Penghubung Anda',
    unproven_detail:
      'Program lain menjawab di alamat ini; tidak ada yang dikirim kepadanya. Salin teks yang belum tersimpan, lalu jalankan Penghubung lagi.',
    synced: 'Daring · sama dengan pusat ✓ {{time}}',
    differs: 'Daring · belum sama dengan pusat',
    differs_detail:
      'Perbandingan menemukan perbedaan: laporan dimuat ulang sendiri, sekali sehari sampai sama. Yang Anda tulis aman.',
    syncing: 'Menyinkronkan…',
    sending: 'Mengirim {{count}}…',
    online: 'Daring',
    connecting: 'Menyambung…',
    undelivered: '{{count}} belum terkirim',
    uploading: 'Mengunggah {{percent}} %',
    uploading_detail: '{{sent}} dari {{total}} lampiran sudah di layanan pusat.',
    outdated: 'Versi perlu diperbarui',
    outdated_warning:
      'Versi ini sudah terlalu lama: yang Anda tulis tetap dikirim, tetapi yang baru tidak masuk. Minta petugas TI memperbaruinya.',
    safe_here: 'Aman di komputer ini. Sinkron terakhir {{time}}',
    safe_never: 'Aman di komputer ini. Belum pernah tersinkron',
    last_sync: 'Sinkron terakhir {{time}}',
    never: 'Belum pernah tersinkron',
    first_load_other: '{{count, number}} laporan diterima',
    first_load_detail: 'Memuat laporan OPD Anda untuk pertama kali.',
    first_load_offline: 'Terputus saat memuat pertama kali. Dilanjutkan otomatis dari sini.',
    sign_in: 'Perlu masuk lagi',
    sign_in_detail:
      'Jawaban Anda aman di komputer ini dan terkirim setelah Anda masuk. Minta kode sekali pakai ke Admin Instansi.',
    clock_off: 'Jam komputer ini selisih {{minutes}} menit. Tenggat dihitung dari jam pusat.',
    storage_full: 'Penyimpanan penuh',
    storage_read_only: 'Penyimpanan menolak perubahan',
    obstacle: {
      stranger:
        'Yang menjawab bukan layanan pusat, mungkin halaman masuk Wi-Fi. Buka peramban, masuk ke jaringannya, lalu tekan Sinkronkan.',
      intercepted:
        'Sambungan ini disadap atau dibelokkan: sertifikat yang menjawab bukan milik layanan pusat. Tidak ada yang dikirim. Coba jaringan lain dan beri tahu petugas TI.',
      certificate_date:
        'Sertifikat layanan pusat tidak berlaku pada tanggal ini. Tidak ada yang dikirim. Periksa tanggal dan jam komputer ini; bila sudah benar, beri tahu petugas TI.',
      unknown_authority:
        'Komputer ini tidak mengenal penerbit sertifikat yang menjawab: sertifikat kabupaten belum dipasang di sini, atau sambungan ini disadap. Tidak ada yang dikirim. Beri tahu petugas TI.',
      proxy_password:
        'Proksi di jaringan ini meminta kata sandi, jadi tidak ada yang lewat. Dicoba lagi otomatis. Minta petugas TI mengizinkan Penghubung lewat tanpa kata sandi.',
      storage_full:
        'Penyimpanan komputer ini penuh: yang baru dari layanan pusat tidak dapat disimpan. Yang sudah ada tetap aman. Kosongkan ruang di disk; pemuatan dilanjutkan otomatis.',
      storage_read_only:
        'Penyimpanan komputer ini menolak perubahan: yang baru dari layanan pusat tidak dapat disimpan. Yang sudah ada tetap aman. Minta petugas TI memeriksa disk dan izin foldernya.',
    },
    aside:
      'Kiriman pada {{number}} tertahan, padahal yang lain sampai: mungkin oleh penyaring isi di jaringan ini. Aman di komputer ini dan dicoba lagi otomatis. Coba jaringan lain, atau beri tahu petugas TI.',
    asides:
      '{{count}} kiriman tertahan (yang pertama pada {{number}}), padahal yang lain sampai: mungkin oleh penyaring isi di jaringan ini. Aman di komputer ini dan dicoba lagi otomatis. Coba jaringan lain, atau beri tahu petugas TI.',
    plain_http:
      'Tanpa enkripsi (http): siapa pun di jaringan ini dapat membaca isinya. Minta Admin Instansi memakai https.',
    saving: {
      power: 'Hemat daya: lampiran diunduh saat dibuka.',
      quota: 'Hemat kuota: lampiran diunduh saat dibuka.',
    },
    now: 'Sinkronkan',
    log: 'Catatan',
    said_online: 'Tersambung ke layanan pusat.',
    said_offline: 'Sambungan terputus. Anda dapat terus bekerja.',
  },
  session: {
    title: 'Hubungkan komputer ini',
    lead: 'Sekali saja. Sesudah itu laporan OPD Anda tersimpan terenkripsi di komputer ini dan dapat dikerjakan tanpa sambungan.',
    url: 'Alamat layanan pusat',
    url_hint: 'Dari Admin Instansi di Dinas Kominfo, misalnya https://pusat.kabupaten.go.id',
    plain_http:
      'Alamat http tidak terenkripsi: siapa pun di jaringan dapat membaca kode, nama, dan isi laporan. Pakai https bila ada.',
    code: 'Kode sekali pakai',
    code_hint: 'Berlaku untuk satu komputer. Huruf besar dan kecil tidak dibedakan.',
    name: 'Nama Anda',
    name_hint: 'Tertulis pada jawaban dan catatan Anda.',
    submit: 'Hubungkan',
    busy: 'Menghubungkan…',
    failure: {
      unreachable:
        'Layanan pusat tidak dapat dihubungi. Periksa alamat dan sambungan internet, lalu coba lagi. Kode Anda belum terpakai.',
      intercepted:
        'Sambungan ini disadap atau dibelokkan: sertifikat yang menjawab bukan milik alamat itu. Kode Anda tidak terkirim. Coba jaringan lain dan beri tahu petugas TI.',
      certificate_date:
        'Sertifikat alamat itu tidak berlaku pada tanggal ini. Kode Anda tidak terkirim. Periksa tanggal dan jam komputer ini; bila sudah benar, beri tahu petugas TI.',
      unknown_authority:
        'Komputer ini tidak mengenal penerbit sertifikat alamat itu: sertifikat kabupaten belum dipasang di sini, atau sambungan ini disadap. Kode Anda tidak terkirim. Beri tahu petugas TI.',
      proxy_password:
        'Proksi di jaringan ini meminta kata sandi, jadi layanan pusat tidak tercapai. Kode Anda belum terpakai. Minta petugas TI mengizinkan Penghubung lewat tanpa kata sandi.',
      bad_code:
        'Kode tidak dikenal, sudah dipakai, atau sudah kedaluwarsa. Minta kode baru ke Admin Instansi.',
      not_central:
        'Alamat itu menjawab, tetapi bukan layanan pusat Penghubung. Periksa alamatnya; di jaringan Wi-Fi umum, masuk dahulu ke jaringannya.',
      other_officer:
        'Kode ini milik petugas lain, sedangkan komputer ini menyimpan jawaban yang belum terkirim. Masuklah dengan kode Anda sendiri.',
      not_for_joining:
        'Kode ini untuk komputer biasa, bukan untuk kantor yang membawa pekerjaannya. Minta kode bergabung ke Admin Instansi. Kode ini belum terpakai, dan tidak ada yang berubah di sini.',
      too_many_codes:
        'Terlalu banyak kode salah dari jaringan kantor ini. Coba lagi nanti; kode Anda belum terpakai.',
      too_many_codes_for_other:
        'Terlalu banyak kode salah dari jaringan kantor ini. Coba lagi dalam {{count}} menit; kode Anda belum terpakai.',
      other_central:
        'Komputer ini hanya boleh dihubungkan ke alamat yang diatur oleh admin TI. Kode Anda belum terpakai.',
      policy_unreadable:
        'Aturan dari admin TI tidak dapat dipakai, jadi komputer ini belum boleh dihubungkan. Kode Anda belum terpakai. Tunjukkan kalimat di atas jendela kepada admin TI.',
      bad_url: 'Alamat belum lengkap. Tulis seperti https://pusat.kabupaten.go.id',
      broken: 'Mesin penyimpanan di komputer ini belum menjawab. Tunggu sebentar, lalu coba lagi.',
    },
    required: {
      url: 'Tulis alamat layanan pusat.',
      code: 'Tulis kode sekali pakai.',
      name: 'Tulis nama Anda.',
    },
    again: 'Masuk lagi',
    not_admitted: 'Alamat ini tidak berlaku lagi',
    not_admitted_detail:
      'Setiap alamat membuka satu jendela, sekali, dalam satu menit. Tab yang dimuat ulang ketika Penghubung sempat berhenti juga tidak dapat masuk lagi. Tutup tab ini, lalu jalankan Penghubung sekali lagi: jendelanya terbuka di alamat baru. Semua yang tersimpan aman.',
    slow: 'Mesin penyimpanan belum menjawab. Bila ini berlanjut, tutup tab ini dan jalankan Penghubung lagi.',
  },
  settings: {
    title: 'Pengaturan',
    language: 'Bahasa',
    language_id: 'Bahasa Indonesia',
    language_en: 'English',
    theme: 'Tampilan',
    theme_system: 'Ikuti sistem',
    theme_light: 'Terang',
    theme_dark: 'Gelap',
    metered: 'Jaringan terbatas kuota',
    metered_no: 'Tidak',
    metered_yes: 'Ya',
    metered_text:
      'Ya: lampiran diunduh hanya saat Anda membukanya, dan pembaruan program menunggu. Tulisan Anda selalu dikirim. Tidak: lampiran laporan yang belum selesai diunduh lebih dahulu agar terbuka tanpa sambungan.',
    closing: 'Bila jendela ditutup',
    closing_ask: 'Tanyakan',
    closing_tray: 'Tetap berjalan',
    closing_quit: 'Keluar',
    closing_text:
      'Tetap berjalan: Penghubung tetap mengirim dan memberi tahu; jendelanya dibuka dari ikonnya di dekat jam.',
    autostart: 'Mulai bersama komputer',
    autostart_off: 'Tidak',
    autostart_on: 'Ya',
    autostart_text: 'Ya: Penghubung berjalan begitu Anda masuk ke komputer, tanpa membuka jendelanya.',
    autostart_window: 'Ya: Penghubung terbuka begitu Anda masuk ke komputer.',
    close: 'Tutup',
  },
  closing: {
    title: 'Tutup jendela saja?',
    text: 'Penghubung dapat tetap berjalan tanpa jendela: kiriman terus terkirim, dan Anda diberi tahu tentang disposisi, balasan, dan tenggat. Jendelanya dibuka lagi dari ikonnya di dekat jam.',
    safe: 'Yang Anda ketik tersimpan pada kedua pilihan.',
    remember: 'Ingat pilihan ini. Dapat diubah di Pengaturan.',
    tray: 'Tetap berjalan',
    quit: 'Keluar',
  },
  keys: {
    title: 'Tombol pintas',
    move: 'Berikutnya / sebelumnya',
    page: 'Satu layar naik / turun',
    ends: 'Laporan pertama / terakhir',
    open: 'Buka laporan',
    publish: 'Salin jawaban dan buka LAPOR!',
    template: 'Sisipkan templat (/ di baris kosong)',
    next_reader: 'Jawaban bersama: laporan berikutnya / sebelumnya',
    undo: 'Urungkan kiriman',
    search: 'Cari',
    palette: 'Semua perintah',
    help: 'Tombol pintas ini',
    handbook: 'Buku petunjuk',
    pick: 'Pilih untuk tindakan bersama',
    leave: 'Keluar dari kolom, kembali ke daftar',
    group_list: 'Daftar',
    group_case: 'Laporan',
    group_all: 'Di mana saja',
    note_text: 'Tombol satu huruf tidak bekerja saat Anda mengetik di kolom teks.',
  },
  menu: { case: 'Laporan', list: 'Daftar', views: 'Tampilan', all: 'Alat', settings: 'Pengaturan' },
  handbook: { title: 'Buku petunjuk', chapters: 'Bab' },
  tour: {
    label: 'Pengenalan jendela',
    step: '{{step}} dari {{of}}.',
    views: 'Mulailah dari Hari ini: yang harus dijawab lebih dahulu. Angka di kanan jumlahnya.',
    queue: 'Antrean: yang paling dekat jatuh tempo berada paling atas. j dan k turun dan naik.',
    clocks: 'Dua jam setiap laporan, dalam hari kerja. Arahkan penunjuk untuk melihat hitungannya.',
    composer:
      'Di sini jawaban ditulis. Setiap huruf tersimpan; Ctrl+Enter mengirim, 10 detik dapat diurungkan.',
    connection:
      'Di sini selalu tertulis apa yang sudah dan belum terkirim. Luring pun semua dapat dikerjakan.',
    next: 'Lanjut',
    skip: 'Lewati',
    done: 'Mulai bekerja',
  },
  palette: {
    label: 'Perintah',
    placeholder: 'Ketik perintah, nomor, atau kata dalam laporan…',
    actions: 'Tindakan',
    views: 'Tampilan',
    reports: 'Laporan',
    settings: 'Pengaturan',
    go: 'Ke {{view}}',
    promise: 'Rencanakan hari yang dijanjikan',
    attach: 'Lampirkan berkas',
    template: 'Sisipkan templat',
    preview: 'Lihat seperti warga',
    answered: 'Lihat jawaban yang pernah diberikan',
    templates: 'Kelola templat saya dan kantor',
    throw_away: 'Buang draf ini',
    resume: 'Lanjutkan tulisan',
    moved: 'Lihat batas waktu yang bergeser',
    sync: 'Sinkronkan sekarang',
    save_view: 'Simpan pencarian ini sebagai tampilan',
    morning: 'Selamat pagi: yang perlu dijawab dahulu',
    my_views: 'Atur tampilan saya',
    handbook: 'Baca buku petunjuk',
    tour: 'Tunjukkan isi jendela',
    keys: 'Lihat tombol pintas',
    to_light: 'Tampilan terang',
    to_dark: 'Tampilan gelap',
    to_system: 'Tampilan mengikuti sistem',
    none: 'Tidak ada perintah atau laporan dengan “{{text}}”.',
    count_other: '{{count}} pilihan',
  },
  notice: {
    dismiss: 'Mengerti',
    visited: 'Sudah masuk',
    open_lapor: 'Buka LAPOR!',
    journal_repaired: {
      title: 'Penyimpanan telah diperbaiki.',
      text: 'Berkas penyimpanan di komputer ini rusak dan dibuat lagi pada {{time}}. Semua draf dan kiriman Anda terbaca dan utuh.',
    },
    journal_restored: {
      title: 'Penyimpanan telah dipulihkan.',
      text: 'Berkas penyimpanan di komputer ini rusak. Pada {{time}} isinya dipulihkan dari keadaan terakhir yang utuh, ditambah semua yang masih terbaca. Mungkin tidak ada yang hilang, tetapi itu tidak dapat dipastikan: periksa tulisan terakhir Anda di Draf dan Kotak keluar. Berkas yang rusak tetap disimpan.',
    },
    cache_rebuilt: {
      title: 'Salinan laporan dimuat ulang.',
      text: 'Salinan laporan di komputer ini rusak pada {{time}} dan sedang dimuat ulang dari layanan pusat. Draf, kiriman, dan lampiran Anda tidak ada di dalamnya dan tetap utuh.',
    },
    deadlines_moved: {
      title: 'Batas waktu bergeser.',
      text: 'Tabel hari libur atau aturan batas waktu berubah; sejak {{time}} batas waktu yang terpengaruh sudah dihitung ulang.',
    },
    lapor_login: {
      title: 'Sudah tiga pekan tidak ada yang masuk ke LAPOR!.',
      text: 'Terakhir {{time}}, sejauh yang diketahui komputer ini. Jumlah masuk ke LAPOR! ikut dinilai: masuklah hari ini, lalu catat di sini.',
    },
    joined: {
      title: 'Komputer ini sudah bergabung.',
      text: 'Sejak {{time}} semua laporan, jawaban, dan lampiran dari masa bekerja sendiri ada di layanan pusat.',
    },
    joined_partly: {
      title: 'Komputer ini sudah bergabung, kecuali beberapa laporan.',
      text: 'Sejak {{time}} pekerjaan Anda ada di layanan pusat. Sebagian tidak diterimanya, misalnya pada laporan yang di sana milik OPD lain. Tulisannya ada di Perlu perhatian, dan semuanya tetap tersimpan di komputer ini.',
    },
    joined_waiting: {
      title: 'Sebagian laporan menunggu impor LAPOR!.',
      text: 'Komputer ini bergabung pada {{time}}. Beberapa laporan belum dikenal layanan pusat: pekerjaan Anda padanya sudah diserahkan, dan muncul di sini begitu impor LAPOR! memuat laporannya, paling lama dalam 400 hari. Salinannya tetap tersimpan di komputer ini.',
    },
    join_refused: {
      title: 'Komputer ini belum bergabung.',
      text: 'Pada {{time}} layanan pusat menolak pekerjaan dari masa bekerja sendiri: kode bergabungnya sudah selesai terpakai. Tidak ada yang hilang, dan Anda tetap bekerja sendiri. Minta kode bergabung yang baru ke Admin Instansi.',
    },
    journal_begun: {
      title: 'Penyimpanan dimulai baru.',
      text: 'Berkas penyimpanan di komputer ini rusak dan tidak ada salinan yang terbaca. Pada {{time}} dibuat yang baru, dengan semua yang masih terbaca. Jawaban yang sudah terkirim aman di layanan pusat. Berkas yang rusak tetap disimpan; hubungi Admin Instansi bila ada tulisan yang hilang.',
    },
  },
  broken: {
    title: 'Bagian ini tidak dapat ditampilkan',
    text: 'Terjadi kesalahan pada tampilan, bukan pada data. Draf dan kiriman Anda tersimpan di komputer ini.',
    again: 'Tampilkan lagi',
    reload: 'Muat ulang jendela',
  },
};
