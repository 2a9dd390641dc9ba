import { v7 } from 'uuid';
import { addDays, type Day, dayOf, instantAt } from '#shared/domain/calendar/day.ts';
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '#shared/domain/calendar/working-days.ts';
import { type Complaint, complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { isOversight } from '../lapor/import/oversight.ts';
import { chronology, edited, LONG_TITLE, REPLIES, SHORT_SMS } from './messy.ts';
import { CLOSED_PLANS, OPEN_PLANS, type Plan } from './plan.ts';
import { type Random, seededRandom } from './random.ts';
import {
  AGENCIES,
  CHANNELS,
  type DemoAgency,
  DISTRICTS,
  type District,
  FIRST_NAMES,
  INITIALS,
  PARENT_AGENCY,
  PROVINCE,
  REGENCY,
  STREETS,
} from './regency.ts';
import type { Topic } from './topic.ts';
import { TOPICS } from './topics.ts';

export type DemoRequest = { readonly seed: number; readonly now: Date; readonly calendar: WorkingCalendar };

/** The id of an invented officer: the first of an agency answers, the second writes notes. */
export function demoOfficerId(agencyId: string, which: 0 | 1): string {
  return `demo-${agencyId}-${which + 1}`;
}

/** 600 invented complaints as they stand at `now`, oldest first; the same for the same seed and moment. */
export function generateComplaints(request: DemoRequest): readonly Complaint[] {
  const random = seededRandom(request.seed);
  const complaints = AGENCIES.flatMap((agency) =>
    Array.from({ length: agency.open + agency.closed }, (_, i) => {
      const isOpen = i < agency.open;
      const plan = isOpen ? OPEN_PLANS[i % OPEN_PLANS.length] : CLOSED_PLANS[i % CLOSED_PLANS.length];
      return plan === undefined ? [] : compose({ ...request, random, agency, plan, isOpen }, i);
    }).flat(),
  );
  return withNumbers(complaints, random);
}

const FIRST_TRACKING_ID = 9_300_400;
const FIRST_RECEIPT = 10_001;

/** Tracking ids grow with the day of arrival, receipts with the moment of answering. */
function withNumbers(complaints: readonly Complaint[], random: Random): readonly Complaint[] {
  const answers = complaints.flatMap(({ timeline }) => timeline.filter(({ kind }) => kind === 'follow_up'));
  answers.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  const receipts = new Map(answers.map(({ id }, i) => [id, `K-${FIRST_RECEIPT + i}`]));
  let number = FIRST_TRACKING_ID;
  return complaints
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))
    .map((complaint) => {
      number += random.between(1, 9);
      return {
        ...complaint,
        id: complaintIdOf(String(number)),
        trackingId: String(number),
        timeline: complaint.timeline.map((entry) => ({ ...entry, receipt: receipts.get(entry.id) ?? null })),
      };
    });
}

type Making = DemoRequest & {
  readonly random: Random;
  readonly agency: DemoAgency;
  readonly plan: Plan;
  readonly isOpen: boolean;
};

type Place = {
  readonly district: District;
  readonly village: string;
  readonly street: string;
  readonly n: number;
};

function compose(making: Making, index: number): Complaint {
  const { random, agency } = making;
  const topic = random.pick(TOPICS[agency.id] ?? TOPICS['7001'] ?? failWithoutTopics());
  const district = random.pick(DISTRICTS);
  const place = {
    district,
    village: random.pick(district.villages),
    street: random.pick(STREETS),
    n: random.between(2, 9),
  };
  const plan =
    making.isOpen && topic.classification === 'permintaan_informasi'
      ? sooner(making.plan, index)
      : making.plan;
  const [title, body] = random.pick(topic.cases);
  const text = textOf(making, fill(body, place), topic, place, index);
  const anonymous = random.chance(0.2);
  const noPlace = random.chance(0.1);
  const history = historyOf({ ...making, plan }, topic, place);
  const readBy = hasRead(making, history.timeline)
    ? [{ officerId: demoOfficerId(agency.id, 0), revision: history.timeline.length + 1 }]
    : [];

  return {
    ...unrecorded(''),
    revision: history.timeline.length + 1 + readBy.length,
    title: making.isOpen && index === 9 ? LONG_TITLE : fill(title, place),
    originalText: text,
    finalText: edited(text),
    classification: topic.classification,
    oversight: isOversight(topic.category, topic.classification, history.receivedAt),
    anonymous,
    confidential: random.chance(0.12),
    reporterName: anonymous ? null : `${random.pick(FIRST_NAMES)} ${random.pick(INITIALS)}`,
    categoryId: topic.categoryId,
    categoryPath: topic.category,
    parentAgency: PARENT_AGENCY,
    agency: { id: agency.id, name: agency.name },
    rawStatus: history.rawStatus,
    statusReason: plan.statusReason,
    province: PROVINCE,
    regency: REGENCY,
    district: noPlace ? null : place.district.name,
    village: noPlace || random.chance(0.2) ? null : place.village,
    channel: text.length < 60 ? 'SMS' : random.pick(CHANNELS),
    rating: making.isOpen || random.chance(0.6) ? null : random.between(1, 5),
    receivedAt: history.receivedAt,
    dispositionedAt: history.dispositionedAt,
    timeline: history.timeline,
    readBy,
  };
}

/** What came last was the officer's own, or is old enough to have been looked at. */
function hasRead({ random, agency, plan, isOpen }: Making, timeline: readonly TimelineEntry[]): boolean {
  if (!isOpen || timeline.at(-1)?.author.officerId === demoOfficerId(agency.id, 0)) return true;
  return plan.replied === null && random.chance(plan.dispositioned > 2 ? 0.7 : 0.2);
}

/** A request for information is due as a whole within five working days: most are fresher. */
function sooner(plan: Plan, index: number): Plan {
  const dispositioned = Math.min(plan.dispositioned, 1 + (index % 5));
  return {
    ...plan,
    dispositioned,
    answered: plan.answered.slice(0, 1).map(() => Math.max(0, dispositioned - 1)),
  };
}

function textOf(
  { random, isOpen }: Making,
  usual: string,
  topic: Topic,
  place: Place,
  index: number,
): string {
  if (!isOpen) return usual;
  if (index === 5) return chronology(random, `${topic.category.at(-1)?.toLowerCase()} di ${place.village}`);
  if (index === 13 || index === 41) return random.pick(SHORT_SMS);
  if (index === 17)
    return `${usual}!!! ${fill('SUDAH {n} KALI SAYA LAPORKAN TIDAK ADA TANGGAPAN', place)}`.toUpperCase();
  return usual;
}

function fill(text: string, place: Place): string {
  return text
    .replaceAll('{desa}', place.village)
    .replaceAll('{kec}', place.district.name)
    .replaceAll('{jalan}', place.street)
    .replaceAll('{n}', String(place.n));
}

type History = Pick<Complaint, 'receivedAt' | 'dispositionedAt' | 'rawStatus' | 'timeline'>;

function historyOf(making: Making, topic: Topic, place: Place): History {
  const { random, agency, plan, now } = making;
  let last = 0;
  /** A moment of office hours so many working days ago, after all before it and never in the future. */
  const moment = (workingDaysAgo: number): string => {
    const day = dayBefore(making.calendar, dayOf(now.toISOString()), workingDaysAgo);
    const clock = `${String(random.between(8, 15)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`;
    last = Math.min(Math.max(Date.parse(instantAt(day, clock)), last + 60_000), now.getTime());
    return new Date(last).toISOString();
  };
  const receivedAt = moment(plan.dispositioned + random.between(1, 2));
  const unverified = plan.rawStatus === 'Belum Terverifikasi';
  const timeline: TimelineEntry[] = [];
  const add = (entry: Pick<TimelineEntry, 'kind' | 'text' | 'visibility' | 'author'>, at: string): void => {
    const id = v7({ msecs: Date.parse(at), seq: timeline.length, random: randomBytes(random) });
    timeline.push({
      ...entry,
      id,
      at,
      revision: timeline.length + 2,
      receipt: null,
      attachments: [],
      detail: null,
    });
  };

  const admin = { officerId: null, name: 'Admin Instansi', role: 'admin', agencyId: null } as const;
  const dispositionedAt = unverified ? null : moment(plan.dispositioned);
  if (dispositionedAt !== null) {
    add(
      { kind: 'disposition', author: admin, visibility: 'public', text: `Diteruskan ke ${agency.name}` },
      dispositionedAt,
    );
  }
  for (const [i, ago] of plan.answered.entries()) {
    add(
      {
        kind: 'follow_up',
        author: staff(agency, 0),
        visibility: 'public',
        text: answer(random, topic, place, i),
      },
      moment(ago),
    );
  }
  if (plan.note && topic.notes.length > 0) {
    const text = fill(topic.notes[place.n % topic.notes.length] ?? '', place);
    add(
      { kind: 'internal_note', author: staff(agency, 1), visibility: 'agency', text },
      moment(plan.answered.at(-1) ?? 0),
    );
  }
  if (plan.replied !== null) {
    const reporter = { officerId: null, name: 'Pelapor', role: 'reporter', agencyId: null } as const;
    add(
      { kind: 'reporter_reply', author: reporter, visibility: 'public', text: random.pick(REPLIES) },
      moment(plan.replied),
    );
  }
  const rawStatus = plan.rawStatus === 'dispositioned' ? `Terdisposisi ke ${agency.name}` : plan.rawStatus;
  return { receivedAt, dispositionedAt, rawStatus, timeline };
}

function answer(random: Random, topic: Topic, place: Place, index: number): string {
  if (index === 0) return fill(random.pick(topic.answers), place);
  return fill(
    'Menyambung jawaban kami sebelumnya: pekerjaan di {desa} sudah selesai. Terima kasih atas kesabaran Saudara.',
    place,
  );
}

function staff(agency: DemoAgency, which: 0 | 1): TimelineEntry['author'] {
  const role = which === 0 ? 'penghubung' : 'pelaksana';
  return { officerId: demoOfficerId(agency.id, which), name: agency.staff[which], role, agencyId: agency.id };
}

/** The working day `count` working days before `today` (0: today, or the last one before a day off). */
function dayBefore(calendar: WorkingCalendar, today: Day, count: number): Day {
  let day = today;
  while (!isWorkingDay(calendar, day) || workingDaysBetween(calendar, day, today) < count)
    day = addDays(day, -1);
  return day;
}

function randomBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => random.between(0, 255));
}

function failWithoutTopics(): never {
  throw new Error('an invented agency has no topics');
}
