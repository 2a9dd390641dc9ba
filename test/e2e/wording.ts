import type { Page } from '@playwright/test';
import { type Language, messages } from '#shared/i18n/messages.ts';

type Tree = { readonly [key: string]: string | Tree };

function sentences(tree: Tree): readonly string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentences(value)));
}

const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: new Set(sentences(messages.id.window)),
  en: new Set(sentences(messages.en.window)),
};

/**
 * What is wrong with the words of the screen as it is: those of another language, and those of ours that are
 * cut off.
 */
export async function wordsAmiss(page: Page, language: Language, screen: string): Promise<readonly string[]> {
  const shown = await page.evaluate(() => {
    const found: { readonly text: string; readonly cut: boolean }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element === null || !element.checkVisibility({ visibilityProperty: true })) continue;
      // What was said once by a screen reader stays as it was said.
      if (element.closest('[role=status]') !== null) continue;
      const { overflowX, display } = getComputedStyle(element);
      // A line of which a part is a complaint's own text may be cut: that part is.
      const whole = element.textContent?.trim() === text;
      const clips = whole && overflowX !== 'visible' && display !== 'inline' && element.clientWidth > 1;
      found.push({ text, cut: clips && element.scrollWidth > element.clientWidth + 1 });
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const text = element.getAttribute(name)?.trim() ?? '';
        if (text !== '') found.push({ text, cut: false });
      }
    return found;
  });
  const other = language === 'id' ? 'en' : 'id';
  const amiss = shown.flatMap(({ text, cut }) => {
    if (WORDS[other].has(text) && !WORDS[language].has(text)) return [`${screen}: "${text}" in ${language}`];
    return cut && WORDS[language].has(text) ? [`${screen}: "${text}" is cut off`] : [];
  });
  return [...new Set(amiss)];
}
