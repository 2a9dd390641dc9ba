import type { Draft } from '#shared/contract/window/drafts.ts';
import type { Colleague } from '#shared/domain/people/roles.ts';

export type Choices = Draft['choices'];

export function sameChoices(a: Choices, b: Choices): boolean {
  const keys = Object.keys({ ...a, ...b }) as (keyof Choices)[];
  return keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** With a change; what is empty, null or undefined in it is chosen no more. */
export function chosen(before: Choices, change: Choices): Choices {
  const all = { ...before, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => (value ?? '') !== ''));
}

/** The ids of the colleagues whom a note names as "@Name", in the order of the list. */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): readonly string[] {
  const said = text.toLowerCase();
  return colleagues.filter(({ name }) => said.includes(`@${name.toLowerCase()}`)).map(({ id }) => id);
}

/** The text with a colleague's name at its end, as a word of its own. */
export function withMention(text: string, name: string): string {
  const gap = text === '' || /\s$/.test(text) ? '' : ' ';
  return `${text}${gap}@${name} `;
}
