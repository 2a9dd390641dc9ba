import type { Platform } from '../complaint/recorded.ts';

/** What the address of a post says by itself; nothing is fetched. */
export type PostLink = {
  readonly platform: Exclude<Platform, 'other'>;
  readonly link: string;
  /** "@budi_s"; empty where the address does not name it. */
  readonly author: string;
  /** ISO instant; empty where the address does not hold it. */
  readonly at: string;
};

const HOSTS: readonly (readonly [RegExp, PostLink['platform']])[] = [
  [/^(mobile\.)?(x|twitter|fxtwitter|vxtwitter)\.com$/, 'x'],
  [/^instagram\.com$/, 'instagram'],
  [/^(m\.|web\.|mbasic\.)?facebook\.com$|^fb\.(watch|com|me)$/, 'facebook'],
  [/^(m\.|vt\.|vm\.)?tiktok\.com$/, 'tiktok'],
  [/^(m\.)?youtube\.com$|^youtu\.be$/, 'youtube'],
  [/^threads\.(net|com)$/, 'threads'],
];
const PARTS = /^https?:\/\/([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?/iu;
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]]/giu;

/** The first address of a post in a text; null: none. */
export function findPostLink(text: string, now: number): PostLink | null {
  for (const [address] of text.matchAll(ADDRESS)) {
    const read = readLink(address, now);
    if (read !== null) return read;
  }
  return null;
}

function readLink(address: string, now: number): PostLink | null {
  const [, host = '', path = '', query = ''] = PARTS.exec(address) ?? [];
  const site = host.toLowerCase().replace(/^www\./, '');
  const platform = HOSTS.find(([pattern]) => pattern.test(site))?.[1];
  if (platform === undefined) return null;
  const parts = path.split('/').filter((part) => part !== '');
  const made = madeAt(platform, parts);
  const isPast = made !== null && made > FIRST_POST && made <= now + 86_400_000;
  return {
    platform,
    link: `https://${host}${path}${withoutTracking(query)}`,
    // A short address names a post, and nobody.
    author: /^fb\.(watch|me)$/.test(site) ? '' : authorOf(platform, parts),
    at: isPast ? new Date(made).toISOString() : '',
  };
}

/** Nobody posted before 2006. */
const FIRST_POST = Date.parse('2006-01-01T00:00:00Z');
/** Of a platform's own ways, not of a person. */
const NO_NAMES =
  /^(i|p|reel|reels|tv|stories|share|watch|groups|permalink\.php|story\.php|photo|photo\.php|events|hashtag|shorts|embed|live|t|video|posts|intent|search|home|profile\.php)$/i;

function authorOf(platform: PostLink['platform'], parts: readonly string[]): string {
  const [first = '', second = ''] = parts;
  if (first.startsWith('@')) return first;
  if (platform === 'tiktok' || platform === 'youtube' || platform === 'threads') return '';
  if (platform === 'instagram' && first === 'stories' && second !== '') return `@${second}`;
  // A profile by itself is no post, but tells whose it is.
  return /^[\w.]{2,50}$/.test(first) && !NO_NAMES.test(first) ? `@${first}` : '';
}

/** The number of a post holds when it was made: on X and TikTok in its upper bits, else in its code. */
function madeAt(platform: PostLink['platform'], parts: readonly string[]): number | null {
  const after = (...names: readonly string[]): string =>
    parts[parts.findIndex((part) => names.includes(part)) + 1] ?? '';
  switch (platform) {
    case 'x': {
      const id = after('status', 'statuses');
      return /^\d{15,20}$/.test(id) ? Number(BigInt(id) >> 22n) + 1_288_834_974_657 : null;
    }
    case 'tiktok': {
      const id = after('video', 'photo', 'v');
      return /^\d{18,20}$/.test(id) ? Number(BigInt(id) >> 32n) * 1_000 : null;
    }
    case 'instagram':
    case 'threads': {
      const code = after('p', 'reel', 'reels', 'tv', 'post', 't');
      return /^[\w-]{10,11}$/.test(code) ? Number(numberOf(code) >> 23n) + 1_314_220_021_721 : null;
    }
    default:
      return null;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function numberOf(code: string): bigint {
  return [...code].reduce((sum, digit) => sum * 64n + BigInt(DIGITS.indexOf(digit)), 0n);
}

/** Who shared it, and from where, is no part of the post. */
const KEPT = ['v', 'story_fbid', 'id', 'fbid'];

function withoutTracking(query: string): string {
  const kept = query.split('&').filter((pair) => KEPT.includes(pair.split('=')[0] ?? ''));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
