type Language = 'id' | 'en';

const WORDS = {
  report: { id: 'Laporan', en: 'Report' },
  confidential: { id: 'RAHASIA', en: 'CONFIDENTIAL' },
  internal: { id: 'HANYA UNTUK OPD', en: 'FOR THE AGENCY ONLY' },
  page: { id: 'Halaman', en: 'Page' },
  of: { id: 'dari', en: 'of' },
} as const;

/** What stands under each page of a printed report: written by the shell in a PDF, by the page on paper. */
export function footWords({
  number,
  confidential,
  internal,
  language,
}: {
  readonly number: string;
  readonly confidential: boolean;
  readonly internal: boolean;
  readonly language: Language;
}) {
  const name = [
    `${WORDS.report[language]} ${number}`.trim(),
    ...(confidential ? [WORDS.confidential[language]] : []),
    ...(internal ? [WORDS.internal[language]] : []),
  ].join(' · ');
  return { name, page: WORDS.page[language], of: WORDS.of[language] };
}
