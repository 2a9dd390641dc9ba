import { expect, test } from 'vitest';
import type { Pasted } from './pasted.ts';
import { readPasted } from './read-pasted.ts';

/** Wednesday, 25 November 2026, 16.00 WIB. All of it is invented. */
const NOW = Date.parse('2026-11-25T09:00:00.000Z');
const NOTHING: Pasted = {
  channel: null,
  platform: null,
  author: '',
  name: '',
  phone: '',
  email: '',
  link: '',
  at: '',
  title: '',
  text: '',
};
/** WIB. */
const at = (day: number, time: string, month = 11) =>
  new Date(
    `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}:00+07:00`,
  ).toISOString();
const WORDS = '@dishub_contoh lampu jalan di Cemara mati sudah 3 minggu, tolong diperbaiki';
const post = (said: Partial<Pasted>): Pasted => ({ ...NOTHING, channel: 'social', ...said });
const chat = (said: Partial<Pasted>): Pasted => ({ ...NOTHING, channel: 'whatsapp', ...said });
const mail = (said: Partial<Pasted>): Pasted => ({ ...NOTHING, channel: 'email', ...said });

/** The number of a post of X that was made then, and the code of one of Instagram. */
const xId = (instant: string) => String((BigInt(Date.parse(instant)) - 1_288_834_974_657n) << 22n);
const tiktokId = (instant: string) => String(BigInt(Date.parse(instant) / 1_000) << 32n);
function igCode(instant: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let left = (BigInt(Date.parse(instant)) - 1_314_220_021_721n) << 23n;
  let code = '';
  for (; left > 0n; left /= 64n) code = (digits[Number(left % 64n)] ?? '') + code;
  return code;
}
const T = at(25, '14:05');
const X = `https://x.com/budi_s/status/${xId(T)}`;
const IG = `https://www.instagram.com/p/${igCode(T)}/`;
const TT = `https://www.tiktok.com/@budi.cemara/video/${tiktokId(T)}`;

const SAMPLES: readonly (readonly [name: string, pasted: string, read: Pasted])[] = [
  // Addresses alone.
  ['X', X, post({ platform: 'x', author: '@budi_s', link: X, at: T })],
  ['X with tracking', `${X}?s=46&t=abc`, post({ platform: 'x', author: '@budi_s', link: X, at: T })],
  [
    'Twitter',
    X.replace('x.com', 'twitter.com'),
    post({ platform: 'x', author: '@budi_s', link: X.replace('x.com', 'twitter.com'), at: T }),
  ],
  [
    'X without an account',
    `https://x.com/i/status/${xId(T)}`,
    post({ platform: 'x', link: `https://x.com/i/status/${xId(T)}`, at: T }),
  ],
  [
    'X with a number that is too new',
    'https://x.com/budi_s/status/9999999999999999999',
    post({ platform: 'x', author: '@budi_s', link: 'https://x.com/budi_s/status/9999999999999999999' }),
  ],
  ['Instagram', `${IG}?igsh=MTk=`, post({ platform: 'instagram', link: IG, at: T })],
  [
    'Instagram under an account',
    `https://www.instagram.com/budi.cemara/p/${igCode(T)}/`,
    post({
      platform: 'instagram',
      author: '@budi.cemara',
      link: `https://www.instagram.com/budi.cemara/p/${igCode(T)}/`,
      at: T,
    }),
  ],
  [
    'Instagram reel',
    `https://www.instagram.com/reel/${igCode(T)}/`,
    post({ platform: 'instagram', link: `https://www.instagram.com/reel/${igCode(T)}/`, at: T }),
  ],
  [
    'Instagram story',
    'https://www.instagram.com/stories/budi.cemara/123/',
    post({
      platform: 'instagram',
      author: '@budi.cemara',
      link: 'https://www.instagram.com/stories/budi.cemara/123/',
    }),
  ],
  [
    'Facebook',
    'https://www.facebook.com/budi.santoso/posts/pfbid0abc',
    post({
      platform: 'facebook',
      author: '@budi.santoso',
      link: 'https://www.facebook.com/budi.santoso/posts/pfbid0abc',
    }),
  ],
  [
    'Facebook story',
    'https://m.facebook.com/story.php?story_fbid=12&id=34&mibextid=x',
    post({ platform: 'facebook', link: 'https://m.facebook.com/story.php?story_fbid=12&id=34' }),
  ],
  [
    'Facebook group',
    'https://www.facebook.com/groups/deliserdang/permalink/99/',
    post({ platform: 'facebook', link: 'https://www.facebook.com/groups/deliserdang/permalink/99/' }),
  ],
  [
    'Facebook watch',
    'https://fb.watch/abc123/',
    post({ platform: 'facebook', link: 'https://fb.watch/abc123/' }),
  ],
  ['TikTok', `${TT}?_r=1`, post({ platform: 'tiktok', author: '@budi.cemara', link: TT, at: T })],
  [
    'TikTok, short',
    'https://vt.tiktok.com/ZSabc/',
    post({ platform: 'tiktok', link: 'https://vt.tiktok.com/ZSabc/' }),
  ],
  [
    'YouTube',
    'https://www.youtube.com/watch?v=abc&t=9s',
    post({ platform: 'youtube', link: 'https://www.youtube.com/watch?v=abc' }),
  ],
  [
    'Threads',
    `https://www.threads.net/@budi.cemara/post/${igCode(T)}`,
    post({
      platform: 'threads',
      author: '@budi.cemara',
      link: `https://www.threads.net/@budi.cemara/post/${igCode(T)}`,
      at: T,
    }),
  ],
  // A post as it is copied or shared.
  [
    'X, copied',
    `Budi Santoso\n@budi_s\n·\n25 Nov\n${WORDS}`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', at: at(25, '00:00'), text: WORDS }),
  ],
  [
    'X, with its address',
    `Budi Santoso\n@budi_s\n${WORDS}\n${X}`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', link: X, at: T, text: WORDS }),
  ],
  [
    'X, opened',
    `Budi Santoso\n@budi_s\n${WORDS}\n2:05 PM · Nov 25, 2026 · 1.234 Views\n12\n34`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'X, opened in Indonesian',
    `Budi Santoso\n@budi_s\n${WORDS}\n14.05 · 25 Nov 2026 · 1,2 rb Tayangan`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'X, in one line',
    `Budi Santoso @budi_s · 2 jam\n${WORDS}`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', at: at(25, '14:00'), text: WORDS }),
  ],
  [
    'X, shared',
    `Budi Santoso (@budi_s) di X: "${WORDS}" ${X}`,
    post({ platform: 'x', author: '@budi_s', name: 'Budi Santoso', link: X, at: T, text: WORDS }),
  ],
  [
    'words and an address',
    `${WORDS} ${X}`,
    post({ platform: 'x', author: '@budi_s', link: X, at: T, text: WORDS }),
  ],
  [
    'an address and words',
    `${X}\n\n${WORDS}`,
    post({ platform: 'x', author: '@budi_s', link: X, at: T, text: WORDS }),
  ],
  [
    'Instagram, copied',
    `budi.cemara\n${WORDS}\n2 jam\n\nBalas\nLihat terjemahan`,
    post({ platform: 'instagram', author: '@budi.cemara', at: at(25, '14:00'), text: WORDS }),
  ],
  [
    'Instagram, the account twice',
    `budi_cemara\nbudi_cemara\n${WORDS}\n24 November`,
    post({ platform: 'instagram', author: '@budi_cemara', at: at(24, '00:00'), text: WORDS }),
  ],
  [
    'Instagram, shared',
    `Lihat postingan ini dari @budi.cemara ${IG}`,
    post({ platform: 'instagram', author: '@budi.cemara', link: IG, at: T }),
  ],
  [
    'Instagram on the web',
    `Budi Santoso on Instagram: "${WORDS}" ${IG}`,
    post({
      platform: 'instagram',
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      link: IG,
      at: T,
      text: WORDS,
    }),
  ],
  [
    'Facebook, copied',
    `Budi Santoso\n25 November pukul 14.05 ·\n${WORDS}\nSuka\nKomentar\nBagikan`,
    post({ platform: 'facebook', author: 'Budi Santoso', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'Facebook, yesterday',
    `Budi Santoso\nKemarin pukul 08.30 · Publik\n${WORDS}`,
    post({
      platform: 'facebook',
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      at: at(24, '08:30'),
      text: WORDS,
    }),
  ],
  [
    'Facebook in English',
    `Budi Santoso\nNovember 25 at 2:05 PM ·\n${WORDS}\n12 likes`,
    post({ platform: 'facebook', author: 'Budi Santoso', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'Facebook, an age',
    `Budi Santoso\n3 jam ·\n${WORDS}`,
    post({
      platform: 'facebook',
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      at: at(25, '13:00'),
      text: WORDS,
    }),
  ],
  [
    'TikTok, shared',
    `Lihat video @budi.cemara! #lampumati ${TT}`,
    post({ platform: 'tiktok', author: '@budi.cemara', link: TT, at: T, text: '#lampumati' }),
  ],
  [
    'a date of last year',
    `Budi Santoso\n30 Desember pukul 09.00 ·\n${WORDS}`,
    post({
      platform: 'facebook',
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      at: '2025-12-30T02:00:00.000Z',
      text: WORDS,
    }),
  ],
  // Messages.
  [
    'WhatsApp',
    `[25/11/26 14.05] Budi Santoso: ${WORDS}`,
    chat({ author: 'Budi Santoso', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'WhatsApp of the web',
    `[14.05, 25/11/2026] Budi Santoso: ${WORDS}`,
    chat({ author: 'Budi Santoso', name: 'Budi Santoso', at: T, text: WORDS }),
  ],
  [
    'WhatsApp of an iPhone',
    `[25/11/26, 14.05.33] ~ Budi: ${WORDS}\nTerima kasih`,
    chat({ author: 'Budi', name: 'Budi', at: T, text: `${WORDS}\nTerima kasih` }),
  ],
  [
    'WhatsApp, exported',
    `25/11/26 14.05 - +62 812-0000-0000: ${WORDS}`,
    chat({ phone: '+62 812-0000-0000', at: T, text: WORDS }),
  ],
  [
    'WhatsApp in English',
    `11/25/2026, 2:05 PM - Budi: ${WORDS}`.replace('11/25', '25/11'),
    chat({ author: 'Budi', name: 'Budi', at: T, text: WORDS }),
  ],
  [
    'WhatsApp, two messages of one',
    `[25/11/26 14.05] Budi: ${WORDS}\n[25/11/26 14.06] Budi: Depan SD Negeri 2`,
    chat({ author: 'Budi', name: 'Budi', at: T, text: `${WORDS}\nDepan SD Negeri 2` }),
  ],
  [
    'WhatsApp, two persons',
    `[25/11/26 14.05] Budi: Lampu mati\n[25/11/26 14.06] Sari: Betul`,
    chat({ author: 'Budi', name: 'Budi', at: T, text: 'Budi: Lampu mati\nSari: Betul' }),
  ],
  [
    'WhatsApp, forwarded',
    `*Diteruskan*\n[25/11/26 14.05] Budi: ${WORDS}`,
    chat({ author: 'Budi', name: 'Budi', at: T, text: WORDS }),
  ],
  // Mails.
  [
    'a mail',
    `From: Budi Santoso <budi@contoh.id>\nDate: Wed, 25 Nov 2026 14:05:00 +0700\nTo: dishub@contoh.go.id\nSubject: Lampu jalan mati\n\nYth. Bapak,\n\n${WORDS}`,
    mail({
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      email: 'budi@contoh.id',
      at: T,
      title: 'Lampu jalan mati',
      text: `Yth. Bapak,\n\n${WORDS}`,
    }),
  ],
  [
    'a mail in Indonesian',
    `Dari: Budi Santoso <budi@contoh.id>\nTerkirim: Rabu, 25 November 2026 14.05\nKepada: dishub@contoh.go.id\nPerihal: FW: Lampu jalan mati\n\n${WORDS}`,
    mail({
      author: 'Budi Santoso',
      name: 'Budi Santoso',
      email: 'budi@contoh.id',
      at: T,
      title: 'Lampu jalan mati',
      text: WORDS,
    }),
  ],
  [
    'a forwarded mail',
    `---------- Forwarded message ---------\nFrom: <budi@contoh.id>\nDate: Wed, Nov 25, 2026 at 2:05 PM\nSubject: Lampu jalan mati\nTo: <dishub@contoh.go.id>\n\n${WORDS}`,
    mail({
      author: 'budi@contoh.id',
      email: 'budi@contoh.id',
      at: T,
      title: 'Lampu jalan mati',
      text: WORDS,
    }),
  ],
  [
    'a quoted mail',
    `Pada Rab, 25 Nov 2026 pukul 14.05, Budi Santoso <budi@contoh.id> menulis:\n> ${WORDS}`,
    mail({ author: 'Budi Santoso', name: 'Budi Santoso', email: 'budi@contoh.id', at: T, text: WORDS }),
  ],
  // Words alone, and things that only look like something else.
  ['words', WORDS, { ...NOTHING, text: WORDS }],
  ['nothing', '  \n ', NOTHING],
  [
    'words in lines',
    'Lampu mati\nsejak Senin\ndi Cemara',
    { ...NOTHING, text: 'Lampu mati\nsejak Senin\ndi Cemara' },
  ],
  [
    'an address of another page',
    'Lihat https://contoh.id/foto lampunya mati',
    { ...NOTHING, text: 'Lihat https://contoh.id/foto lampunya mati' },
  ],
  [
    'a time in the words',
    'Lampu mati sejak 20 November pukul 18.00 di Cemara',
    { ...NOTHING, text: 'Lampu mati sejak 20 November pukul 18.00 di Cemara' },
  ],
  [
    'a day that is none',
    'Budi Santoso\n31 Februari pukul 09.00 ·\nLampu mati',
    { ...NOTHING, text: 'Budi Santoso\n31 Februari pukul 09.00 ·\nLampu mati' },
  ],
  [
    'a letter',
    'Perihal: Lampu jalan\nDengan hormat,\nlampu mati',
    { ...NOTHING, text: 'Perihal: Lampu jalan\nDengan hormat,\nlampu mati' },
  ],
  [
    'a phone number that is no time',
    'Hubungi 0812-0000-0000 jam kerja',
    { ...NOTHING, text: 'Hubungi 0812-0000-0000 jam kerja' },
  ],
];

test.each(SAMPLES)('what is pasted is read: %s', (_, pasted, read) => {
  expect(readPasted(pasted, NOW)).toEqual(read);
});

test('there are enough samples of pasted texts, and a text of any length is read at once', () => {
  expect(SAMPLES.length).toBeGreaterThanOrEqual(40);
  const long = `${WORDS} 25/11/26 14.05 @budi (2 jam) `.repeat(600);
  expect(readPasted(long, NOW).text).toBe(long.trim());
});
