import type { i18n } from 'i18next';
import type { Settings } from '#shared/contract/window/settings.ts';

/** The settings that the page itself follows. */
export type Appearance = Pick<Settings, 'language' | 'theme'>;

const APPEARANCE_KEY = 'penghubung.look';

/** Those of the last time: the first paint has them before the backend has answered. */
export function rememberedAppearance(): Appearance {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(APPEARANCE_KEY) ?? '{}');
    const { language, theme } = (stored ?? {}) as Record<string, unknown>;
    return {
      language: language === 'en' ? 'en' : 'id',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    };
  } catch {
    return { language: 'id', theme: 'system' };
  }
}

export function applyAppearance({ language, theme }: Appearance, words: i18n): void {
  const page = document.documentElement;
  page.lang = language;
  if (theme === 'system') page.removeAttribute('data-theme');
  else page.dataset.theme = theme;
  if (words.language !== language) void words.changeLanguage(language);
  localStorage.setItem(APPEARANCE_KEY, JSON.stringify({ language, theme }));
}
