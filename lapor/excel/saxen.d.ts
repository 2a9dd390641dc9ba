declare module 'saxen' {
  /** A streaming XML parser; the package brings no types. Only what is used here. */
  export class Parser {
    on(event: 'error', listener: (error: Error) => void): this;
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string> | false) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text' | 'cdata', listener: (raw: string) => void): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
