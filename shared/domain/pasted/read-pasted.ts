import { findPostLink } from './link.ts';
import { readMail } from './mail.ts';
import { readMessages } from './messages.ts';
import type { Pasted } from './pasted.ts';
import { readPost } from './post.ts';

/**
 * Reads a share link, a post, a message or a mail as they are copied. Nothing is fetched: what the text does
 * not say stays empty.
 * @param now ms since 1970: for "2 jam" and dates without a year
 */
export function readPasted(pasted: string, now: number): Pasted {
  const text = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/\u00a0|\u202f/g, ' ');
  return readMessages(text, now) ?? readMail(text, now) ?? readPost(text, findPostLink(text, now), now);
}
