import type { Delivery } from '#shared/contract/window/outbox.ts';
import type { ChipTone } from '../../kit/Chip.tsx';
import { percentOf } from '../../words/format.ts';
import type { Words } from '../../words/i18n.ts';

/** What is known of a text's way; a row of the queue knows the state alone. */
export type Whereabouts = Pick<Delivery, 'state'> & Partial<Pick<Delivery, 'receipt' | 'code' | 'upload'>>;

const TONES: Readonly<Record<Delivery['state'], ChipTone>> = {
  held: 'soon',
  queued: 'soon',
  sending: 'soon',
  unsure: 'soon',
  aside: 'late',
  accepted: 'ok',
  refused: 'late',
};

/**
 * Where a sent text is. "Terkirim" only with the word of the central service; an answer that was lost is
 * "belum pasti", which is neither "terkirim" nor "gagal". `word`: one or two, on the mark itself;
 * `explanation`: a sentence or two on what it means, what is safe, what happens next.
 */
export function deliveryWords(
  { state, receipt = null, code = null, upload = null }: Whereabouts,
  { t, bytesWords }: Words,
) {
  const said = (word: string, explanation: string) => ({ tone: TONES[state], word, explanation });
  const word = t(`chip.${state}`);
  if (state === 'accepted' && receipt !== null) {
    return said(word, t('outbox.explained.accepted_receipt', { receipt }));
  }
  if (state === 'refused' && code !== null) return said(word, t(`refusal.${code}`));
  if (upload !== null && (state === 'queued' || state === 'sending')) {
    const percent = percentOf(upload);
    return said(
      t('chip.with_files', { state: word, percent }),
      t('outbox.explained.files', {
        sent: bytesWords(upload.sent),
        total: bytesWords(upload.total),
      }),
    );
  }
  return said(word, t(`outbox.explained.${state}`));
}
