import { type Action, perform, type Situation } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import type { Translate } from '../../words/i18n.ts';

export type PaletteCommand = {
  readonly id: string;
  readonly group: 'actions' | 'views' | 'reports' | 'settings';
  readonly label: string;
  /** Said beside the label: a key, an id. */
  readonly hint: string | null;
  readonly run: () => void;
};

/** Everything that can be done now, in the officer's words. */
export function paletteCommands(
  screens: readonly Screen[],
  now: Situation,
  t: Translate,
): readonly PaletteCommand[] {
  const actions = screens.flatMap(({ actions = [], actionsNow }) => [
    ...actions,
    ...(actionsNow?.(now) ?? []),
  ]);
  return actions.flatMap((action) => commandOf(action, now, t) ?? []);
}

/** Null: it stands in no palette, or cannot be done now. */
function commandOf(action: Action, now: Situation, t: Translate): PaletteCommand | null {
  const { id, label, section, keys, offered } = action;
  if (label === undefined || offered?.(now) === false) return null;
  return {
    id,
    group: section ?? 'actions',
    label: typeof label === 'string' ? t(label) : label(t, now),
    hint: keys?.[0] ?? null,
    run: () => perform(action, now),
  };
}

/** The commands with words that begin as typed, in any order: "tul cat" finds "Tulis catatan internal". */
export function matching(commands: readonly PaletteCommand[], text: string): readonly PaletteCommand[] {
  const typed = words(text);
  return commands.filter((command) => {
    const known = words(`${command.label} ${command.hint ?? ''}`);
    return typed.every((part) => known.some((word) => word.startsWith(part)));
  });
}

function words(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
