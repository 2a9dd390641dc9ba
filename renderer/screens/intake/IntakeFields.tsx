import type { ReactNode } from 'react';
import { CLASSIFICATIONS } from '#shared/domain/complaint/classification.ts';
import { INTAKE_CHANNELS, PLATFORMS, type Platform } from '#shared/domain/complaint/recorded.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { CheckField, type FormProps, Line, SelectField } from './Field.tsx';
import styles from './IntakeFields.module.css';

/** Everything that is recorded of a complaint besides its own words. */
export function IntakeFields({ form }: { readonly form: FormProps }) {
  const { officer } = useReference();
  const { t } = useWords();
  const { complaint, onChange } = form;
  return (
    <>
      <Group title={t('intake.group.what')}>
        <Line name="title" form={form} wide />
        <SelectField
          label={t('intake.field.classification')}
          value={complaint.classification}
          options={CLASSIFICATIONS.map((id) => [id, t(`case.classification.${id}`)] as const)}
          onChoose={(classification) => onChange({ ...complaint, classification })}
        />
        <Line name="receivedAt" form={form} type="datetime-local" />
      </Group>
      <Group title={t('intake.group.where')}>
        <Line name="district" form={form} />
        <Line name="village" form={form} />
        <Line name="location" form={form} wide />
      </Group>
      <Group title={t('intake.group.source')}>
        <SelectField
          label={t('intake.field.channel')}
          value={complaint.channel}
          options={INTAKE_CHANNELS.map((id) => [id, t(`intake.channel.${id}`)] as const)}
          onChoose={(channel) => onChange({ ...complaint, channel })}
        />
        {complaint.channel === 'social' ? <PlatformField form={form} /> : null}
        <Line name="author" form={form} />
        <Line name="at" form={form} type="datetime-local" />
        <Line name="link" form={form} type="url" wide />
      </Group>
      <Group title={t('intake.group.who')}>
        <Line name="name" form={form} />
        <Line name="phone" form={form} type="tel" />
        <Line name="email" form={form} type="email" />
        <span className={styles.checks}>
          <CheckField name="anonymous" form={form} />
          <CheckField name="confidential" form={form} />
        </span>
      </Group>
      <Group title={t('intake.group.to')}>
        <span className={styles.checks}>
          {([true, false] as const).map((ours) => (
            <label key={String(ours)} className={styles.check}>
              <input
                type="radio"
                name="to"
                checked={complaint.ours === ours}
                onChange={() => onChange({ ...complaint, ours })}
              />
              {ours ? t('intake.to.ours', { agency: officer.agency?.name ?? '' }) : t('intake.to.centre')}
            </label>
          ))}
        </span>
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

function PlatformField({ form: { complaint, onChange } }: { readonly form: FormProps }) {
  const { t } = useWords();
  const { source } = complaint;
  return (
    <SelectField<Platform | ''>
      label={t('intake.field.platform')}
      value={source.platform ?? ''}
      options={[
        ['', t('intake.platform_unknown')],
        ...PLATFORMS.map((id) => [id, t(`intake.platform.${id}`)] as const),
      ]}
      onChoose={(platform) =>
        onChange({ ...complaint, source: { ...source, platform: platform === '' ? null : platform } })
      }
    />
  );
}
