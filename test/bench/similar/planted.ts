import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { type Random, seededRandom } from '../../../demo/random.ts';
import { AGENCY } from '../invented.ts';
import { CLOSINGS, DETAIL_NAMES, DETAILS, MATTERS, type Matter, OPENINGS, STORIES } from './matters.ts';
import { anyPlace, type Place, samewhereElse } from './places.ts';
import { anyHand, edited, written } from './wording.ts';

const DAY_MS = 86_400_000;
const GROUPS = 150;
const FIRST_TRACKING_ID = 6_000_000;

/** One thing that happened at one place: what several people may write about. */
type Happening = {
  readonly matter: Matter;
  readonly place: Place;
  readonly details: readonly string[];
  /** ms since 1970. */
  readonly at: number;
};

/** A complaint, and which planted group it belongs to; null: nobody else wrote about the same thing. */
export type Planted = { readonly complaint: Complaint; readonly group: number | null };

/**
 * `count` complaints of a year, the same ones for the same seed: 150 groups of 2-8 people who write about one
 * thing in their own words, some days apart; beside each group what is easily taken for it (the same place
 * with another matter, the same matter and street in another village, the same a year apart); the rest by
 * themselves.
 */
export function plantedSet(seed: number, count: number, now: number): readonly Planted[] {
  const random = seededRandom(seed);
  const planted: { happening: Happening; group: number | null }[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const happening = anyHappening(random, now);
    const members = random.between(2, 8);
    for (let n = 0; n < members; n++) {
      const days = n === 0 ? 0 : random.chance(0.8) ? random.between(0, 14) : random.between(15, 40);
      planted.push({ happening: { ...happening, at: happening.at + days * DAY_MS }, group });
    }
    for (const decoy of decoysOf(happening, random)) planted.push({ happening: decoy, group: null });
  }
  while (planted.length < count) planted.push({ happening: anyHappening(random, now), group: null });
  return planted
    .slice(0, count)
    .map(({ happening, group }) => ({ group, complaint: complaintOn(happening, random) }))
    .map(({ group, complaint }, n) => {
      const trackingId = String(FIRST_TRACKING_ID + n);
      return { group, complaint: { ...complaint, id: `lapor-${trackingId}`, trackingId } };
    });
}

function anyHappening(random: Random, now: number): Happening {
  const details = Array.from({ length: random.between(2, 3) }, () =>
    random
      .pick(DETAILS)
      .replace('{nama}', random.pick(DETAIL_NAMES))
      .replace('{angka}', String(random.between(2, 9))),
  );
  return {
    matter: random.pick(MATTERS),
    place: anyPlace(random),
    details,
    at: now - random.between(45 * 24, 330 * 24) * 3_600_000,
  };
}

function decoysOf(happening: Happening, random: Random): readonly Happening[] {
  const soon = (): number => happening.at + random.between(-14, 14) * DAY_MS;
  const others = MATTERS.filter((matter) => matter !== happening.matter);
  const other = others[random.between(0, others.length - 1)] ?? happening.matter;
  const away = anyHappening(random, happening.at);
  return [
    {
      ...happening,
      matter: other,
      details: [...happening.details.slice(0, 1), ...away.details.slice(1)],
      at: soon(),
    },
    { ...happening, place: samewhereElse(happening.place, random), details: away.details, at: soon() },
    { ...happening, at: happening.at - random.between(345, 385) * DAY_MS },
  ];
}

/** One person's complaint. What they leave out and how they write is chance. */
function complaintOn(
  { matter, place, details, at }: Happening,
  random: Random,
): Omit<Complaint, 'id' | 'trackingId'> {
  const [thing, state] = [random.pick(matter.things), random.pick(matter.states)];
  const street = `${random.pick(['jalan', 'jln', 'jl.', 'jalan', 'gang'])} ${place.street}`;
  const saysStreet = random.chance(0.7);
  const noVillage = random.chance(0.3);
  const noDistrict = noVillage && random.chance(0.4);
  const saysVillage = random.chance(noVillage ? 0.75 : 0.4);
  const where = [
    ...(saysStreet ? [`di ${street}`] : []),
    ...(saysVillage ? [`${random.pick(['desa', 'ds', 'kelurahan', 'di'])} ${place.village}`] : []),
  ].join(' ');
  const said = details.filter(() => random.chance(0.55));
  const sentences = shuffled(
    [
      `${random.pick(matter.things)} ${where} ${random.pick(matter.states)} ${said.join(' ')}`,
      ...matter.harms.filter(() => random.chance(0.35)),
      ...STORIES.filter(() => random.chance(random.chance(0.15) ? 0.6 : 0.06)),
      ...(random.chance(0.7) ? [random.pick(CLOSINGS)] : []),
    ],
    random,
  );
  if (random.chance(0.6)) sentences.unshift(random.pick(OPENINGS));
  const hand = anyHand(random);
  const originalText = written(tidy(sentences.join('. ')), hand, random);
  const title = titled(
    tidy(
      `${thing} ${state} ${random.chance(0.5) ? `di ${saysStreet && random.chance(0.5) ? street : place.village}` : ''}`,
    ),
  );
  const receivedAt = new Date(at + random.between(0, 1_439) * 60_000).toISOString();
  return {
    ...unrecorded(''),
    revision: 1,
    title,
    originalText,
    finalText: random.chance(0.5) ? edited(originalText) : originalText,
    anonymous: random.chance(0.3),
    categoryPath: random.chance(0.85) ? matter.category : random.pick(MATTERS).category.slice(0, 1),
    parentAgency: 'Pemerintah Kabupaten Contoh',
    agency: AGENCY,
    rawStatus: `Terdisposisi ke ${AGENCY.name}`,
    province: 'Sumatera Contoh',
    regency: 'Kabupaten Contoh',
    district: noDistrict ? null : place.district,
    village: noVillage ? null : place.village,
    channel: 'Website',
    receivedAt,
    dispositionedAt: receivedAt,
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ \./g, '.').trim();
}
function titled(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
function shuffled(items: readonly string[], random: Random): string[] {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n--) {
    const other = random.between(0, n);
    [mixed[n], mixed[other]] = [mixed[other] ?? '', mixed[n] ?? ''];
  }
  return mixed;
}
