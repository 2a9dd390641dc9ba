import { findMoment } from './moment.ts';
import type { Pasted } from './pasted.ts';

const FIELD =
  /^(from|dari|date|tanggal|sent|terkirim|dikirim|to|kepada|ke|cc|bcc|subject|subjek|perihal|judul|reply-to)\s*:\s*(.*)$/iu;
/** "Pada Sel, 25 Nov 2025 pukul 14.05 Budi Santoso <budi@contoh.id> menulis:" */
const QUOTED =
  /^(?:pada|on)\s(?<when>.{8,60}?)[,\s]\s*(?<who>[^<>,\d]{0,60}<[^\s<>]+@[^\s<>]+>)\s*(?:menulis|wrote)\s*:$/iu;
const NAMES: Readonly<Record<string, readonly string[]>> = {
  from: ['from', 'dari'],
  date: ['date', 'tanggal', 'sent', 'terkirim', 'dikirim'],
  subject: ['subject', 'subjek', 'perihal', 'judul'],
};

/** A mail with the lines of its head, or quoted in an answer; null: it is none. */
export function readMail(text: string, now: number): Pasted | null {
  const lines = text.trim().split('\n');
  const quoted = QUOTED.exec(lines[0]?.trim() ?? '')?.groups;
  if (quoted !== undefined) {
    const body = lines.slice(1).map((line) => line.replace(/^>\s?/, ''));
    return mail({ who: quoted.who ?? '', when: quoted.when ?? '', subject: '', body }, now);
  }
  const head = new Map<string, string>();
  let next = 0;
  for (const line of lines) {
    const field = FIELD.exec(line.replaceAll('*', '').trim());
    if (
      field === null &&
      line.trim() !== '' &&
      !/^[-_\s]*(pesan terusan|forwarded message|original message|pesan asli)?[-_\s]*$/iu.test(line)
    )
      break;
    if (field === null && head.size > 0) break;
    if (field !== null) head.set((field[1] ?? '').toLowerCase(), field[2] ?? '');
    next++;
  }
  const said = (name: keyof typeof NAMES): string =>
    (NAMES[name] ?? []).map((word) => head.get(word)).find((value) => value !== undefined) ?? '';
  const who = said('from');
  if (who === '' || (said('date') === '' && said('subject') === '' && !who.includes('@'))) return null;
  return mail({ who, when: said('date'), subject: said('subject'), body: lines.slice(next) }, now);
}

type Given = Readonly<Record<'who' | 'when' | 'subject', string>> & { readonly body: readonly string[] };

function mail(given: Given, now: number): Pasted {
  const email = /[^\s<>"(),;:]+@[^\s<>"(),;:]+\.[a-z]{2,}/iu.exec(given.who)?.[0] ?? '';
  const name = given.who
    .replace(/<[^>]*>|\[[^\]]*\]/g, '')
    .replace(email, '')
    .replace(/["']/g, '')
    .trim();
  return {
    channel: 'email',
    platform: null,
    author: name === '' ? email : name,
    name,
    phone: '',
    email,
    link: '',
    at: findMoment(given.when, now)?.at ?? '',
    title: given.subject.replace(/^((re|fw|fwd|bls|trs)\s*:\s*)+/iu, '').trim(),
    text: given.body.join('\n').trim(),
  };
}
