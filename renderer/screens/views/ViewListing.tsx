import { useId } from 'react';
import { LIST_ORDERS } from '#shared/contract/window/queue.ts';
import { ROW_FIELDS, type RowField, type SavedView } from '#shared/contract/window/views.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './ViewListing.module.css';

export type Listing = Pick<SavedView, 'order' | 'fields'>;

/** How a view lists what it finds: in which order, and what a row shows. */
export function ViewListing({
  listing: { order, fields },
  onChange,
}: {
  readonly listing: Listing;
  readonly onChange: (listing: Listing) => void;
}) {
  const { t } = useWords();
  const group = useId();
  const show = (field: RowField, shown: boolean) =>
    onChange({
      order,
      fields: ROW_FIELDS.filter((other) => (other === field ? shown : fields.includes(other))),
    });
  return (
    <div className={styles.listing}>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('views.order_label')}</legend>
        {LIST_ORDERS.map((choice) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={choice === order}
              onChange={() => onChange({ order: choice, fields })}
            />
            {t(`views.order.${choice}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('views.fields_label')}</legend>
        {ROW_FIELDS.map((field) => (
          <label key={field} className={styles.choice}>
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={({ target }) => show(field, target.checked)}
            />
            {t(`views.field.${field}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
