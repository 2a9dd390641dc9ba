import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Words } from '../../words/i18n.ts';

/** The reporter's own words first; the edited ones too, where they say something else. */
export function textsOf({ originalText, finalText }: Complaint, { t }: Words) {
  const [original, final] = [originalText.trim(), finalText.trim()];
  if (original === '' || final === '' || original === final) {
    const text = original === '' ? final : original;
    return [{ heading: t('letter.text'), text: text === '' ? t('case.no_text') : text }];
  }
  return [
    { heading: t('letter.original'), text: original },
    { heading: t('letter.final'), text: final },
  ];
}
