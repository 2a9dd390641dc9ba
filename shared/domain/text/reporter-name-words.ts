const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Stand in the field of a name and are none: honorifics, titles, and what is written instead of a name. */
export const NO_NAMES = words(`
  bapak bpk pak ibu bu saudara sdr saudari sdri tuan nyonya ny nona kakak kak abang bang bung mas mbak om tante
  opung ompung amang inang tulang bunda ayah adik dek haji hajjah h hj kh kiai kyai ustadz ustad ustadzah
  pendeta pdt pastor romo dr drg drs dra ir prof se sh st mt mm msi spd mpd skm amd ssos skom sip mkes spog phd ssi
  almarhum almarhumah alm almh anonim anonymous rahasia pelapor warga masyarakat hamba allah netizen user pengguna
  admin nama tanpa tidak ada contoh test tes null none`);

/** Parts of very many names, or also words of the language. They count only with the rest of the name. */
export const COMMON_IN_NAMES = words(`
  muhammad mohammad mohamad muhamad muhammed mohd ahmad achmad akhmad abdul abdullah abdurrahman abdi agus andi anto
  budi dedi dedy dewi dwi eka fitri hadi hasan husein indra irwan ismail joko juli maria nurul putri putra rudi
  siti sitti sri susi tri wati yanti yuli umar usman yusuf ibrahim aminah fatimah khadijah
  abadi adil agung alam aman amal amanah anak anggun anugerah asli asri ayu bahagia baik barat baru bersama
  besar bina bintang budiman bulan bunga cahaya cinta citra daerah damai daun dian embun emas fajar gembira gunung
  guntur hakim harapan hari hasil hidayat hijau hujan ikhlas ilham iman indah intan jaya jujur kasih kembang kesuma
  kurnia kusuma laut lestari mahkota maju mawar mekar melati mentari merah merdeka mulia mulya murni mutiara nirwana
  nusa pelita perdana permata pertiwi pratama purnama raja rahayu rahmat ramadhan ramadan rejeki restu rezeki
  rizki rizky rukun sabar sakti salam sari sejahtera selamat selatan sempurna senang sentosa setia sinar slamet
  suci sultan surya taman tanjung taufik teguh tenang timur tirta tunggal umum untung usaha utama utara wahyu
  wira yakin`);
