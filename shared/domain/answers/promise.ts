import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { daysNamed } from '../text/promised-day.ts';

export type Promised = { readonly day: Day; readonly sentence: string };

/** It will be done, it was done, the reader is asked, or it is not certain. */
const SIGNALS = {
  will: /\b(?:akan|dijadwalkan|terjadwal|direncanakan|rencana(?:nya|kan)?|ditargetkan|target(?:nya)?|diperkirakan|diupayakan|usahakan|upayakan|dipastikan|insya ?allah|(?<!\b(?:telah|sudah|sempat)\s+)(?:selesai(?:nya)?|rampung|tuntas|kami (?:jadwalkan|rencanakan|targetkan|kerjakan|perbaiki|tambal|angkut|ganti|survei|tinjau|sampaikan|kabari|kabarkan|selesaikan|tindak ?lanjuti|lakukan|pasang|bersihkan|mulai)))\b/giu,
  was: /\b(?:telah|sudah|pernah|kemarin|tadi|diterima|sejak|semenjak|terhitung|selama)\b/giu,
  asks: /\b(?:mohon|dimohon|silakan|silahkan|harap|diharap(?:kan)?|agar (?:bapak|ibu|anda|saudara|pelapor)|(?:bapak|ibu|bapak\/ibu|anda|saudara|pelapor) (?:dapat|bisa|harus|wajib|perlu)|kami tunggu|kami minta|diminta)\b/giu,
  unsure:
    /\b(?:tidak (?:akan|dapat|bisa)|belum|jika|apabila|bila|bilamana|kalau|seandainya|peraturan|perda|perpres|permen\w*|undang-undang|surat|rapat|pendaftaran|bukan)\b/giu,
} as const;
type Signal = keyof typeof SIGNALS;

/** Asking for patience asks nothing else of the reader. */
const PATIENCE =
  /\b(?:mohon|harap|dimohon|diharap(?:kan)?)\s+(?:(?:untuk|kiranya|dapat|bapak\/ibu|bapak|ibu)\s+)*(?:menunggu|bersabar|maklum|kesabaran\w*|pengertian\w*|izin|maaf|dimaklumi|ditunggu|sabar)\b/giu;
const LIMIT =
  /(?:paling (?:lambat|lama)|selambat-lambatnya|selambatnya|sebelum|hingga|maksimal|dalam(?: waktu| kurun waktu)?)[^.;]{0,24}$/iu;

/**
 * The days that a text of the agency promises, the earliest first: "akan kami tambal paling lambat 20 Juni",
 * "Kamis depan", "dalam 3 hari kerja". Not days that are past, that the reporter is to keep, or that only
 * tell of something.
 * @param writtenOn the day from which "besok" is counted
 */
export function promisesIn(text: string, writtenOn: Day, calendar: WorkingCalendar): readonly Promised[] {
  const found = sentencesOf(text).flatMap((sentence) => {
    const plain = sentence.replace(PATIENCE, (words) => ' '.repeat(words.length));
    return daysNamed(plain, writtenOn, calendar)
      .filter(({ day }) => day >= writtenOn && day <= addDays(writtenOn, 366))
      .filter((named) => isPromise(plain, named))
      .map(({ day }) => ({ day, sentence: sentence.trim() }));
  });
  const days = new Set<Day>();
  return found
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
    .filter(({ day }) => !days.has(day) && days.add(day));
}

/** The nearest word before the day decides, else the nearest behind it, else the shape of the day itself. */
function isPromise(
  sentence: string,
  { from, to, ahead }: { readonly from: number; readonly to: number; readonly ahead: boolean },
): boolean {
  const before = nearest(sentence.slice(0, from), 'last');
  if (before !== null) return before === 'will';
  const behind = nearest(sentence.slice(to), 'first');
  if (behind === 'asks' || behind === 'unsure') return false;
  return behind === 'will' || LIMIT.test(sentence.slice(0, from)) || (behind === null && ahead);
}

function nearest(part: string, which: 'first' | 'last'): Signal | null {
  let best: { readonly signal: Signal; readonly at: number } | null = null;
  for (const signal of Object.keys(SIGNALS) as Signal[]) {
    for (const match of part.matchAll(SIGNALS[signal])) {
      const at = which === 'last' ? match.index + match[0].length : match.index;
      const nearer = best === null || (which === 'last' ? at > best.at : at < best.at);
      if (nearer) best = { signal, at };
    }
  }
  return best?.signal ?? null;
}

/** A full stop ends one where space and no small letter or digit follow: "tgl. 20", "pkl. 09.00" go on. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/[!?;\n]+|\.(?=\s+\p{Lu}|\s*$)/u).filter((sentence) => sentence.trim() !== '');
}
