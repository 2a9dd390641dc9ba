import { CLASSIFICATIONS } from '#shared/domain/complaint/classification.ts';
import {
  INTAKE_CHANNELS,
  PLATFORMS,
  type Platform,
  type Recorded,
  type RecordedProblem,
} from '#shared/domain/complaint/recorded.ts';
import { useWords } from '../../words/reference.tsx';
import { CheckField, SelectField, TextField } from './Field.tsx';
import { instantOf, localOf, withLink } from './form.ts';
import styles from './IntakeFields.module.css';

/** Everything that is recorded of a complaint besides its own words. */
export function IntakeFields({
  report: complaint,
  agencyName,
  problem,
  problemId,
  onChange,
}: {
  readonly report: Recorded;
  readonly agencyName: string;
  readonly problem: RecordedProblem | null;
  readonly problemId: string;
  readonly onChange: (complaint: Recorded) => void;
}) {
  const { t } = useWords();
  const { source, reporter } = complaint;
  const change = (part: Partial<Recorded>) => onChange({ ...complaint, ...part });
  const from = (part: Partial<Recorded['source']>) => change({ source: { ...source, ...part } });
  const by = (part: Partial<Recorded['reporter']>) => change({ reporter: { ...reporter, ...part } });
  const text = (name: 'title' | 'district' | 'village' | 'location', wide = false) => (
    <TextField
      name={name}
      wide={wide}
      label={t(`intake.field.${name}`)}
      value={complaint[name]}
      wrong={problem === name}
      describedBy={problemId}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('intake.group.what')}</legend>
        {text('title', true)}
        <SelectField
          label={t('intake.field.classification')}
          value={complaint.classification}
          options={CLASSIFICATIONS.map((id) => [id, t(`case.classification.${id}`)] as const)}
          onChange={(classification) => change({ classification })}
        />
        <TextField
          name="received"
          type="datetime-local"
          label={`${t('intake.field.receivedAt')} (${t('intake.wib')})`}
          value={localOf(complaint.receivedAt)}
          wrong={problem === 'received'}
          describedBy={problemId}
          onChange={(value) => change({ receivedAt: instantOf(value) })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('intake.group.where')}</legend>
        {text('district')}
        {text('village')}
        {text('location', true)}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('intake.group.source')}</legend>
        <SelectField
          label={t('intake.field.channel')}
          value={complaint.channel}
          options={INTAKE_CHANNELS.map((id) => [id, t(`intake.channel.${id}`)] as const)}
          onChange={(channel) => change({ channel })}
        />
        {complaint.channel === 'social' ? (
          <SelectField<Platform | ''>
            label={t('intake.field.platform')}
            value={source.platform ?? ''}
            options={[
              ['', t('intake.platform_unknown')],
              ...PLATFORMS.map((id) => [id, t(`intake.platform.${id}`)] as const),
            ]}
            onChange={(platform) => from({ platform: platform === '' ? null : platform })}
          />
        ) : null}
        <TextField
          name="author"
          label={t('intake.field.author')}
          value={source.author}
          describedBy={problemId}
          onChange={(author) => from({ author })}
        />
        <TextField
          name="at"
          type="datetime-local"
          label={`${t('intake.field.at')} (${t('intake.wib')})`}
          value={localOf(source.at)}
          describedBy={problemId}
          onChange={(value) => from({ at: instantOf(value) })}
        />
        <TextField
          name="link"
          type="url"
          wide
          label={t('intake.field.link')}
          value={source.link}
          wrong={problem === 'link'}
          describedBy={problemId}
          onChange={(link) => onChange(withLink(complaint, link, Date.now()))}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('intake.group.who')}</legend>
        <TextField
          name="name"
          label={t('intake.field.name')}
          value={reporter.name}
          describedBy={problemId}
          onChange={(name) => by({ name })}
        />
        <TextField
          name="phone"
          type="tel"
          label={t('intake.field.phone')}
          value={reporter.phone}
          wrong={problem === 'phone'}
          describedBy={problemId}
          onChange={(phone) => by({ phone })}
        />
        <TextField
          name="email"
          type="email"
          label={t('intake.field.email')}
          value={reporter.email}
          wrong={problem === 'email'}
          describedBy={problemId}
          onChange={(email) => by({ email })}
        />
        <span className={styles.checks}>
          <CheckField
            label={t('intake.field.anonymous')}
            hint={t('intake.anonymous_hint')}
            checked={complaint.anonymous}
            onChange={(anonymous) => change({ anonymous })}
          />
          <CheckField
            label={t('intake.field.confidential')}
            hint={t('intake.confidential_hint')}
            checked={complaint.confidential}
            onChange={(confidential) => change({ confidential })}
          />
        </span>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('intake.group.to')}</legend>
        <span className={styles.checks}>
          {([true, false] as const).map((ours) => (
            <label key={String(ours)} className={styles.check}>
              <input
                type="radio"
                name="to"
                checked={complaint.ours === ours}
                onChange={() => change({ ours })}
              />
              {ours ? t('intake.to.ours', { agency: agencyName }) : t('intake.to.centre')}
            </label>
          ))}
        </span>
      </fieldset>
    </>
  );
}
