import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';

/** An icon in the tray of a stand-in for Electron. */
export class FakeTray extends EventEmitter {
  static shown: FakeTray[] = [];
  tip = '';
  menu: MenuItemConstructorOptions[] = [];
  constructor() {
    super();
    FakeTray.shown.push(this);
  }
  destroy(): void {
    FakeTray.shown = FakeTray.shown.filter((other) => other !== this);
  }
  setToolTip(tip: string): void {
    this.tip = tip;
  }
  /** `Menu.buildFromTemplate` of the stand-in answers the template. */
  setContextMenu(menu: MenuItemConstructorOptions[]): void {
    this.menu = menu;
  }
}

/** `read`: the files that were made pictures of. */
export const fakeNativeImage = {
  read: [] as string[],
  createFromPath(path: string) {
    this.read.push(path);
    return { resize: () => ({}) };
  },
};
