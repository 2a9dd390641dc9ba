/** What is used of Trusted Types; only Chromium's family has them. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The only way by which a text becomes the address of code in this page: a built file of its own. */
const policy = globalThis.window?.trustedTypes?.createPolicy('penghubung', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`no file of ours: ${url}`);
    return url;
  },
});

export const trustedUrl = (url: string): string => policy?.createScriptURL(url) ?? url;
