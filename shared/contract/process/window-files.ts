/** What the page may do: its own files, no inline code, no other origin, no frame around it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  // Films that go with a text; their bytes come from the backend.
  'media-src blob:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes code or markup, but by the page's one policy (`renderer/core/browser/trusted-url.ts`).
  "require-trusted-types-for 'script'",
  'trusted-types penghubung',
];

/** What a browser would offer and the page never uses. */
const REFUSED_FEATURES = `
  accelerometer camera clipboard-read display-capture fullscreen geolocation gyroscope hid
  idle-detection local-fonts magnetometer microphone midi payment publickey-credentials-get
  screen-wake-lock serial storage-access usb window-management xr-spatial-tracking`
  .trim()
  .split(/\s+/);

/** Headers of every file of the window. `connect`: may the page open a web socket to its host? */
export function windowHeaders(connect: 'none' | 'self'): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [...PAGE_POLICY, `connect-src '${connect}'`].join('; '),
    'Permissions-Policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  json: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
};

export type WindowFile = { readonly name: string; readonly type: string };

/** The built file of a request path, or null. The path is never joined to a folder, so none leads out. */
export function findWindowFile(names: readonly string[], path: string): WindowFile | null {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
  return path.startsWith('/') && names.includes(name) && type !== undefined ? { name, type } : null;
}
