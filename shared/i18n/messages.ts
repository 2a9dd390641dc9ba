import { central as enCentral } from './en/central.ts';
import { window as enWindow } from './en/window.ts';
import { central as idCentral } from './id/central.ts';
import { window as idWindow } from './id/window.ts';

/** Every message of the product, by language. Bahasa Indonesia comes first and gives the shape. */
export const messages = {
  id: { window: idWindow, central: idCentral },
  en: { window: enWindow, central: enCentral },
};
export type Language = keyof typeof messages;
