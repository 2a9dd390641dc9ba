/** Put in by the build: the product's version. */
declare const __VERSION__: string;
