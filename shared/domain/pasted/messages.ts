import { findMoment } from './moment.ts';
import type { Pasted } from './pasted.ts';

/** How WhatsApp copies and exports: "[25/11/26 14.05] Nama: teks", "25/11/26 14.05 - Nama: teks". */
const HEAD =
  /^\u200e?(?:\[(?<bracket>[\d/.,: -]{8,25}(?:\s?[AP]M)?)\]|(?<plain>\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}[.:]\d{2}(?:\s?[AP]M)?) -)\s*~?\s?(?<name>[^:\n]{1,60}):\s?(?<text>.*)$/iu;
const FORWARDED = /^\*?(diteruskan( berkali-kali)?|forwarded( many times)?)\*?:?$/iu;

type Message = { readonly name: string; readonly at: string; readonly lines: string[] };

/** Messages as WhatsApp forwards them, in one text; null: they are none. */
export function readMessages(text: string, now: number): Pasted | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !FORWARDED.test(line.trim()));
  const messages: Message[] = [];
  for (const line of lines.slice(Math.max(0, first))) {
    const head = HEAD.exec(line.trim())?.groups;
    const at = head === undefined ? null : findMoment(head.bracket ?? head.plain ?? '', now);
    if (head !== undefined && at !== null)
      messages.push({ name: head.name?.trim() ?? '', at: at.at, lines: [head.text ?? ''] });
    else if (messages.length === 0) return null;
    else messages.at(-1)?.lines.push(line);
  }
  const [opening] = messages;
  if (opening === undefined) return null;
  const alone = messages.every(({ name }) => name === opening.name);
  const isNumber = /^\+?[\d\s().-]{8,20}$/.test(opening.name);
  return {
    channel: 'whatsapp',
    platform: null,
    author: isNumber ? '' : opening.name,
    name: isNumber ? '' : opening.name,
    phone: isNumber ? opening.name : '',
    email: '',
    link: '',
    at: opening.at,
    title: '',
    text: messages
      .map(({ name, lines: said }) => `${alone ? '' : `${name}: `}${said.join('\n').trim()}`)
      .join('\n')
      .trim(),
  };
}
