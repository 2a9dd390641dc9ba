/**
 * Words of complaints and the other spellings in which citizens and officers write them: abbreviations,
 * slang, phonetic and older spellings. Compiled by the project.
 *
 * A line is a word (or words), then its other spellings. A spelling may stand in several lines: "kel" is a
 * kelurahan, a family and a group. It stays as it is where a text is folded, and finds all of them in a
 * search. Left out are spellings of one letter, which are mostly something else. Names that everybody writes
 * short (KTP, RT, PLN, BPJS, PDAM) are words of their own.
 */
const LINES = `
jalan: jln jl jlan jaln
jalannya: jlnnya jlnya
gang: gg
lorong: lrg
simpang: spg sp
perempatan: prmptan
jembatan: jmbatan jembtn jmbtn jbtn
lampu: lmpu lp
penerangan: penrngan pnrangan
lubang: lobang lbg lubg
berlubang: berlobang brlubang brlobang
rusak: rsk rusk
trotoar: trotoir
parit: prt
banjir: bnjir bnjr
sampah: smpah smph
selokan: slokan
pasar: psr
sekolah: sklh sklah skolah skul
rumah: rmh rmah
kantor: ktr kntr kntor
kecamatan: kec kcmtn kecmtn
kelurahan: kel klurahan klrhan
keluarga: klrg kluarga kel klg
kelompok: klmpk kel klp
desa: ds
dusun: dsn dsun
lingkungan: lingk lgkungan lingkngan link
kampung: kp kpg kmpung kampong kmpg
kabupaten: kab kabptn
kota: kt
provinsi: prov propinsi prop
kepala: kpl kpla
kepala desa: kades
kepala dusun: kadus
kepala lingkungan: kepling
kepala dinas: kadis
kepala sekolah: kepsek
sekretaris desa: sekdes
sekretaris daerah: sekda
perangkat desa: perdes
badan permusyawaratan desa: bpd
bantuan langsung tunai: blt
bantuan sosial: bansos bnsos
pemerintah: pmrth pmerintah pemrintah
pemerintah daerah: pemda pmda
pemerintah kabupaten: pemkab
pemerintah provinsi: pemprov
pemerintah kota: pemko pemkot
penerangan jalan umum: pju lpju
puskesmas: pkm pusk puskes puskesmes
puskesmas pembantu: pustu
rumah sakit: rs
rumah sakit umum daerah: rsud
surat keterangan tidak mampu: sktm
kartu keluarga: kk
kepolisian sektor: polsek
satuan polisi pamong praja: satpolpp
dinas kependudukan dan catatan sipil: disdukcapil
dinas perhubungan: dishub
dinas kesehatan: dinkes
dinas pendidikan: disdik
dinas sosial: dinsos
dinas lingkungan hidup: dlh
sekolah dasar: sd
sekolah menengah pertama: smp
sekolah menengah atas: sma
taman kanak kanak: tk
tempat pembuangan akhir: tpa
tempat pembuangan sampah: tps
tempat pemungutan suara: tps
daerah aliran sungai: das
pedagang kaki lima: pkl
lembaga pemberdayaan masyarakat: lpm
yang: yg yng
yang terhormat: yth
dan: dn
dengan: dgn dg dngn dgan
untuk: utk utuk untk
pada: pd pda
dari: dr dri
dokter: dr dktr
dalam: dlm dalm
kepada: kpd kpda kepda
oleh: olh
karena: krn krna karna krena
kalau: klo kalo klw klu kl kalu
kemarin: kmrn kmren kemaren kmarin
tidak: tdk tak gak ga gk ngga nggak enggak engga kagak tdak tida gag ndak
tidak ada: gada gaada
bukan: bkn bukn
belum: blm blum belom blom
sudah: sdh udh udah sdah dah suda
akan: akn
masih: msh masi msih
sedang: sdg sdng
telah: tlh
juga: jg jga
saja: aja sj aj saj
lagi: lg lgi
sekali: skali skli
sangat: sgt sngat sngt
banget: bgt bngt bgd
banyak: bnyk byk bnyak
beberapa: bbrp bbrapa
sedikit: sdikit dikit sdkt
semua: smua smw
setiap: stiap stp
sekarang: skrg skrang skr sekrang
sampai: smp sampe smpe smpai nyampe
sejak: sjk
sebelum: sblm sebelom seblum seblm
sesudah: ssdh
setelah: stlh stelah stlah
kapan: kpn kp
kenapa: knp knpa napa
mengapa: mngapa
bagaimana: bgmn gimana gmn gmana bgaimana gmna
berapa: brp brapa
siapa: sp spa
dimana: dmn dmana
mana: mn mna
apa: ap
apakah: apkh
seperti: spt sperti sprti kyk kayak kaya
tetapi: ttp ttpi
tapi: tp tpi
tetap: ttp ttap
tentang: ttg tntang
terhadap: thd trhdp
terus: trs trus
terima kasih: trims makasih tks thx trimakasih terimakasih mksh mkasih tq trmksh
tolong: tlg tlng tlong
mohon: mhn mhon
bantu: bntu
bantuan: bntuan bntn
segera: sgra sgera sgr
silakan: silahkan slkn
selamat: slmt slamat
assalamualaikum: ass askum
wassalam: wslm wass
bapak: bpk bpak bp bapa
pak: pa pk
ibu: ib bu
saudara: sdr sodara
saudari: sdri
kakak: kk kak
saya: sy sya gue gw
kami: kmi
kita: kt
mereka: mrk mreka
orang: org orng
orang tua: ortu
anak: ank
warga: wrg wrga
masyarakat: masy msyrkt masyrakat masyarkat mayarakat
penduduk: pnduduk
petugas: ptgs ptugas
pegawai: pgw pegawe pgawai
pedagang: pdgng pdagang
pelayanan: plynan playanan
pelapor: plpr
laporan: lap lprn lp
lapor: lpr
pengaduan: pngaduan
dilaporkan: dilaporin
perhatian: prhtian
perbaikan: prbaikan pbaikan
diperbaiki: diprbaiki dperbaiki diperbaikin dibaikin
pembangunan: pmbangunan pbangunan
dibangun: dbangun
ditanggapi: dtanggapi
ditindaklanjuti: dtindaklanjuti
diaspal: dspal
aspal: asfal
beton: bton
pengaspalan: pngaspalan
keterangan: ket ktrngan
nomor: no nmr nomer nmor
alamat: almt alamt
telepon: telp tlp tlpn telpon telfon
kepala keluarga: kk
tanggal: tgl tggl
bulan: bln
tahun: thn th
minggu: mgg mnggu
hari: hr hri
jam: jm
pukul: pkl pk
malam: mlm mlam
pagi: pgi
kurang: krg krang kurg
lebih: lbh lbih
dekat: dkt dket deket
depan: dpn dpan
belakang: blkg blkang blakang
sebelah: sblh sblah
samping: smpg smping
antara: antr
sekitar: skitar sktr
tempat: tmpt tpt tmpat
dapat: dpt dapet dpat
mendapat: mendpt mndapat
harus: hrs hrus
bisa: bs bsa
boleh: blh bleh
jangan: jgn jngan jangn
jarang: jrg jrng
sering: srg sring
selalu: sllu slalu
mau: mo mw
ingin: pgn pengen pingin
tahu: tau
lihat: liat lht
bilang: blg
datang: dtg dtang
pakai: pake pke
dipakai: dipake
buat: bt bwt
besar: bsr besr
kecil: kcl kcil
bagus: bgs
baik: baek
hujan: ujan hjn
air: aer
mengalir: ngalir
listrik: lstrik lstrk
padam: pdm
masjid: mesjid msjid
musala: mushola musholla mushalla
gereja: greja
izin: ijin
izinkan: ijinkan
apotek: apotik
nasihat: nasehat
praktik: praktek
jadwal: jadual
risiko: resiko
kualitas: kwalitas kwalitet
kuitansi: kwitansi
sistem: sistim
analisis: analisa
aktif: aktip
aktivitas: aktifitas
objek: obyek
subjek: subyek
teknik: tehnik
hakikat: hakekat
antre: antri
antrean: antrian
fotokopi: fotocopy photocopy fotocopi potokopi
sopir: supir
utang: hutang
imbau: himbau
imbauan: himbauan
ubah: rubah
maaf: maap mav
obat: obt
bayar: byr
biaya: bya
gratis: grtis
uang: duit
masuk: msk
keluar: klr kluar
pulang: plg
kerja: krj kerjaan
pekerjaan: pkerjaan
kendaraan: kndaraan kendraan
motor: mtr sepmor
mobil: mbl
kereta: kreta
kecelakaan: kclakaan kcelakaan
bahaya: bhaya
membahayakan: mmbahayakan
macet: mcet
parkir: parkiran pakir
penanganan: pnanganan
penting: ptg
umum: umm
informasi: info
dokumen: dok
administrasi: adm
perumahan: perum prmahan
kompleks: komplek komp
sungai: sei sungei
tanjung: tj tg
bandar: bdr
teluk: tlk
`;

export type SlangLine = { readonly word: string; readonly spellings: readonly string[] };

export const SLANG: readonly SlangLine[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [word = '', spellings = ''] = line.split(': ');
    return { word, spellings: spellings.split(' ') };
  });
