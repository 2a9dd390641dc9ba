import { leadOf } from './span.ts';

const OFFICIAL =
  'laporan|tracking|tiket|ticket|aduan|pengaduan|lapor|agenda|surat|spt|spk|sp2d|dpa|kontrak|sk|uu|pp|perda|perbup|perpres';
const OF_SERVICES =
  'resi|npwp|nop|nip|nisn|npsn|imb|pbg|seri|token|meter|meteran|pelanggan|idpel|bpjs|antrian|antrean|sertifikat|virtual account|va|imei|register|registrasi|reg';
const FILLER = '(?:no|nomor|nmr|nomer|id|saya|kami|dengan|dgn|nya|hak|milik|kode|pln|pdam|air|listrik)';
/** Another word may stand between ("nomor registrasi online …"), but none that says whose number it is. */
const ONE_WORD = '(?:(?!(?:nik|ktp|n?kk|hp|wa|te?lp|telepon|an|atas|nama|dari|dr)\\b)[a-z]+[\\s.:,;!=-]+)?';
const BETWEEN = `[\\s.:,;!=-]*(?:${FILLER}\\b[\\s.:,;!=-]*){0,3}$`;

const BEFORE_OFFICIAL = new RegExp(`(?:\\b(?:${OFFICIAL})\\b|#)${BETWEEN}`, 'i');
const BEFORE_OF_SERVICES = new RegExp(`\\b(?:${OF_SERVICES})\\b[\\s.:,;!=-]*${ONE_WORD}${BETWEEN}`, 'i');
const BEFORE_MONEY = /(?:\brp|\bidr)[\s.:]*$/i;
const AFTER_MONEY = /^\s*(?:,-|rupiah|juta|ribu|milyar|miliar)/i;
/** Thousands with dots, as money is written: "12.500.000". */
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** The words before say that it is the number of a complaint, a letter, a law, a decree or a contract. */
export function isOfficialNumber(text: string, from: number): boolean {
  return BEFORE_OFFICIAL.test(leadOf(text, from));
}

/** The words before say that it is the number of a customer, a meter, a tax object, a parcel and the like. */
export function isServiceNumber(text: string, from: number): boolean {
  return BEFORE_OF_SERVICES.test(leadOf(text, from));
}

/** An amount of rupiah: by the word beside it, or written with dots at the thousands. */
export function isMoney(text: string, from: number, to: number): boolean {
  return (
    BEFORE_MONEY.test(leadOf(text, from)) ||
    AFTER_MONEY.test(text.slice(to, to + 12)) ||
    THOUSANDS.test(text.slice(from, to))
  );
}
