import * as z from 'zod';

const fields = z.strictObject({
  /** What the cross of the window does: the program ends, goes on behind its icon in the tray, or asks. */
  closing: z.enum(['ask', 'tray', 'quit']),
  /** It starts with the system, without its window. */
  autostart: z.boolean(),
});

/** How the program lives on this computer. The shell keeps it; a browser host has none of it. */
export type ShellSettings = Omit<z.infer<typeof fields>, 'closing'> & {
  /** Null: the cross does what it does in every program, for the system shows no icon. */
  readonly closing: z.infer<typeof fields>['closing'] | null;
};
export const closingSetting = fields.shape.closing;

export const shellSettingsChange = fields.partial();
export type ShellSettingsChange = z.infer<typeof shellSettingsChange>;

/** The answer to the question of the cross. `stay`: the window stays open. */
export const closingAnswer = z.enum(['tray', 'quit', 'stay']);
export type ClosingAnswer = z.infer<typeof closingAnswer>;
