import type { XmlHandlers } from './xml.ts';

/**
 * Collects the texts of `<si>` or `<is>`: its `<t>` parts joined, formatting dropped, phonetic hints left
 * out.
 * @param element calls `onText` at the end of each of these.
 */
export function textCollector(element: string, onText: (text: string) => void): XmlHandlers {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name) => {
      if (name === element) text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close: (name) => {
      if (name === element) onText(unescapeExcel(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  };
}

/** Excel writes characters that XML cannot hold as `_x000D_`, and the escape itself as `_x005F_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
