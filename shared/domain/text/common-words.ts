/**
 * Words of Indonesian complaints, in the form in which they are compared: lower case, short forms written
 * out. A word that stands in none of these lists is judged by how often it is written.
 */

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Say nothing of what a complaint is about or where: grammar, greetings and requests. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
    yang dan di ke dari pada untuk dengan dalam oleh atau juga agar supaya karena sebab sehingga maka jika kalau bila
    apabila ketika saat waktu sejak sampai hingga setelah sesudah sebelum sambil serta tetapi tapi namun padahal meskipun
    ini itu sini situ sana adalah ialah ada adanya tidak bukan belum jangan tanpa sudah telah akan sedang masih lagi pernah
    sering selalu terus kembali hanya cuma saja pun lah kah nya sangat sekali terlalu lebih kurang paling makin semakin
    banyak sedikit semua seluruh setiap tiap para beberapa berbagai lain lainnya sama seperti sebagai secara tentang
    terhadap antara atas bawah bagi hal bisa dapat boleh harus perlu ingin mau minta kami kita saya aku anda kalian mereka
    dia ia beliau bapak ibu pak bu bang kak saudara bagaimana kenapa mengapa apa apakah siapa mana kapan berapa begitu begini
    jadi menjadi membuat dibuat bikin sekarang kemarin besok tadi nanti hari minggu bulan tahun malam pagi siang sore
    yth hormat dengan assalamualaikum waalaikumsalam wr wb horas salam selamat permisi izin mohon tolong harap semoga mudahan
    terima kasih trims makasih maaf min admin segera cepat secepatnya ditindaklanjuti tindak lanjut ditindak diperbaiki
    perbaikan perbaiki ditangani penanganan ditinjau dicek diperhatikan perhatian perhatiannya bantu bantuannya lapor
    melapor laporan melaporkan dilaporkan mengeluhkan keluhan pengaduan mengadu warga masyarakat kepada bupati dinas kepala
    terkait pemerintah instansi pihak petugas lokasi tempat daerah wilayah sekitar dekat depan samping seberang belakang
    arah menuju persis sepanjang
  `),
);

/** How people write words on a telephone, and what they mean. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  words(`
    yg=yang sdh=sudah udh=sudah udah=sudah dah=sudah tdk=tidak gak=tidak nggak=tidak ngga=tidak ga=tidak tak=tidak
    blm=belum krn=karena karna=karena dgn=dengan dg=dengan thn=tahun bln=bulan hr=hari jln=jalan jl=jalan jalanan=jalan
    ds=desa dsn=dusun kel=kelurahan kec=kecamatan kab=kabupaten gg=gang mhn=mohon utk=untuk tp=tetapi dpn=depan smp=sampai
    sampe=sampai org=orang byk=banyak klo=kalau kl=kalau kalo=kalau jd=jadi dr=dari lg=lagi dkt=dekat sp=simpang
    simp=simpang sgra=segera tlg=tolong trm=terima trima=terima ksh=kasih mtr=motor tgl=tanggal jg=juga jgn=jangan
    hrs=harus spy=supaya knp=kenapa gmn=bagaimana sblm=sebelum stlh=setelah skrg=sekarang trs=terus msh=masih blkg=belakang
    dlm=dalam pd=pada sm=sama skolah=sekolah sklh=sekolah rmh=rumah lobang=lubang berlobang=berlubang bolong=lubang
    mesjid=masjid sebrang=seberang
  `).map((pair) => pair.split('=') as [string, string]),
);

/** Words before the name of a place that are not part of it. */
export const KINDS_OF_PLACE: ReadonlySet<string> = new Set(words('desa kelurahan kecamatan dusun'));

/** What the name of a place follows in a text. */
export const PLACE_MARKERS: ReadonlySet<string> = new Set(words('desa kelurahan dusun kampung di'));

/** What a street's or a junction's name follows. */
export const STREET_MARKERS: ReadonlySet<string> = new Set(words('jalan gang lorong simpang'));

/** What may follow such a word and is no name: what is wrong with a street, and what kind of street it is. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  words(`
    raya besar umum utama lintas lingkar provinsi kabupaten kota desa dusun kelurahan kecamatan kampung lingkungan
    rusak berlubang lubang hancur parah gelap macet becek licin banjir sempit mati padam licin longsor amblas retak berdebu
    depan dekat samping seberang belakang arah menuju masuk keluar tersebut aspal beton tanah hidup total gulita
  `),
);
