import type { Officer } from '../people/roles.ts';
import type { Complaint } from './complaint.ts';
import type { EntryDetail } from './entry-detail.ts';
import { emptyValueOf, FIELDS, type Field } from './fields.ts';
import { CHANNEL_NAMES, INTAKE_CHANNELS, newRecorded, type Platform, type Recorded } from './recorded.ts';
import { RAW_STATUS } from './status.ts';

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

const NOTHING_KNOWN = Object.fromEntries(
  Object.entries<Field>(FIELDS).map(([name, field]) => [name, emptyValueOf(field)]),
);

/** The complaint before it was recorded: nothing is known yet. Only its revision is 0. */
export function unrecorded(id: string): Complaint {
  const known = { id, classification: 'pengaduan', rawStatus: RAW_STATUS.unverified };
  return { ...NOTHING_KNOWN, ...known } as Complaint;
}

/** What was recorded, as a complaint. Its number is the receipt, which the officer can tell the reporter. */
export function recordedAs(
  before: Complaint,
  said: Recorded,
  words: string,
  { officer, receipt }: { readonly officer: Officer; readonly receipt: string | null },
): Complaint {
  const { location, ours, reporter, source: _source, channel: _channel, ...fields } = said;
  const agency = ours ? officer.agency : null;
  const name = reporter.name.trim();
  const text = words.trim();
  return {
    ...before,
    ...fields,
    ...textsOf(fields),
    trackingId: receipt ?? '',
    originalText: text,
    finalText: text,
    reporterName: fields.anonymous || name === '' ? null : name,
    agency: agency === null ? null : { id: agency.id, name: agency.name },
    rawStatus: agency === null ? RAW_STATUS.unverified : RAW_STATUS.dispositionedTo(agency.name),
    channel: channelName(said),
    dispositionedAt: agency === null ? null : fields.receivedAt,
    extra: location.trim() === '' ? {} : { Lokasi: location.trim() },
  };
}

/** What was recorded, read back from the complaint that came of it. @param detail of its entry `record` */
export function recordedOf(complaint: Complaint, { recorded }: EntryDetail): Recorded {
  const empty = newRecorded('');
  const own = Object.entries(complaint).filter(([name]) => name in empty);
  return {
    ...empty,
    ...Object.fromEntries(own.map(([name, value]) => [name, value ?? ''])),
    ...recorded,
    channel: INTAKE_CHANNELS.find((known) => complaint.channel.startsWith(CHANNEL_NAMES[known])) ?? 'counter',
    location: complaint.extra.Lokasi ?? '',
    // What is another agency's had been given to none when it was recorded.
    ours: complaint.dispositionedAt !== null,
  };
}

/** The texts of what was recorded, trimmed; an empty one says what a field says of which nothing is known. */
function textsOf(fields: Readonly<Record<string, unknown>>): Partial<Complaint> {
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, String(text).trim() || NOTHING_KNOWN[name]]));
}
