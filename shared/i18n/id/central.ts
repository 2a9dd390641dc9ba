/** Sentences of the central service: its command line and the reasons of an import. */
export const central = {};
