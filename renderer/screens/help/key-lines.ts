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
  for (const { keys = [], listed } of screens.flatMap(({ actions = [] }) => actions)) {
    if (listed?.in !== group) continue;
    const words = listed.words(t);
    lines.set(words, [...(lines.get(words) ?? []), ...keys]);
  }
  return [...lines];
}
