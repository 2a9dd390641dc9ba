import type { WindowBridge } from '#shared/contract/process/window-bridge.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly penghubung?: WindowBridge;
  }
}
