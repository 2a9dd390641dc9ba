import { FileSpreadsheet } from 'lucide-react';
import { useWords } from '../../app/reference.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useView } from '../../state/view.ts';

/** An office alone before its first import: where reports come from. */
export function NoReports() {
  const { t } = useWords();
  return (
    <EmptyState icon={<FileSpreadsheet size={20} />} title={t('export.none')}>
      <p>{t('export.none_text')}</p>
      <Button look="primary" onPress={() => useView.getState().show('export')}>
        {t('joining.palette_import')}
      </Button>
    </EmptyState>
  );
}
