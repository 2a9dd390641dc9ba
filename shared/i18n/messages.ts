import { central as enCentral } from './en/central.ts';
import { lapor as enLapor } from './en/lapor.ts';
import { standalone as enStandalone } from './en/standalone.ts';
import { window as enWindow } from './en/window.ts';
import { central as idCentral } from './id/central.ts';
import { lapor as idLapor } from './id/lapor.ts';
import { standalone as idStandalone } from './id/standalone.ts';
import { window as idWindow } from './id/window.ts';

/** Bahasa Indonesia comes first: every other language says what it says. */
const id = { window: idWindow, central: idCentral, lapor: idLapor, standalone: idStandalone };

/** A language with two plural forms: where Indonesian has `_other`, it has `_one` too. */
type Translation<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Translation<Messages[Key]>;
} & { readonly [Key in keyof Messages as Key extends `${infer Name}_other` ? `${Name}_one` : never]: string };

const en: Translation<typeof id> = {
  window: enWindow,
  central: enCentral,
  lapor: enLapor,
  standalone: enStandalone,
};

/** Every message of the product, by language. */
export const messages = { id, en };
export type Language = keyof typeof messages;
