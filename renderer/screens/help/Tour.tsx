import { useLayoutEffect, useState } from 'react';
import { useSettings } from '../../core/settings/use-settings.ts';
import { useTour } from '../../core/state/tour.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './Tour.module.css';

/** The parts of the window, in the order in which they are shown; each carries its name as `data-part`. */
const STEPS = ['views', 'queue', 'clocks', 'composer', 'connection'] as const;

/** Five steps around the window, at first and when asked. It stands beside the work, never in its way. */
export function Tour() {
  const { settings, change } = useSettings();
  const touring = useTour((state) => state.touring);
  if (!(touring ?? settings.tour === 'due')) return null;
  const end = () => {
    useTour.setState({ touring: false });
    change({ tour: 'seen' });
  };
  return <Steps end={end} />;
}

function Steps({ end }: { readonly end: () => void }) {
  const { t } = useWords();
  const [place, setPlace] = useState(0);
  const step = STEPS[place] ?? 'views';
  const last = place === STEPS.length - 1;
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.dataset.tour = step;
    return () => {
      delete page.dataset.tour;
    };
  }, [step]);
  return (
    <section className={styles.tour} aria-label={t('tour.label')}>
      <p aria-live="polite">
        <b>{t('tour.step', { step: place + 1, of: STEPS.length })}</b> {t(`tour.${step}`)}
      </p>
      <div className={styles.tools}>
        <Button size="small" variant="primary" onPress={() => (last ? end() : setPlace(place + 1))}>
          {t(last ? 'tour.done' : 'tour.next')}
        </Button>
        {last ? null : (
          <Button size="small" variant="quiet" onPress={end}>
            {t('tour.skip')}
          </Button>
        )}
      </div>
    </section>
  );
}
