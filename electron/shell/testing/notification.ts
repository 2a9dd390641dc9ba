import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';

/** A notification of a stand-in for Electron: what was shown can be looked at and clicked. */
export class FakeNotification extends EventEmitter {
  static shown: FakeNotification[] = [];
  static isSupported = () => true;
  readonly options: NotificationConstructorOptions | undefined;
  constructor(options?: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    FakeNotification.shown.push(this);
  }
}
