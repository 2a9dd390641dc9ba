import type { Platform } from '../complaint/recorded.ts';
import type { PostLink } from './link.ts';
import { findAge, findMoment } from './moment.ts';
import type { Pasted } from './pasted.ts';

const HANDLE = String.raw`@[\w.]{2,50}`;
/** What surrounds a post on a screen and is copied with it. */
const NOISE =
  /^(·|•|\.\.\.|…|balas|membalas|reply|suka|like|bagikan|share|ikuti|follow|following|mengikuti|terverifikasi|verified( account)?|akun terverifikasi|publik|public|lihat terjemahan|see translation|translate post|terjemahkan postingan|diedit|edited|komentar|comments?|[\d.,]+\s?(rb|jt|k|m)?\s?(suka|likes?|komentar|comments?|tayangan|views?|balasan|repl(y|ies)|kali dibagikan|shares?|reposts?|kutipan|quotes?|markah|bookmarks?)?|(lihat|view) (semua|all).*(komentar|comments?)|(replying to|membalas) @.*)$/iu;
/** "Budi (@budi_s) di X: …", "Budi on Instagram: …": how a page calls itself when it is shared. */
const SHARED = new RegExp(
  String.raw`^(?<name>[^\n:(]{2,60}?)\s*(?:\((?<handle>${HANDLE})\))?\s+(?:on|di|pada)\s+(?<platform>X|Twitter|Instagram|Facebook|TikTok|Threads)\s*:\s*`,
  'iu',
);
/** "Lihat video @budi!", "Postingan oleh budi (@budi)": the words around a shared link. */
const INVITED = new RegExp(
  String.raw`^(?:lihat|tonton|check out|watch|see)?\s*(?:video|foto|postingan|post|reel|reels|cerita|story|photo|thread)\s*(?:ini|this)?\s*(?:dari|oleh|milik|from|by|of)?\s*(?:[^@\n]{0,40}\()?(?<handle>${HANDLE})\)?(?:['’]s (?:video|post))?[!.]*\s*`,
  'iu',
);
const NAMED: Readonly<Record<string, Platform>> = {
  x: 'x',
  twitter: 'x',
  instagram: 'instagram',
  facebook: 'facebook',
  tiktok: 'tiktok',
  threads: 'threads',
};

/** A post as it is copied from a page or shared from an app, with its address or without. */
export function readPost(pasted: string, address: PostLink | null, now: number): Pasted {
  const bare = pasted.trim();
  const shared = SHARED.exec(bare)?.groups;
  const invited = shared === undefined ? INVITED.exec(bare) : null;
  const said = withoutAddress(
    shared === undefined ? bare.slice(invited?.[0].length ?? 0) : bare.replace(SHARED, ''),
    address,
  );
  const lines = said.split('\n').map((line) => line.trim());
  const head = headOf(lines, now);
  const body = bodyOf(lines.slice(head.lines), now);
  const handle = address?.author || shared?.handle || invited?.groups?.handle || head.handle;
  const name = shared?.name?.trim() ?? head.name;
  const platform = address?.platform ?? NAMED[shared?.platform?.toLowerCase() ?? ''] ?? head.platform;
  return {
    channel: platform === null && handle === '' ? null : 'social',
    platform,
    author: handle || name,
    name,
    phone: '',
    email: '',
    link: address?.link ?? '',
    at: address?.at || head.at || body.at,
    title: '',
    text: unquoted(body.text),
  };
}

/** The address at the end, or alone on a line, is no word of the complaint. */
function withoutAddress(text: string, address: PostLink | null): string {
  if (address === null) return text;
  return text
    .replace(/(^|\s)https?:\/\/(?:[^\s]*\/)?[^\s]*(?=\s*$)/giu, '$1')
    .replace(/^https?:\/\/\S+$/gimu, '')
    .trim();
}

function unquoted(text: string): string {
  const quoted = /^["“”](?<inside>[\s\S]*)["“”]\.?$/u.exec(text.trim())?.groups?.inside;
  return (quoted ?? text).trim();
}

type Head = {
  readonly name: string;
  readonly handle: string;
  readonly at: string;
  readonly platform: Platform | null;
  /** How many lines of the text it is. */
  readonly lines: number;
};
const NO_HEAD: Head = { name: '', handle: '', at: '', platform: null, lines: 0 };

/** Who posted it and when, in the lines above the words. */
function headOf(lines: readonly string[], now: number): Head {
  const full = lines.flatMap((line, place) => (line === '' ? [] : [{ line, place }]));
  const [first, second] = full;
  if (first === undefined || second === undefined) return NO_HEAD;
  const inOne = new RegExp(
    String.raw`^(?<name>.{2,60}?)\s+(?<handle>${HANDLE})\s*[·•]\s*(?<when>.{2,30})$`,
    'iu',
  ).exec(first.line)?.groups;
  if (inOne !== undefined) {
    const { name = '', handle = '', when = '' } = inOne;
    return { name, handle, at: momentOf(when, now), platform: 'x', lines: first.place + 1 };
  }
  const handled = new RegExp(String.raw`^(?<handle>${HANDLE})(?:\s*[·•]\s*(?<when>.{2,30}))?$`, 'u').exec(
    second.line,
  )?.groups;
  if (handled !== undefined && isName(first.line)) {
    const { handle = '', when = '' } = handled;
    return { name: first.line, handle, at: momentOf(when, now), platform: 'x', lines: second.place + 1 };
  }
  const age = onlyMoment(second.line, now);
  if (age !== '' && isName(first.line) && /\s/.test(first.line))
    return { name: first.line, handle: '', at: age, platform: 'facebook', lines: second.place + 1 };
  if (USERNAME.test(first.line) && /[a-z]/.test(first.line)) {
    const again = second.line === first.line ? second.place + 1 : first.place + 1;
    const when = second.line === first.line ? '' : age;
    return {
      name: '',
      handle: `@${first.line}`,
      at: when,
      platform: 'instagram',
      lines: when === '' ? again : second.place + 1,
    };
  }
  return NO_HEAD;
}

/** One word of small letters with a sign that no Indonesian word has, as Instagram shows an account. */
const USERNAME = /^(?=.*[._\d])[a-z0-9._]{3,30}$/;

function isName(line: string): boolean {
  return (
    line.length <= 60 &&
    line.split(/\s+/).length <= 6 &&
    /^[\p{Lu}\p{L}\d]/u.test(line) &&
    !/[?!,:]|\.\s|\.$/u.test(line)
  );
}

function bodyOf(lines: readonly string[], now: number): { readonly text: string; readonly at: string } {
  let at = '';
  const kept = lines.filter((line) => {
    if (line === '') return true;
    if (NOISE.test(line)) return false;
    const moment = onlyMoment(line, now);
    if (moment !== '' && at === '') at = moment;
    return moment === '';
  });
  return {
    text: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    at,
  };
}

/** The time of a line that says nothing else; empty: it says more, or no time. */
function onlyMoment(line: string, now: number): string {
  const moment = findMoment(line, now) ?? findAge(line, now);
  if (moment === null) return '';
  const rest = line
    .replace(moment.words, '')
    .replace(
      /\d[\d.,]*\s?(rb|jt|k|m)?\s?(tayangan|views?|x dilihat)|twitter for \w+|diedit|edited|publik|public|lalu|ago|pukul|wib/giu,
      '',
    );
  return /[\p{L}\d]/u.test(rest) ? '' : moment.at;
}

function momentOf(text: string, now: number): string {
  return (findMoment(text, now) ?? findAge(text, now))?.at ?? '';
}
