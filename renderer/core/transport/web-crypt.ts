import type { Crypt } from './enter.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A page from 127.0.0.1 counts as secure, so it has WebCrypto. */
export const webCrypt: Crypt = {
  hmac: async (secret, text) => {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
    return base64url(new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes(text))));
  },
  newNonce: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
};

function base64url(raw: Uint8Array): string {
  const text = btoa(String.fromCharCode(...raw));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
