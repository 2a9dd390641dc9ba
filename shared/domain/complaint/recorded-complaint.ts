import type { Officer } from '../people/roles.ts';
import type { Complaint } from './complaint.ts';
import type { IntakeChannel, Platform, Recorded } from './recorded.ts';
import { RAW_STATUS } from './status.ts';

/** How the channel is called in a report: as LAPOR! writes its own. */
const CHANNEL_NAMES: Readonly<Record<IntakeChannel, string>> = {
  social: 'Media Sosial',
  call_center: 'Call Center 112',
  counter: 'Tatap Muka',
  letter: 'Surat',
  phone: 'Telepon',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
};
export const PLATFORM_NAMES: Readonly<Record<Exclude<Platform, 'other'>, string>> = {
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  threads: 'Threads',
};

function channelName({ channel, source: { platform } }: Recorded): string {
  return channel === 'social' && platform !== null && platform !== 'other'
    ? `${CHANNEL_NAMES.social} - ${PLATFORM_NAMES[platform]}`
    : CHANNEL_NAMES[channel];
}

/** The report before it was recorded: nobody has said anything yet. Its revision is 0, and no other report's is. */
export function unrecorded(id: string): Complaint {
  return {
    id,
    trackingId: '',
    revision: 0,
    title: '',
    originalText: '',
    finalText: '',
    classification: 'pengaduan',
    oversight: false,
    anonymous: false,
    confidential: false,
    reporterName: null,
    categoryId: null,
    categoryPath: [],
    parentAgency: null,
    agency: null,
    rawStatus: RAW_STATUS.unverified,
    statusReason: null,
    province: null,
    regency: null,
    district: null,
    village: null,
    channel: '',
    rating: null,
    receivedAt: '',
    returns: 0,
    dispositionedAt: null,
    timeline: [],
    readBy: [],
    extra: {},
  };
}

/** What was recorded, as a report. Its number is the receipt, which the officer can tell the reporter. */
export function recordedAs(
  before: Complaint,
  said: Recorded,
  text: string,
  { officer, receipt }: { readonly officer: Officer; readonly receipt: string | null },
): Complaint {
  const agency = said.ours ? officer.agency : null;
  const name = said.reporter.name.trim();
  return {
    ...before,
    trackingId: receipt ?? '',
    title: said.title.trim(),
    originalText: text.trim(),
    finalText: text.trim(),
    classification: said.classification,
    anonymous: said.anonymous,
    confidential: said.confidential,
    reporterName: said.anonymous || name === '' ? null : name,
    agency: agency === null ? null : { id: agency.id, name: agency.name },
    rawStatus: agency === null ? RAW_STATUS.unverified : RAW_STATUS.dispositionedTo(agency.name),
    district: orNull(said.district),
    village: orNull(said.village),
    channel: channelName(said),
    receivedAt: said.receivedAt,
    dispositionedAt: agency === null ? null : said.receivedAt,
    extra: said.location.trim() === '' ? {} : { Lokasi: said.location.trim() },
  };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
