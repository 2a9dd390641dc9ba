import 'i18next';
import type { messages } from '#shared/i18n/messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'window';
    resources: { window: typeof messages.id.window };
    returnNull: false;
  }
}
