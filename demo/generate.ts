import { v7 } from 'uuid';
import { addDays, type Day, dayOf, instantAt } from '#shared/domain/calendar/day.ts';
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '#shared/domain/calendar/working-days.ts';
import { type Complaint, complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import type { Author, EntryKind, TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { RAW_STATUS } from '#shared/domain/complaint/status.ts';
import { isOversight } from '../lapor/import/oversight.ts';
import { chronology, edited, LONG_TITLE, REPLIES, SHORT_SMS } from './messy.ts';
import { CLOSED_PLANS, OPEN_PLANS, type Plan } from './plan.ts';
import { type Random, seededRandom } from './random.ts';
import {
  AGENCIES,
  CHANNELS,
  type DemoAgency,
  FIRST_NAMES,
  INITIALS,
  PARENT_AGENCY,
  PROVINCE,
  REGENCY,
  STREETS,
  VILLAGES,
} from './regency.ts';
import { ANSWERS, NOTES, TOPICS, type Topic } from './topics.ts';

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
      const plans = isOpen ? OPEN_PLANS : CLOSED_PLANS;
      const plan = plans[i % plans.length];
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

/** `n`: a number that the text names: of weeks, of lamps, of people. */
type Place = {
  readonly district: string;
  readonly village: string;
  readonly street: string;
  readonly n: number;
};

function compose(making: Making, index: number): Complaint {
  const { random, agency } = making;
  const topics = (TOPICS[agency.id] ?? []).flatMap((one) =>
    Array.from({ length: one.share ?? 1 }, () => one),
  );
  const topic = random.pick(topics);
  const { classification = 'pengaduan' } = topic;
  const categoryPath = topic.category.split(' > ');
  const [district, villages] = random.pick(Object.entries(VILLAGES));
  const place = {
    district,
    village: random.pick(villages),
    street: random.pick(STREETS),
    n: random.between(2, 9),
  };
  const plan =
    making.isOpen && classification === 'permintaan_informasi' ? sooner(making.plan, index) : making.plan;
  const [title, body] = random.pick(Object.entries(topic.cases));
  const subject = `${categoryPath.at(-1)?.toLowerCase()} di ${place.village}`;
  const text = making.isOpen ? unusual(random, fill(body, place), subject, place, index) : fill(body, place);
  const anonymous = random.chance(0.2);
  const noPlace = random.chance(0.1);
  const history = historyOf({ ...making, plan }, topic, place);
  const readBy = hasRead(making, history.timeline)
    ? [{ officerId: demoOfficerId(agency.id, 0), revision: history.timeline.length + 1 }]
    : [];

  return {
    ...unrecorded(''),
    ...history,
    revision: history.timeline.length + 1 + readBy.length,
    title: making.isOpen && index === 9 ? LONG_TITLE : fill(title, place),
    originalText: text,
    finalText: edited(text),
    classification,
    oversight: isOversight(categoryPath, classification, history.receivedAt),
    anonymous,
    confidential: random.chance(0.12),
    reporterName: anonymous ? null : `${random.pick(FIRST_NAMES)} ${random.pick(INITIALS)}`,
    categoryId: topic.categoryId,
    categoryPath,
    parentAgency: PARENT_AGENCY,
    agency: { id: agency.id, name: agency.name },
    statusReason: plan.statusReason,
    province: PROVINCE,
    regency: REGENCY,
    district: noPlace ? null : place.district,
    village: noPlace || random.chance(0.2) ? null : place.village,
    channel: text.length < 60 ? 'SMS' : random.pick(CHANNELS),
    rating: making.isOpen || random.chance(0.6) ? null : random.between(1, 5),
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
  const answered = plan.answered.slice(0, 1).map(() => Math.max(0, dispositioned - 1));
  return { ...plan, dispositioned, answered };
}

/** The text of an open complaint: of a few it is very long, very short, or shouted. */
function unusual(random: Random, usual: string, subject: string, place: Place, index: number): string {
  if (index === 5) return chronology(random, subject);
  if (index === 13 || index === 41) return random.pick(SHORT_SMS);
  if (index === 17)
    return `${usual}!!! ${fill('SUDAH {n} KALI SAYA LAPORKAN TIDAK ADA TANGGAPAN', place)}`.toUpperCase();
  return usual;
}

function fill(text: string, { village, district, street, n }: Place): string {
  const words: Readonly<Record<string, string>> = {
    desa: village,
    kec: district,
    jalan: street,
    n: String(n),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

type History = Pick<Complaint, 'receivedAt' | 'dispositionedAt' | 'rawStatus' | 'timeline'>;

function historyOf({ random, agency, plan, now, calendar }: Making, topic: Topic, place: Place): History {
  let last = 0;
  /** A moment of office hours so many working days ago, after all before it and never in the future. */
  const moment = (workingDaysAgo: number): string => {
    const day = dayBefore(calendar, dayOf(now.toISOString()), workingDaysAgo);
    const clock = `${String(random.between(8, 15)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`;
    last = Math.min(Math.max(Date.parse(instantAt(day, clock)), last + 60_000), now.getTime());
    return new Date(last).toISOString();
  };
  const timeline: TimelineEntry[] = [];
  const add = (kind: EntryKind, author: Author, text: string, at: string): void => {
    timeline.push({
      id: v7({ msecs: Date.parse(at), seq: timeline.length, random: randomBytes(random) }),
      kind,
      at,
      revision: timeline.length + 2,
      author,
      text,
      attachments: [],
      visibility: kind === 'internal_note' ? 'agency' : 'public',
      receipt: null,
      detail: null,
    });
  };

  const { answers = ANSWERS, notes = NOTES } = topic;
  const receivedAt = moment(plan.dispositioned + random.between(1, 2));
  const dispositionedAt = plan.rawStatus === RAW_STATUS.unverified ? null : moment(plan.dispositioned);
  if (dispositionedAt !== null) add('disposition', ADMIN, `Diteruskan ke ${agency.name}`, dispositionedAt);
  for (const [i, ago] of plan.answered.entries()) {
    const answer = i === 0 ? random.pick(answers) : DONE;
    add('follow_up', staff(agency, 0), fill(answer, place), moment(ago));
  }
  const note = notes[place.n % notes.length];
  if (plan.note && note !== undefined)
    add('internal_note', staff(agency, 1), fill(note, place), moment(plan.answered.at(-1) ?? 0));
  if (plan.replied !== null) add('reporter_reply', COMPLAINTER, random.pick(REPLIES), moment(plan.replied));
  const rawStatus =
    plan.rawStatus === 'dispositioned' ? RAW_STATUS.dispositionedTo(agency.name) : plan.rawStatus;
  return { receivedAt, dispositionedAt, rawStatus, timeline };
}

const ADMIN: Author = { officerId: null, name: 'Admin Instansi', role: 'admin', agencyId: null };
const COMPLAINTER: Author = { officerId: null, name: 'Pelapor', role: 'reporter', agencyId: null };
/** Every answer after the first. */
const DONE =
  'Menyambung jawaban kami sebelumnya: pekerjaan di {desa} sudah selesai. Terima kasih atas kesabaran Saudara.';

function staff(agency: DemoAgency, which: 0 | 1): Author {
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
