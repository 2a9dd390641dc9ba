import { useId } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { OfficeMark } from '../../components/OfficeMark.tsx';
import { officeTemplatesQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import styles from './TemplatesDialog.module.css';

/** The templates of the whole OPD and of every OPD, and who looks after them. */
export function OfficeTemplates() {
  const { desk } = useServices();
  const { t } = useWords();
  const headingId = useId();
  const office = useQuery(officeTemplatesQuery(desk)).data ?? [];
  return (
    <section className={styles.office} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t('templates.office_title')}
      </h2>
      <p className={styles.hint}>
        {t(office.length === 0 ? 'templates.office_empty' : 'templates.office_hint')}
      </p>
      <ul>
        {office.map((template) => (
          <li key={template.id} className={styles.row}>
            <span className={styles.name}>{template.name}</span>
            <OfficeMark template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}
