import { bucketOf, isReplied } from '#shared/domain/complaint/status.ts';
import type { Translate } from './i18n.ts';

/** Short words that stay in capitals when a shouted text is written as a sentence. */
const ACRONYMS = new Set(
  `APBD APBN ASN BBM BLT BPBD BPJS BPNT BST BUMD BUMDES CPNS DPRD GPS HIV IGD IMB KIA KIP KIS KK KTP KUR LED LPG LPJU
  MCK NIK NPWP ODGJ PAUD PBB PBI PDAM PIP PJU PKH PKK PKL PLN PLT PNS PPDB PPPK PSU PUPR RSUD RT RTH RTLH RW SD SDN
  SIM SK SKTM SLB SMA SMK SMP SMS SP3 STNK TBC TK TNI TPA TPS TPU TV UMKM UPT UPTD WC WIFI`.split(/\s+/),
);

/** "LAMPU PENERANGAN JALAN" → "Lampu penerangan jalan". A text that is not shouted stays as it is. */
export function sentenceCase(text: string): string {
  const calm = calmCase(text);
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}

/** The same without the capital at the start, for the middle of a line: "lampu penerangan jalan umum". */
export function lowerCase(text: string): string {
  const calm = calmCase(text);
  const [first = ''] = calm.split(/\s/, 1);
  // "E-KTP", "PNS/ASN": a word with capitals inside is a name of its own.
  return /.\p{Lu}/u.test(first) ? calm : calm.charAt(0).toLowerCase() + calm.slice(1);
}

function calmCase(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters !== letters.toUpperCase()) return text;
  // "E-KTP" is one word: a part that is an acronym keeps the whole.
  return text.replace(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu, (word) =>
    word.split('-').some((part) => ACRONYMS.has(part)) ? word : word.toLowerCase(),
  );
}

export function titleOf({ title }: { readonly title: string }, t: Translate): string {
  return title.trim() === '' ? t('queue.untitled') : title;
}

/** A complaint's number, or that it has none yet: a recorded complaint gets it from the central service. */
export function numberOf(trackingId: string, t: Translate): string {
  return trackingId === '' ? t('case.no_number') : trackingId;
}

/** A raw LAPOR! status in one or two words; a status that is not known is shown as LAPOR! wrote it. */
export function statusWord(rawStatus: string, t: Translate): string {
  const { bucket, known } = bucketOf(rawStatus);
  if (!known) return rawStatus;
  if (isReplied(rawStatus)) return t('status.replied');
  if (rawStatus.trim().toLowerCase() === 'terverifikasi') return t('status.terverifikasi');
  return t(`status.${bucket}`);
}
