import { app } from 'electron';
import type { ShellRequest } from '#shared/contract/process/window-bridge.ts';
import { complaintIdOf } from '#shared/domain/complaint/complaint.ts';

const ANY_LINK = /^penghubung:/i;
/** A complaint by its number in LAPOR!, and nothing else: no link does anything. */
const COMPLAINT = /^penghubung:\/\/laporan\/(\d{1,15})\/?$/i;

/** What a start with these arguments asks of the page; null: it brought no link. */
export function requestIn(args: readonly string[]): ShellRequest | null {
  const [link, ...more] = args.filter((arg) => ANY_LINK.test(arg));
  if (link === undefined) return null;
  const trackingId = more.length === 0 ? COMPLAINT.exec(link)?.[1] : undefined;
  if (trackingId === undefined) return { type: 'wrong_link' };
  return { type: 'open_complaint', complaintId: complaintIdOf(trackingId), trackingId };
}

/** A link is the last word: whatever a page has smuggled in behind it is no option of the program. */
export function beforeLink(args: readonly string[]): readonly string[] {
  const place = args.findIndex((arg) => ANY_LINK.test(arg));
  return place === -1 ? args : args.slice(0, place);
}

/** Asks for what links say: of this start, of further ones, and those that macOS gives the program. */
export function followLinks(ask: (request: ShellRequest) => void): void {
  const follow = (words: readonly string[]): void => {
    const request = requestIn(words);
    if (request !== null) ask(request);
  };
  follow(process.argv);
  app.on('second-instance', (_event, words) => follow(words));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow([link]);
  });
  // The installers of electron-builder register a scheme on Linux and macOS alone.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient('penghubung');
}
