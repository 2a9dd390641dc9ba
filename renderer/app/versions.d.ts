/** Put in by the build: the product's version, and that of the contract with the central service. */
declare const __VERSIONS__: { readonly app: string; readonly contract: number };
