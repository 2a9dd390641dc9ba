import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Electron's own menus speak the officer's language. */
export function useShellFacts(): void {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'id';
  useEffect(() => window.penghubung?.tell({ language }), [language]);
}
