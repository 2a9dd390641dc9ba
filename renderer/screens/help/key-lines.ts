import type { KeyGroup } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import type { Translate } from '../../words/i18n.ts';

/** The keys of each thing that can be done there, under its words. */
export function linesOf(
  group: KeyGroup,
  screens: readonly Screen[],
  t: Translate,
): readonly [string, readonly string[]][] {
  const lines = new Map<string, readonly string[]>();
  for (const { keys = [], listed, listedAs, label } of screens.flatMap(({ actions = [] }) => actions)) {
    const key = listedAs ?? label;
    if (listed !== group || typeof key !== 'string') continue;
    const words = t(key);
    lines.set(words, [...(lines.get(words) ?? []), ...keys]);
  }
  return [...lines];
}
