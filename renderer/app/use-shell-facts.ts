import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../core/state/navigation.ts';
import { useSelection } from '../core/state/selection.ts';
import type { Situation } from '../widgets/screen/action.ts';
import { useWords } from '../words/reference.tsx';
import { SCREENS } from './screens.ts';
import { actionsNow, shellMenu } from './shell-menu.ts';
import { act } from './use-shortcuts.ts';

/** Electron's own menus speak the officer's language. */
export function useShellFacts(): void {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'id';
  useEffect(() => window.penghubung?.tell({ language }), [language]);
}

/** Keeps Electron's menus as the window is, and does what is chosen there. */
export function useShellMenu(situation: () => Situation): void {
  const { t } = useWords();
  const told = useRef('');
  // It is told again when one of these has changed, and differs from what was told.
  useSelection((state) => `${state.selectedId !== null} ${state.picked.length}`);
  useNavigation((state) => `${state.search.trim() !== ''} ${isBlocked(state)}`);
  useEffect(() => {
    if (window.penghubung === undefined) return;
    const menu = shellMenu(SCREENS, situation(), t, isBlocked(useNavigation.getState()));
    const text = JSON.stringify(menu);
    if (text === told.current) return;
    told.current = text;
    window.penghubung.tell({ menu });
  });
  const choose = useEffectEvent((id: string) => {
    const now = situation();
    const action = actionsNow(SCREENS, now).find((known) => known.id === id);
    if (action !== undefined) act(action, now);
  });
  useEffect(() => {
    const stop = window.penghubung?.onChosen((id) => choose(id));
    return () => {
      stop?.();
      window.penghubung?.tell({ menu: [] });
    };
  }, []);
}

function isBlocked({ overlay }: { readonly overlay: string | null }): boolean {
  return overlay !== null && overlay !== 'nav';
}
