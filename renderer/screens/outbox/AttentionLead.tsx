import { Download } from 'lucide-react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { download } from '../../core/browser/download.ts';
import { Button } from '../../kit/Button.tsx';
import { tableFile } from '../../widgets/text-card/export-texts.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './AttentionLead.module.css';

/** Above the refused texts: that nothing of them is lost, and all of them as one table. */
export function AttentionLead({ items }: { readonly items: readonly OutboxItem[] }) {
  const { t, language } = useWords();
  const { today } = useReference();
  return (
    <div className={styles.lead}>
      <p>{t('attention.safe', { count: items.length })}</p>
      <Button size="small" onPress={() => download(tableFile(items, { t, language, today }))}>
        <Download size={14} aria-hidden="true" /> {t('attention.export_all')}
      </Button>
    </div>
  );
}
