import type { Recorded } from '#shared/domain/complaint/recorded.ts';
import { findPostLink } from '#shared/domain/pasted/link.ts';
import { readPasted } from '#shared/domain/pasted/read-pasted.ts';

/** What the form holds: the complaint's words, and all else that is recorded of it. */
export type Form = { readonly text: string; readonly complaint: Recorded };

/** The lines of text of the form, as their labels are named. */
export type LineName =
  | 'title'
  | 'receivedAt'
  | 'district'
  | 'village'
  | 'location'
  | keyof Recorded['reporter']
  | Exclude<keyof Recorded['source'], 'platform'>;

export function lineOf(complaint: Recorded, name: LineName): string {
  return { ...complaint, ...complaint.reporter, ...complaint.source }[name];
}

export function withLine(complaint: Recorded, name: LineName, text: string): Recorded {
  if (name === 'link') return withLink(complaint, text, Date.now());
  if (name in complaint.reporter) return { ...complaint, reporter: { ...complaint.reporter, [name]: text } };
  if (name in complaint.source) return { ...complaint, source: { ...complaint.source, [name]: text } };
  return { ...complaint, [name]: text };
}

/** The fields that a paste has filled in, in the order of the form. */
export const FILLED = [
  'text',
  'title',
  'channel',
  'platform',
  'author',
  'link',
  'at',
  'name',
  'phone',
  'email',
] as const;
export type Filled = (typeof FILLED)[number];

const TITLE_LENGTH = 80;

/**
 * The form with what was pasted into its empty text. What the officer has filled in stays.
 * @param now ms since 1970
 */
export function withPasted(
  { complaint }: Form,
  pasted: string,
  now: number,
): { form: Form; filled: readonly Filled[] } {
  const read = readPasted(pasted, now);
  const { reporter, source } = complaint;
  const next: Form = {
    text: read.text,
    complaint: {
      ...complaint,
      title: complaint.title || read.title || titleOf(read.text),
      channel: read.channel ?? complaint.channel,
      reporter: {
        name: reporter.name || read.name,
        phone: reporter.phone || read.phone,
        email: reporter.email || read.email,
      },
      source: {
        platform: read.platform ?? source.platform,
        author: source.author || read.author,
        link: source.link || read.link,
        at: source.at || read.at,
      },
    },
  };
  const said: Readonly<Record<Filled, unknown>> = { ...read, title: read.title || titleOf(read.text) };
  return { form: next, filled: FILLED.filter((field) => said[field] !== '' && said[field] !== null) };
}

/** A link that is put into its own field says as much as one in the text. */
export function withLink(complaint: Recorded, link: string, now: number): Recorded {
  const post = findPostLink(link, now);
  const { source } = complaint;
  if (post === null) return { ...complaint, source: { ...source, link } };
  return {
    ...complaint,
    channel: 'social',
    source: {
      platform: post.platform,
      author: source.author || post.author,
      link: post.link,
      at: source.at || post.at,
    },
  };
}

/** The first sentence, or as much of it as a title can hold. */
function titleOf(text: string): string {
  const first =
    text
      .replace(/(^|\s)@[\w.]+/g, ' ')
      .trim()
      .split(/[\n.!?]/)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  if (first.length <= TITLE_LENGTH) return capital(first);
  const cut = first.slice(0, TITLE_LENGTH);
  const space = cut.lastIndexOf(' ');
  // A word without end may be cut in the middle of a character.
  return `${capital(cut.slice(0, space > 0 ? space : TITLE_LENGTH)).toWellFormed()}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const WIB_MS = 7 * 3_600_000;

/** An instant as a field for date and time shows it, in WIB; empty where it is none. */
export function localOf(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isFinite(ms) ? new Date(ms + WIB_MS).toISOString().slice(0, 16) : '';
}

/** The instant of such a field; empty where the field is not filled in. */
export function instantOf(local: string): string {
  const ms = Date.parse(`${local}:00.000+07:00`);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : '';
}
