import type { i18n } from 'i18next';
import type { Settings } from '#shared/contract/window/settings.ts';

/** The settings that the page itself follows. */
export type Look = Pick<Settings, 'language' | 'theme'>;

const LOOK_KEY = 'penghubung.look';

/** The look of the last time, so that the first paint has it before the backend has answered. */
export function rememberedLook(): Look {
  try {
    const look: unknown = JSON.parse(localStorage.getItem(LOOK_KEY) ?? '{}');
    const { language, theme } = (look ?? {}) as Record<string, unknown>;
    return {
      language: language === 'en' ? 'en' : 'id',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    };
  } catch {
    return { language: 'id', theme: 'system' };
  }
}

/** Puts language and theme on the page. */
export function applyLook({ language, theme }: Look, words: i18n): void {
  const page = document.documentElement;
  page.lang = language;
  if (theme === 'system') page.removeAttribute('data-theme');
  else page.dataset.theme = theme;
  if (words.language !== language) void words.changeLanguage(language);
  localStorage.setItem(LOOK_KEY, JSON.stringify({ language, theme }));
}
