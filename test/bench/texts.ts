import { findPii } from '#shared/domain/pii/pii.ts';
import { labelledTexts } from '../support/labelled-texts.ts';
import { fillBackend, openBackendSide } from './backend-side.ts';
import { progress } from './figures.ts';
import { inventedComplaint } from './invented.ts';

export type TextFigures = {
  readonly lines: number;
  readonly pii: { readonly precision: number; readonly recall: number };
  readonly search: { readonly recall: number; readonly wrong: number };
};

const LINES = labelledTexts();
/** As many hits as the window may ask for. */
const LIMIT = 200;

/**
 * The labelled lines: personal data in them, and searches of the backend in this process over a cache that
 * holds them.
 */
export async function measureTexts(dataDir: string, now: number): Promise<TextFigures> {
  const ids = LINES.map((_, number) => inventedComplaint(number, now).trackingId);
  fillBackend(dataDir, LINES.length, now, (number) => {
    const text = LINES[number]?.text ?? '';
    const plain = { title: 'Judul', originalText: text, finalText: text, village: null, regency: null };
    return { ...inventedComplaint(number, now), ...plain };
  });
  const backend = await openBackendSide(dataDir);
  const found = async (search: string, number: number): Promise<boolean> => {
    const { hits } = await backend.client.queue.search({ text: search, limit: LIMIT });
    return hits.some(({ trackingId }) => trackingId === ids[number]);
  };
  const shareFound = async (label: 'finds' | 'misses'): Promise<number> => {
    let asked = 0;
    let yes = 0;
    for (const [number, line] of LINES.entries()) {
      for (const search of line[label] ?? []) {
        asked++;
        const hit = await found(search, number);
        if (hit) yes++;
        if (hit !== (label === 'finds')) progress(`"${search}" ${hit ? 'finds' : 'misses'} "${line.text}"`);
      }
    }
    return yes / asked;
  };
  const search = { recall: await shareFound('finds'), wrong: await shareFound('misses') };
  await backend.close();
  return { lines: LINES.length, pii: piiFigures(), search };
}

function piiFigures(): TextFigures['pii'] {
  let there = 0;
  let found = 0;
  let right = 0;
  for (const { text, pii } of LINES) {
    const sought = pii.map((datum) => datum.join(' '));
    const seen = findPii(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
    there += sought.length;
    found += seen.length;
    for (const datum of seen) {
      const place = sought.indexOf(datum);
      if (place >= 0) right += sought.splice(place, 1).length;
    }
  }
  return { precision: right / found, recall: right / there };
}
