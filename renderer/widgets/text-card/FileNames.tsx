import { Paperclip } from 'lucide-react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './FileNames.module.css';

export function FileNames({ files }: { readonly files: readonly Pick<Attachment, 'sha256' | 'name'>[] }) {
  const { t } = useWords();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('files.label')}>
      {files.map(({ sha256, name }) => (
        <li key={sha256}>
          <Paperclip size={12} aria-hidden="true" /> {name}
        </li>
      ))}
    </ul>
  );
}
