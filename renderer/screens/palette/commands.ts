/** A choice of the palette. */
export type PaletteCommand = {
  readonly id: string;
  readonly group: 'actions' | 'views' | 'reports' | 'settings';
  readonly label: string;
  /** Said beside the label: a key, an id. */
  readonly hint: string | null;
  readonly run: () => void;
};

/** The commands whose words all begin with what was typed, in any order: "tul cat" finds "Tulis catatan internal". */
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
