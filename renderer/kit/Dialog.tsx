import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../words/reference.tsx';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

/** A window over the window. It holds the focus until Escape or a click beside it closes it. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  wide = false,
  bare = false,
  full = false,
}: {
  readonly title: string;
  /** Where closing is more than that. */
  readonly closeLabel?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Without its own heading; `title` is then only spoken. */
  readonly bare?: boolean;
  readonly full?: boolean;
}) {
  const { t } = useWords();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.modal, wide && styles.wide, bare && styles.bare, full && styles.full)}>
        <AriaDialog className={cx(styles.dialog)} aria-label={title}>
          {bare ? null : (
            <div className={styles.head}>
              <Heading slot="title" level={2} className={cx(styles.title)}>
                {title}
              </Heading>
              <IconButton icon={X} label={closeLabel ?? t('settings.close')} onPress={onClose} />
            </div>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
