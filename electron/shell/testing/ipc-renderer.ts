import { EventEmitter } from 'node:events';

/** What the preload script says to the shell, of a stand-in for Electron. */
export class FakeIpcRenderer extends EventEmitter {
  readonly sent: string[] = [];
  answers = new Map<string, (...args: unknown[]) => unknown>();
  send(channel: string): void {
    this.sent.push(channel);
  }
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return this.answers.get(channel)?.(...args);
  }
}

export class FakeContextBridge {
  readonly exposed = new Map<string, unknown>();
  exposeInMainWorld(name: string, api: unknown): void {
    this.exposed.set(name, api);
  }
}
