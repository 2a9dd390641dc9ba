import { leadOf, type Span } from './span.ts';

/** Letters of the registration regions (Perpol 7/2021 and the provinces of Papua since). */
const REGIONS = new Set(
  `A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW
  E EA EB ED F G H K KB KH KT KU L M N P PA PB PG PS PT PY R S T W Z`.split(/\s+/),
);
const SHAPE =
  /(?<![\p{L}\d]|\d[.,])([A-Z]{1,2})([ .-]{0,2})(\d{1,4})(?:([ .-]{0,2})([A-Z]{1,3}))?(?![\p{L}\d])/giu;
/** Where plates are spoken of, even an unusual one is one. */
const SAID = /\b(?:plat|pelat|nopol|no\.?\s?pol|polisi)\b[\s\w]{0,12}[\s.:,(]*$/i;
/** Words that take a letter and a number of their own. */
const NO_PLATE_BEFORE =
  /\b(?:blok|blk|gang|gg|lorong|lr|no|nomor|kelas|gol|golongan|tipe|type|jl|jln|jalan|lantai|gedung|ruang|trayek|rute|terminal|formulir|model|surat|pasal|huruf|sk|rt|rw|sdn?|smpn?|sman?|smkn?|mi|mts|ma|tk|vitamin|perda|pp|uu|koordinat)\b[\s.:]*(?:[a-z]\b)?[\s.:]*$/i;
/** Short words and units that follow a number; as the last letters of a plate they would be a coincidence. */
const NO_LETTERS = new Set(
  `RT RW NO KM KG HA M CM MM MG ML L DI KE DAN YG SD SDN SMP SMA SMK KEL KEC DS DSN GG JL JLN HP WA WIB KK PJU UU
  ITU INI JT PCS DLL DGN UTK KWK ORG BH UNIT JAM HR BLN THN TH BK BB BL YANG`.split(/\s+/),
);
/** Slang or titles when written small or in a text of capitals: "dr 2024 smp sekarang" is "dari … sampai". */
const ALSO_WORDS = new Set('DA DE DG DL DN DR DS ED EA PA PB PG PS PT PY KU AD DB DD'.split(' '));

/** Mitsubishi L300: a model, not a plate. */
const MODEL = /^L ?300\b/i;
const YEAR = /^(?:19|20)\d\d$/;

export function* findPlates(text: string): Generator<Span> {
  for (const match of text.matchAll(SHAPE)) {
    const [wording, region = '', gap = '', figures = '', , letters = ''] = match;
    if (!REGIONS.has(region.toUpperCase()) || figures.startsWith('0') || MODEL.test(wording)) continue;
    const lead = leadOf(text, match.index);
    const from = match.index;
    const noLetters = NO_LETTERS.has(letters.toUpperCase());
    if (SAID.test(lead)) {
      const length =
        noLetters && letters.length > 1 ? region.length + gap.length + figures.length : wording.length;
      yield { from, to: from + length };
    } else if (!noLetters && isPlain(region, figures, letters) && !NO_PLATE_BEFORE.test(lead)) {
      yield { from, to: from + wording.length };
    }
  }
}

/** So much like a plate that no word need say it. */
function isPlain(region: string, figures: string, letters: string): boolean {
  if (letters === '') return false;
  const word = ALSO_WORDS.has(region.toUpperCase());
  if (word && YEAR.test(figures)) return false;
  if (region.length === 1)
    return region === region.toUpperCase() && figures.length >= 3 && letters.length >= 2;
  if (region === region.toUpperCase()) return figures.length >= 3 || (letters.length >= 2 && !word);
  return !word && figures.length >= 3 && letters.length >= 2;
}
