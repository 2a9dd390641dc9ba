import type { Random } from '../../../demo/random.ts';

/** How people shorten words on a telephone. */
const SLANG: Readonly<Record<string, readonly [string, ...string[]]>> = {
  yang: ['yg'],
  sudah: ['sdh', 'udah', 'dah'],
  tidak: ['tdk', 'gak', 'nggak', 'ga'],
  belum: ['blm'],
  karena: ['krn'],
  dengan: ['dgn'],
  tahun: ['thn'],
  jalan: ['jln', 'jl'],
  desa: ['ds'],
  mohon: ['mhn'],
  untuk: ['utk'],
  tapi: ['tp'],
  depan: ['dpn'],
  sampai: ['smp', 'sampe'],
  orang: ['org'],
  banyak: ['byk'],
  kalau: ['klo', 'kl', 'kalo'],
  jadi: ['jd'],
  dari: ['dr'],
  lagi: ['lg'],
  bulan: ['bln'],
  dekat: ['dkt'],
  simpang: ['sp', 'simp'],
  jembatan: ['jmbtn', 'jembtn'],
  mati: ['mti'],
  lampu: ['lmpu'],
  sampah: ['smpah'],
  sekolah: ['sklh', 'skolah'],
  rumah: ['rmh'],
  warga: ['wrga'],
  segera: ['sgra'],
  tolong: ['tlg'],
  terima: ['trm', 'trima'],
  kasih: ['ksh'],
  samping: ['smping'],
  motor: ['mtr'],
  lubang: ['lobang'],
  berlubang: ['berlobang', 'bolong2'],
  masjid: ['mesjid'],
  seberang: ['sebrang'],
  setiap: ['tiap'],
};
const FULL: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SLANG).flatMap(([full, short]) => short.map((word) => [word, full])),
);
const LETTERS = 'aeiourntsk';

/** How carefully a person writes: shares of words. */
export type Hand = { readonly slang: number; readonly typos: number; readonly shouting: boolean };

export function anyHand(random: Random): Hand {
  return {
    slang: random.chance(0.5) ? 0 : random.between(3, 8) / 10,
    typos: random.chance(0.5) ? 0 : random.between(2, 8) / 100,
    shouting: random.chance(0.06),
  };
}

export function written(text: string, hand: Hand, random: Random): string {
  const words = text.split(' ').map((word) => {
    const short = SLANG[word.toLowerCase()];
    if (short !== undefined && random.chance(hand.slang)) return random.pick(short);
    return word.length > 3 && random.chance(hand.typos) ? mistyped(word, random) : word;
  });
  const joined = words.join(' ');
  if (hand.shouting) return joined.toUpperCase();
  return hand.slang > 0 ? joined.toLowerCase() : joined;
}

function mistyped(word: string, random: Random): string {
  const at = random.between(1, word.length - 2);
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (random.between(0, 3)) {
    case 0:
      return before + after;
    case 1:
      return before + here + here + after;
    case 2:
      return before + after.charAt(0) + here + after.slice(1);
    default:
      return before + (LETTERS[random.between(0, LETTERS.length - 1)] ?? 'a') + after;
  }
}

/** What an admin makes of it: the usual short forms written out; mistypings stay. */
export function edited(text: string): string {
  const calm = text === text.toUpperCase() ? text.toLowerCase() : text;
  return calm.replace(/\p{L}+\d?/gu, (word) => FULL[word] ?? word);
}
