import { isMoney, isServiceNumber } from './other-number.ts';
import { digitsOf, leadOf, type Span } from './span.ts';

const BANKS =
  'bca|bri|bni|bsi|btn|btpn|bpr|bpd|mandiri|cimb|danamon|permata|panin|ocbc|muamalat|maybank|seabank|bank';
const SAID = new RegExp(`\\b(?:(no\\.?rek|norek|rek|rekening)|${BANKS})\\b`, 'gi');
/** A budget code or a bill is a "rekening" too. */
const NO_BANK_BEFORE = /\b(?:kode|kd|tagihan)[\s.:]*$/i;
const NO_BANK_AFTER =
  /^\s*(?:sampah|darah|tanah|soal|data|belanja|listrik|air|pln|pdam|telepon|kegiatan|pendapatan|bulan)\b/i;
const BETWEEN = /^\D{0,40}?(?=\d)/;
const ABOUT_MONEY = /\b(?:rp|idr|sebesar|sejumlah|senilai|seharga|total|tgl|tanggal|call)\b|(?:\+)$/i;
const NUMBER = /^(?:\d{8,16}(?!\d|[.-]\d)|\d+(?:[ .-]\d+){1,7})(?!\d)/;
const DATE = /^\d{1,2}[-. ]\d{1,2}[-. ]\d{4}|^(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/;
const BUDGET_CODE = /^\d\.\d{1,2}\.\d{1,2}\./;
const BANK_AFTER = new RegExp(`(?<!\\d|\\d[.-])\\d{10,16}(?=\\s*[(,/-]?\\s*(?:${BANKS})\\b)`, 'gi');
/** Digits of an account: the shortest of the banks has ten; where "rekening" is said eight will do. */
const LEAST = { bank: 10, said: 8 };
const MOST = 16;

/** Bank accounts: only where a bank or the word "rekening" stands beside the number. */
export function* findAccounts(text: string): Generator<Span> {
  for (const said of text.matchAll(SAID)) {
    const after = said.index + said[0].length;
    const gap = BETWEEN.exec(text.slice(after, after + 42))?.[0];
    if (gap === undefined || ABOUT_MONEY.test(gap) || NO_BANK_AFTER.test(gap)) continue;
    if (said[1] !== undefined && NO_BANK_BEFORE.test(leadOf(text, said.index))) continue;
    const from = after + gap.length;
    const wording = NUMBER.exec(text.slice(from, from + 32))?.[0];
    if (wording === undefined || DATE.test(wording) || BUDGET_CODE.test(wording)) continue;
    const digits = digitsOf(wording).length;
    if (digits < (said[1] === undefined ? LEAST.bank : LEAST.said) || digits > MOST) continue;
    const to = from + wording.length;
    if (!isMoney(text, from, to) && !isServiceNumber(text, from)) yield { from, to };
  }
  for (const { 0: wording, index } of text.matchAll(BANK_AFTER)) {
    const to = index + wording.length;
    if (!isMoney(text, index, to) && !isServiceNumber(text, index)) yield { from: index, to };
  }
}
