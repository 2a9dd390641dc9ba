import type { Classification } from './classification.ts';

/** The ways on which a complaint comes to an office beside LAPOR!. */
export const INTAKE_CHANNELS = [
  'social',
  'call_center',
  'counter',
  'letter',
  'phone',
  'whatsapp',
  'email',
] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** Where a post that tagged the agency stood. */
export const PLATFORMS = ['x', 'instagram', 'facebook', 'tiktok', 'youtube', 'threads', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What an officer records of a complaint, besides the complaint's own words. An empty text: not known. */
export type Recorded = {
  readonly title: string;
  readonly classification: Classification;
  readonly channel: IntakeChannel;
  readonly district: string;
  readonly village: string;
  /** The street, the pole, the house: as exactly as the reporter said it. */
  readonly location: string;
  /** When the office was told: the OPD's clocks start here where the report is its own. ISO instant. */
  readonly receivedAt: string;
  /** True: the OPD answers it. False: the Admin Instansi decides who does. */
  readonly ours: boolean;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly reporter: { readonly name: string; readonly phone: string; readonly email: string };
  /** Where it was said, as far as it was a post or a message: who by, and when (an ISO instant). */
  readonly source: {
    readonly platform: Platform | null;
    readonly author: string;
    readonly link: string;
    readonly at: string;
  };
};

/** UTF-16 units of each text that is not the complaint's own words. */
export const MAX_RECORDED_LENGTH = 500;
/** ms by which the clock of an office's PC may be ahead of what the officer says of a time. */
const AHEAD_MS = 5 * 60_000;

const PREFIX = 'catat-';
const RECORDED_ID = /^catat-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a report that an officer records; `uuid` is new. */
export function recordedId(uuid: string): string {
  return `${PREFIX}${uuid}`;
}

/** Was it recorded by an office? LAPOR! does not know such a report. */
export function isRecordedId(complaintId: string): boolean {
  return RECORDED_ID.test(complaintId);
}

/** What an officer begins with: told now, and of our own OPD. */
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
  if (said.title.trim() === '') return 'title';
  if (Object.values(textsOf(said)).some((text) => text.length > MAX_RECORDED_LENGTH)) return 'too_long';
  const received = Date.parse(said.receivedAt);
  if (!INSTANT.test(said.receivedAt) || !(received <= Date.parse(composedAt) + AHEAD_MS)) return 'received';
  const { phone, email } = said.reporter;
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return 'email';
  if (phone.trim() !== '' && !/^\+?[\d\s().-]{5,25}$/.test(phone.trim())) return 'phone';
  if (said.source.link.trim() !== '' && !/^https?:\/\/\S+$/i.test(said.source.link.trim())) return 'link';
  return null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function textsOf({
  title,
  district,
  village,
  location,
  reporter,
  source,
}: Recorded): Readonly<Record<string, string>> {
  const { author, link } = source;
  return { title, district, village, location, ...reporter, author, link };
}
