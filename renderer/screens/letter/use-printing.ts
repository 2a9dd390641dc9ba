import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  type Letter,
  letterFileName,
  type PrintOutcome,
  type SaveOutcome,
} from '#shared/contract/process/letters.ts';
import { footWords } from '#shared/i18n/letter.ts';
import { printPage, savePage } from '../../core/browser/print.ts';

type Outcome = PrintOutcome | SaveOutcome;

/** Prints the sheet that is shown, or saves it as a PDF; `savePdf` null: that is the browser's own to do. */
export function usePrinting(letter: Letter) {
  const { at, saves } = usePrintedPage(letter);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const busy = useRef(false);

  const ask = useCallback(async (question: () => Promise<Outcome | null>, otherwise: Outcome) => {
    if (busy.current) return;
    busy.current = true;
    setOutcome(null);
    setOutcome(await question().catch(() => otherwise));
    busy.current = false;
  }, []);
  const print = useCallback(() => void ask(printPage, 'not_taken'), [ask]);
  usePrintKey(print);

  const save = async () => {
    saves.current = true;
    return savePage(letter).finally(() => {
      saves.current = false;
    });
  };
  return {
    at,
    outcome: outcome === 'put_off' ? null : outcome,
    print,
    savePdf: window.penghubung === undefined ? null : () => void ask(save, 'not_made'),
  };
}

/** While it is printed, the page has the sheet's name and foot; `at`: when that was last so. */
function usePrintedPage(letter: Letter) {
  const [at, setAt] = useState(() => new Date().toISOString());
  /** The shell writes the foot of a PDF: it numbers pages also where Chromium's style sheets cannot. */
  const saves = useRef(false);
  useEffect(() => {
    let title: string | null = null;
    const page = document.documentElement.style;
    const foot = Object.entries(footWords(letter));
    const before = () => {
      flushSync(() => setAt(new Date().toISOString()));
      title ??= document.title;
      document.title = letterFileName(letter).replace(/\.pdf$/, '');
      if (saves.current) return;
      for (const [name, words] of foot) page.setProperty(`--foot-${name}`, JSON.stringify(words));
    };
    const after = () => {
      document.title = title ?? document.title;
      title = null;
      for (const [name] of foot) page.removeProperty(`--foot-${name}`);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [letter]);
  return { at, saves };
}

/** The key that opened the dialog prints. */
function usePrintKey(print: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      print();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [print]);
}
