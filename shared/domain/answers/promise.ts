import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Span } from '../pii/span.ts';
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
/** No match of it is longer. */
const LONGEST_LIMIT = 60;

/**
 * The days that a text of the agency promises, the earliest first: "akan kami tambal paling lambat 20 Juni",
 * "Kamis depan", "dalam 3 hari kerja". Not days that are past, that the reporter is to keep, or that only
 * tell of something.
 * @param writtenOn the day from which "besok" is counted
 */
export function promisesIn(text: string, writtenOn: Day, calendar: WorkingCalendar): readonly Promised[] {
  const found = sentencesOf(text).flatMap((sentence) => {
    const plain = sentence.replace(PATIENCE, (words) => ' '.repeat(words.length));
    const signals = signalsIn(plain);
    return daysNamed(plain, writtenOn, calendar)
      .filter(({ day }) => day >= writtenOn && day <= addDays(writtenOn, 366))
      .filter((named) => isPromise(plain, signals, named))
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
  { inOrder, byEnd }: Signals,
  { from, to, ahead }: { readonly from: number; readonly to: number; readonly ahead: boolean },
): boolean {
  const before = byEnd[firstIndex(byEnd.length, (n) => (byEnd[n]?.to ?? 0) > from) - 1];
  if (before !== undefined) return before.signal === 'will';
  const behind = inOrder[firstIndex(inOrder.length, (n) => (inOrder[n]?.from ?? 0) >= to)]?.signal;
  if (behind === 'asks' || behind === 'unsure') return false;
  const lead = sentence.slice(Math.max(0, from - LONGEST_LIMIT), from);
  return behind === 'will' || LIMIT.test(lead) || (behind === undefined && ahead);
}

type Found = Span & { readonly signal: Signal };
type Signals = { readonly inOrder: readonly Found[]; readonly byEnd: readonly Found[] };

/** All of a sentence, found once: one of 20,000 characters can name some thousand days. */
function signalsIn(sentence: string): Signals {
  const found = (Object.keys(SIGNALS) as Signal[]).flatMap((signal) =>
    [...sentence.matchAll(SIGNALS[signal])].map(
      (match): Found => ({ signal, from: match.index, to: match.index + match[0].length }),
    ),
  );
  return {
    inOrder: found.toSorted((a, b) => a.from - b.from),
    // Of two that end at the same place, the last one here counts: the first in the order of the signals.
    byEnd: found.toReversed().toSorted((a, b) => a.to - b.to),
  };
}

/** The first index below `length` for which it holds, as it does for all behind it; `length`: for none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A full stop ends one where space and no small letter or digit follow: "tgl. 20", "pkl. 09.00" go on. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/[!?;\n]+|\.(?=\s+\p{Lu}|\s*$)/u).filter((sentence) => sentence.trim() !== '');
}
