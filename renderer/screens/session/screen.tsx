import { Dialog } from '../../kit/Dialog.tsx';
import type { DialogProps, Screen } from '../../widgets/screen/screen.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { Enrol } from './Enrol.tsx';

/** Access to the central service: for a standalone agency that joins, and again when it has ended. */
export const sessionScreen: Screen = {
  dialogs: { join: JoinDialog, sign_in: SignInDialog },
  actions: [
    {
      id: 'join',
      label: 'joining.palette_join',
      offered: ({ session }) => session.standalone && session.joining === null,
      opens: 'join',
    },
    {
      id: 'cancel_join',
      label: 'joining.cancel',
      offered: ({ session }) => session.standalone && session.joining !== null,
      run: ({ backend }) => void backend.standalone.cancelJoin().catch(() => {}),
    },
  ],
};

function JoinDialog({ onClose }: DialogProps) {
  const { officer } = useReference();
  const { t } = useWords();
  return (
    <Dialog title={t('joining.title')} onClose={onClose}>
      <div className="dialog-body">
        <p>{t('joining.lead')}</p>
        <Enrol centralUrl={null} officerName={officer.name} onDone={onClose} joining />
      </div>
    </Dialog>
  );
}

function SignInDialog({ session, onClose }: DialogProps) {
  const { officer } = useReference();
  const { t } = useWords();
  return (
    <Dialog title={t('session.again')} onClose={onClose}>
      <div className="dialog-body">
        <Enrol centralUrl={session.centralUrl} officerName={officer.name} onDone={onClose} />
      </div>
    </Dialog>
  );
}
