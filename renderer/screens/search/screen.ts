import type { Screen } from '../../widgets/screen/screen.ts';

export const searchScreen: Screen = {
  actions: [
    {
      id: 'search',
      label: 'search.label',
      keys: ['/'],
      listed: 'all',
      listedAs: 'keys.search',
      run: ({ window }) => window.focusSearch(),
    },
  ],
  chapters: [
    {
      place: 60,
      title: 'Mencari',
      text: [
        'Tekan [/] lalu ketik kata, nomor, atau tempat; singkatan dan salah ketik pun ditemukan. Kata boleh ditambah saringan: kec:"Lubuk Pakam", status:proses, untuk:saya, telat.',
        'Pencarian yang sering dipakai dapat disimpan sebagai tampilan sendiri, dengan jumlahnya, di bawah daftar tampilan; urutannya dan isi tiap baris Anda yang memilih.',
      ],
    },
  ],
};
