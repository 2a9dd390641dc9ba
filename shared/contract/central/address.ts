const HTTP_HOST = /^http:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]+)/i;
const THIS_COMPUTER = /^(localhost|127(\.\d+){3}|\[::1\])$/i;

/**
 * Whether a network carries what is said to this central service in plain: http, unless it stands on this
 * very computer. Allowed, because an office's own network may have no certificate, and always marked.
 */
export function isPlainHttp(address: string): boolean {
  const host = HTTP_HOST.exec(address)?.[1];
  return host !== undefined && !THIS_COMPUTER.test(host);
}
