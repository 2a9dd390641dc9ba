import * as z from 'zod';
import { type Data, line, text, time } from '../schema.ts';
import { CLASSIFICATIONS } from './classification.ts';

/** The ways on which a complaint comes to an office beside LAPOR!, named as LAPOR! writes its own. */
export const CHANNEL_NAMES = {
  social: 'Media Sosial',
  call_center: 'Call Center 112',
  counter: 'Tatap Muka',
  letter: 'Surat',
  phone: 'Telepon',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
} as const;
export type IntakeChannel = keyof typeof CHANNEL_NAMES;
export const INTAKE_CHANNELS = Object.keys(CHANNEL_NAMES) as IntakeChannel[];

/** Where a post that tagged the agency stood. */
export const PLATFORMS = ['x', 'instagram', 'facebook', 'tiktok', 'youtube', 'threads', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Who told the office of a complaint, and how they can be reached. */
export const recordedReporter = z.object({ name: line, phone: line, email: line });

/** Where a complaint was said, as far as it was a post or a message: who by, and when (an ISO instant). */
export const recordedSource = z.object({
  platform: z.enum(PLATFORMS).nullable(),
  author: line,
  link: line,
  at: time,
});

/** What an officer records of a complaint, besides the complaint's own words. An empty text: not known. */
export const recorded = z.object({
  title: line,
  classification: z.enum(CLASSIFICATIONS),
  channel: z.enum(INTAKE_CHANNELS),
  district: line,
  village: line,
  /** The street, the pole, the house: as exactly as the reporter said it. */
  location: line,
  /** When the office was told: the agency's clocks start here where the complaint is its own. ISO instant. */
  receivedAt: time,
  /** True: the agency answers it. False: the Admin Instansi decides who does. */
  ours: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  reporter: recordedReporter,
  source: recordedSource,
});
export type Recorded = Data<typeof recorded>;

/** UTF-16 units of each text that is not the complaint's own words. */
export const MAX_RECORDED_LENGTH = 500;
/** No complaint is older: before that there was no LAPOR!. */
const EARLIEST_MS = Date.UTC(2000);
/** ms by which the clock of an office's PC may be ahead of what the officer says of a time. */
const AHEAD_MS = 5 * 60_000;

/** A receipt of an office without a central service, "K-260907001": its day, and its number on that day. */
export const officeReceipt = text.max(17).regex(/^K-\d{9,15}$/);

/** With this begins the id of a complaint that an office recorded. */
export const RECORDED_PREFIX = 'catat-';
const RECORDED_ID = /^catat-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a complaint that an officer records; `uuid` is new. */
export function recordedId(uuid: string): string {
  return `${RECORDED_PREFIX}${uuid}`;
}

/** Was it recorded by an office? LAPOR! does not know such a complaint. */
export function isRecordedId(complaintId: string): boolean {
  return RECORDED_ID.test(complaintId);
}

/** What an officer begins with: told now, and of our own agency. */
export function newRecorded(receivedAt: string): Recorded {
  return {
    title: '',
    classification: 'pengaduan',
    channel: 'social',
    district: '',
    village: '',
    location: '',
    receivedAt,
    ours: true,
    anonymous: false,
    confidential: false,
    reporter: { name: '', phone: '', email: '' },
    source: { platform: null, author: '', link: '', at: '' },
  };
}

/** The first thing that is wrong with what was recorded on `composedAt`; null: it can be sent. */
export type RecordedProblem = 'title' | 'received' | 'email' | 'phone' | 'link' | 'too_long';

export function problemOfRecorded(said: Recorded, composedAt: string): RecordedProblem | null {
  const { title, district, village, location, reporter, source } = said;
  if (title.trim() === '') return 'title';
  const texts = [title, district, village, location, ...Object.values(reporter), source.author, source.link];
  if (texts.some((text) => text.length > MAX_RECORDED_LENGTH)) return 'too_long';
  const received = Date.parse(said.receivedAt);
  const isPast = received >= EARLIEST_MS && received <= Date.parse(composedAt) + AHEAD_MS;
  if (!INSTANT.test(said.receivedAt) || !isPast) return 'received';
  const { phone, email } = reporter;
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return 'email';
  if (phone.trim() !== '' && !/^\+?[\d\s().-]{5,25}$/.test(phone.trim())) return 'phone';
  if (source.link.trim() !== '' && !/^https?:\/\/\S+$/i.test(source.link.trim())) return 'link';
  return null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
