import { create } from 'zustand';
import type { ClosingAnswer } from '#shared/contract/process/shell-settings.ts';

/** The cross of the window was pressed, and the shell waits for what it shall do. */
export const useClosing = create<{ readonly isAsked: boolean }>()(() => ({ isAsked: false }));

export async function answerClosing(answer: ClosingAnswer, remember: boolean): Promise<void> {
  useClosing.setState({ isAsked: false });
  if (remember && answer !== 'stay') await window.penghubung?.shellSettings({ closing: answer });
  window.penghubung?.answerClosing(answer);
}
