import { Command, Keyboard, Settings } from 'lucide-react';
import { useAnswerOf } from '../core/services/services.tsx';
import { goTo, show, useNavigation, VIEWS, type View } from '../core/state/navigation.ts';
import { Brand } from '../kit/Brand.tsx';
import { IconButton } from '../kit/Button.tsx';
import { NavItem, NavRule } from '../kit/NavItem.tsx';
import { ConnectionCard } from '../screens/connection/ConnectionCard.tsx';
import { Tour } from '../screens/help/Tour.tsx';
import { SavedViews } from '../screens/views/SavedViews.tsx';
import { useReference, useWords } from '../words/reference.tsx';
import styles from './Nav.module.css';

/** Views whose number asks for something. */
const URGENT: readonly View[] = ['late', 'attention'];

const TOOLS = [
  [Keyboard, 'keys.title', 'keys'],
  [Command, 'palette.label', 'palette'],
  [Settings, 'settings.title', 'settings'],
] as const;

/** The left: who one is, the views with their counts, and the connection. */
export function Nav({ demo }: { readonly demo: boolean }) {
  const { officer } = useReference();
  const { t } = useWords();
  const counts = useAnswerOf((ask) => ask.queue.counts);
  const current = useNavigation((state) => state.view);
  const searching = useNavigation((state) => state.search.trim() !== '');
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      <div className={styles.brand}>
        <Brand />
      </div>
      <ul data-part="views">
        {VIEWS.map((view, place) =>
          view === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <NavRule key={place} />
          ) : (
            <li key={view}>
              <NavItem
                name={t(`view.${view}`)}
                count={counts?.[view]}
                current={view === current && !searching}
                urgent={URGENT.includes(view)}
                onGo={() => goTo(view)}
              />
            </li>
          ),
        )}
      </ul>
      <SavedViews />
      <Tour />
      <div className={styles.foot}>
        {demo ? (
          <span className={styles.demo} title={t('nav.demo_hint')}>
            {t('nav.demo')}
          </span>
        ) : null}
        <ConnectionCard />
        <div className={styles.who}>
          <b className={styles.agency}>{officer.agency?.name}</b>
          <div className={styles.person}>
            <span className={styles.officer} title={officer.name}>
              {officer.name}
            </span>
            {TOOLS.map(([icon, words, dialog]) => (
              <IconButton key={dialog} icon={icon} label={t(words)} onPress={() => show(dialog)} />
            ))}
          </div>
        </div>
      </div>
    </nav>
  );
}
