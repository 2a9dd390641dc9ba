import { FileSpreadsheet } from 'lucide-react';
import { show } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { useWords } from '../../words/reference.tsx';

/** An office alone before its first import: where reports come from. */
export function NoReports() {
  const { t } = useWords();
  return (
    <EmptyState icon={<FileSpreadsheet size={20} />} title={t('export.none')}>
      <p>{t('export.none_text')}</p>
      <Button look="primary" onPress={() => show('export')}>
        {t('joining.palette_import')}
      </Button>
    </EmptyState>
  );
}
