import { alone as enAlone } from './en/alone.ts';
import { central as enCentral } from './en/central.ts';
import { lapor as enLapor } from './en/lapor.ts';
import { window as enWindow } from './en/window.ts';
import { alone as idAlone } from './id/alone.ts';
import { central as idCentral } from './id/central.ts';
import { lapor as idLapor } from './id/lapor.ts';
import { window as idWindow } from './id/window.ts';

/** Every message of the product, by language. Bahasa Indonesia comes first and gives the shape. */
export const messages = {
  id: { window: idWindow, central: idCentral, lapor: idLapor, alone: idAlone },
  en: { window: enWindow, central: enCentral, lapor: enLapor, alone: enAlone },
};
export type Language = keyof typeof messages;
