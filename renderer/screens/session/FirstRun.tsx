import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { Session } from '#shared/contract/window/session.ts';
import { useServices } from '../../core/services/services.tsx';
import { practise } from '../../core/transport/practice.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useWords } from '../../words/reference.tsx';
import { Enrol } from './Enrol.tsx';
import styles from './FirstRun.module.css';
import { SessionForm } from './SessionForm.tsx';

export function FirstRun({ session: { centralUrl, policy } }: { readonly session: Session }) {
  const { t } = useWords();
  const [way, setWay] = useState<'join' | 'standalone'>('join');
  // Where IT names the central service, working without one is no choice.
  const mayChoose = policy === undefined || (policy.centralUrl === undefined && policy.problem === null);
  return (
    <Sheet>
      <h1 className={styles.title}>{t(way === 'join' ? 'session.title' : 'first.title')}</h1>
      {mayChoose ? (
        <ChoiceGroup
          label={t('first.question')}
          field="way"
          choices={[
            { id: 'join', words: t('first.join') },
            { id: 'standalone', words: t('first.standalone') },
          ]}
          value={way}
          onChoose={setWay}
        />
      ) : null}
      <p className={styles.lead}>{t(way === 'join' ? 'session.lead' : 'first.standalone_lead')}</p>
      {way === 'join' ? <Enrol centralUrl={centralUrl} officerName={null} /> : <BeginStandalone />}
      <Button variant="quiet" onPress={() => practise(true)}>
        {t('practice.try')}
      </Button>
    </Sheet>
  );
}

/** Who works here, without a central service: the two things that must be known before the first import. */
function BeginStandalone() {
  const { backend } = useServices();
  const { t } = useWords();
  return (
    <SessionForm
      fields={[
        { name: 'agency', words: 'first.agency', maxLength: 200 },
        { name: 'name', words: 'session.name', maxLength: 200 },
      ]}
      initial={{ agency: '', name: '' }}
      check={({ agency, name }) => {
        if (agency.trim() === '') return { field: 'agency', text: t('first.required_agency') };
        return name.trim() === '' ? { field: 'name', text: t('session.required.name') } : null;
      }}
      send={async ({ agency, name }) => {
        await backend.standalone.begin({ agency: agency.trim(), name: name.trim() });
        return null;
      }}
      submit={t('first.begin')}
    />
  );
}

/** This window has no key to its backend. */
export function NotAdmitted() {
  const { t } = useWords();
  return (
    <Sheet>
      <KeyRound size={24} />
      <h1 className={styles.title}>{t('session.not_admitted')}</h1>
      <p className={styles.lead}>{t('session.not_admitted_detail')}</p>
    </Sheet>
  );
}
