import type { MenuGroup } from '#shared/contract/process/window-bridge.ts';
import type { Action, Situation } from '../widgets/screen/action.ts';
import type { Screen } from '../widgets/screen/screen.ts';
import type { Translate } from '../words/i18n.ts';

type GroupName = MenuGroup['name'];

/** The order of the menus. */
const GROUPS: readonly GroupName[] = ['case', 'list', 'views', 'all', 'settings'];

/** Every action now, those that depend on what the officer has kept too. */
export function actionsNow(screens: readonly Screen[], now: Situation): readonly Action[] {
  return screens.flatMap(({ actions = [], actionsNow: more }) => [...actions, ...(more?.(now) ?? [])]);
}

/**
 * Electron's menus, out of the same actions as the palette and the list of keys. What needs a complaint is
 * there without one too, but cannot be chosen; what cannot be done in this office at all is left out.
 * @param blocked a dialog is open: it has its own keys
 */
export function shellMenu(
  screens: readonly Screen[],
  now: Situation,
  t: Translate,
  blocked: boolean,
): readonly MenuGroup[] {
  const lines = actionsNow(screens, now).flatMap((action) => lineOf(action, now, t, blocked) ?? []);
  return GROUPS.map((name) => ({
    name,
    label: t(`menu.${name}`),
    lines: lines.filter(({ group }) => group === name).map(({ line }) => line),
  }));
}

function lineOf(action: Action, now: Situation, t: Translate, blocked: boolean) {
  const { id, label, listed, listedAs, section, keys, keysInside, offered, run, opens } = action;
  if (run === undefined && opens === undefined) return null;
  // Keys that go through the list have the same words for both ways.
  const words = label ?? (listedAs === 'keys.move' ? undefined : listedAs);
  if (words === undefined) return null;
  const isOffered = offered?.(now) !== false;
  const needsComplaint = offered?.({ ...now, selectedId: null, picked: 0 }) === false;
  const withOne = offered?.({ ...now, selectedId: now.selectedId ?? 'lapor-0', picked: 1 }) !== false;
  if (!isOffered && (typeof words !== 'string' || !needsComplaint || !withOne)) return null;
  const group: GroupName =
    section === 'views' || section === 'settings'
      ? section
      : (listed ?? (needsComplaint && withOne ? 'case' : 'all'));
  const shown = keysInside === true ? keys?.find((key) => key.length > 1) : keys?.[0];
  const line = {
    id,
    label: typeof words === 'string' ? t(words) : words(t, now),
    key: shown ?? null,
    enabled: isOffered && !blocked,
  };
  return { group, line };
}
