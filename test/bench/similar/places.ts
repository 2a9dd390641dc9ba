import type { Random } from '../../../demo/random.ts';
import { STREETS } from '../../../demo/regency.ts';
import { split, type Words } from './matters.ts';

export type Place = { readonly district: string; readonly village: string; readonly street: string };

const FIRST = split('Sei Tanjung Lubuk Kampung Bandar Paya Suka Bangun Namo Kuta Pantai Rawa', ' ');
const SECOND = split(
  `Melati Kuning Rambung Sena Biru Jati Rimba Sinar Cemara Kerang Damai Rambai Tebu Pinang Gelugur Kelapa Mulya Raya Lada
   Nangka`,
  ' ',
);
/** The streets of the invented regency, and those that a larger one has besides. */
const STREET_NAMES: readonly string[] = [
  ...STREETS,
  ...split(
    `Gatot Subroto | Diponegoro | Kartini | Veteran | Pancasila | Garuda | Rajawali | Kenanga | Anggrek | Flamboyan |
     Sekata | Amal | Beringin | Purwo | Gaharu | Setia | Bahagia | Tirta | Utama | Medan Lama | Perjuangan | Sosial |
     Pertahanan | Rukun | Sejahtera`,
    ' | ',
  ),
];
const DISTRICTS = 22;

/** An invented regency of 22 kecamatan and 220 villages, whose names share their words like real ones do. */
const VILLAGES: readonly { readonly district: string; readonly village: string; readonly streets: Words }[] =
  FIRST.flatMap((first, a) => SECOND.map((second, b) => ({ name: `${first} ${second}`, number: a * 20 + b })))
    .slice(0, DISTRICTS * 10)
    .map(({ name, number }) => ({
      village: name,
      district: `${SECOND[number % 20]} ${number % DISTRICTS < 11 ? 'Hulu' : 'Hilir'}`,
      streets: Array.from(
        { length: 8 },
        (_, n) => STREET_NAMES[(number * 7 + n * 5) % STREET_NAMES.length],
      ) as unknown as Words,
    }));

export function anyPlace(random: Random): Place {
  const { district, village, streets } =
    VILLAGES[random.between(0, VILLAGES.length - 1)] ?? VILLAGES[0] ?? NOWHERE;
  return { district, village, street: random.pick(streets) };
}

/** The same street's name in another village, where there is one. */
export function samewhereElse(place: Place, random: Random): Place {
  const others = VILLAGES.filter(
    ({ village, streets }) => village !== place.village && streets.includes(place.street),
  );
  const { district, village } = others[random.between(0, others.length - 1)] ?? NOWHERE;
  return { district, village, street: place.street };
}

const NOWHERE = { district: 'Ujung Sana', village: 'Ujung Sini', streets: ['Ujung'] as Words };
