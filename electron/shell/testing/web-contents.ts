import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebContents, WebContentsPrintOptions } from 'electron';

type Sent = { readonly channel: string; readonly value: unknown; readonly ports: readonly string[] };

/** The page of a stand-in for Electron. */
export class FakeWebContents extends EventEmitter {
  readonly sent: Sent[] = [];
  opener: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.opener = handler;
  }
  webRtc: Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0] = 'default';
  setWebRTCIPHandlingPolicy(policy: Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    this.webRtc = policy;
  }
  zoomLevel = 0;
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  reloads = 0;
  reload(): void {
    this.reloads += 1;
  }
  printers: string[] = [];
  /** What the printer says; null: it took the sheet. */
  refusal: string | null = null;
  async getPrintersAsync(): Promise<string[]> {
    return this.printers;
  }
  print(_options: WebContentsPrintOptions, done: (done: boolean, why: string) => void): void {
    done(this.refusal === null, this.refusal ?? '');
  }
  /** Null: none can be made. */
  pdf: Buffer | null = Buffer.from('%PDF-1.4');
  foots: string[] = [];
  async printToPDF({ footerTemplate = '' }: PrintToPDFOptions): Promise<Buffer> {
    this.foots.push(footerTemplate);
    if (this.pdf === null) throw new Error('Failed to generate PDF');
    return this.pdf;
  }
  send(channel: string, value: unknown): void {
    this.sent.push({ channel, value, ports: [] });
  }
  postMessage(channel: string, value: unknown, ports: readonly { readonly name: string }[] = []): void {
    this.sent.push({ channel, value, ports: ports.map((port) => port.name) });
  }
}
