import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindowConstructorOptions,
  CrashReporterStartOptions,
  CustomScheme,
  Display,
  ForkOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  BrowserWindow as RealBrowserWindow,
  RelaunchOptions,
  SaveDialogOptions,
  UtilityProcess,
} from 'electron';
import type { FromBackend, ToBackend } from '#shared/contract/process/backend-process.ts';
import type { SafeAnswer, ToSafe } from '#shared/contract/process/safe-mode.ts';
import type { SenderFrame } from '../origin.ts';
import { FakeContextBridge, FakeIpcRenderer } from './ipc-renderer.ts';
import { fakeNet } from './net.ts';
import { FakeNotification } from './notification.ts';
import { FakeSession } from './session.ts';
import { FakeTray, fakeNativeImage } from './tray.ts';
import { FakeWebContents } from './web-contents.ts';

/**
 * Stands in for the module `electron` in every test (see the alias in `vitest.config.ts`): the real one tries
 * to download its runtime as soon as it is loaded. What the shell uses has the types of the real one;
 * everything is kept in memory and can be looked at.
 */

const part = {
  paths: new Map<string, string>(),
  ready: Promise.withResolvers<void>(),
};

class FakeApp
  extends EventEmitter
  implements Pick<App, 'getPath' | 'setPath' | 'quit' | 'exit' | 'enableSandbox' | 'isPackaged'>
{
  isPackaged = false;
  sandboxed = false;
  ended = false;
  exitCode: number | undefined;
  /** What another start of the same app holds already. */
  lockTaken = false;

  getPath(name: string): string {
    const path = part.paths.get(name);
    if (path === undefined) throw new Error(`no path ${name}`);
    return path;
  }
  setPath(name: string, path: string): void {
    part.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    return !this.lockTaken;
  }
  appPath = '';
  version = '0.1.0';
  relaunched: RelaunchOptions[] = [];
  getAppPath(): string {
    return this.appPath;
  }
  getVersion(): string {
    return this.version;
  }
  relaunch(options: RelaunchOptions = {}): void {
    this.relaunched.push(options);
  }
  badge = 0;
  setBadgeCount(count: number): boolean {
    this.badge = count;
    return true;
  }
  enableSandbox(): void {
    this.sandboxed = true;
  }
  /** For Chromium's own processes. */
  switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.push(`${name}=${value}`),
    removeSwitch: (name: string) => {
      this.switches = this.switches.filter((known) => !known.startsWith(`${name}=`));
    },
  };
  whenReady(): Promise<void> {
    return part.ready.promise;
  }
  /** As in Electron: the windows are closed, then whoever listens to `will-quit` may prevent it. */
  quit(): void {
    this.emit('before-quit', {});
    for (const window of BrowserWindow.opened) if (!window.isDestroyed()) window.close();
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.ended = true;
  }
  exit(code?: number): void {
    this.exitCode = code ?? 0;
    this.ended = true;
  }
}

export class FakePort extends EventEmitter {
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}

export class MessageChannelMain {
  static made = 0;
  readonly port1: FakePort;
  readonly port2: FakePort;
  constructor() {
    MessageChannelMain.made += 1;
    this.port1 = new FakePort(`${MessageChannelMain.made}/backend`);
    this.port2 = new FakePort(`${MessageChannelMain.made}/window`);
  }
}

type WindowPart =
  | 'isDestroyed'
  | 'isFocused'
  | 'show'
  | 'focus'
  | 'hide'
  | 'isVisible'
  | 'maximize'
  | 'restore'
  | 'isMinimized'
  | 'isMaximized'
  | 'setProgressBar'
  | 'getNormalBounds';

export class BrowserWindow extends EventEmitter implements Pick<RealBrowserWindow, WindowPart> {
  static opened: BrowserWindow[] = [];
  readonly webContents = new FakeWebContents();
  readonly calls: string[] = [];
  minimized = false;
  maximized = false;
  url: string | undefined;
  readonly options: BrowserWindowConstructorOptions;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static fromWebContents(contents: FakeWebContents): BrowserWindow | null {
    return BrowserWindow.opened.find(({ webContents }) => webContents === contents) ?? null;
  }
  async loadURL(url: string): Promise<void> {
    this.url = url;
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  progress: number[] = [];
  setProgressBar(progress: number): void {
    this.progress.push(progress);
  }
  focused = false;
  isFocused(): boolean {
    return this.focused;
  }
  isDestroyed(): boolean {
    return this.calls.includes('closed');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return { x, y, width, height };
  }
  visible = true;
  isVisible(): boolean {
    return this.visible;
  }
  hide(): void {
    this.calls.push('hide');
  }
  /** The officer closes it: whoever listens to `close` may prevent it. */
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.webContents.emit('destroyed');
    this.calls.push('closed');
    this.emit('closed');
  }
}

export class FakeUtilityProcess extends EventEmitter implements Pick<UtilityProcess, 'kill' | 'postMessage'> {
  readonly received: Array<{ message: ToBackend | ToSafe; ports: readonly string[] }> = [];
  killed = false;
  readonly script: string;
  readonly options: ForkOptions | undefined;
  constructor(script: string, options: ForkOptions | undefined) {
    super();
    this.script = script;
    this.options = options;
  }
  postMessage(message: ToBackend | ToSafe, transfer: readonly unknown[] = []): void {
    const ports = transfer.map((port) => (port instanceof FakePort ? port.name : '?'));
    this.received.push({ message, ports });
  }
  kill(): boolean {
    this.killed = true;
    return this.emit('exit', 1);
  }
  /** The other side speaks. */
  say(message: FromBackend | SafeAnswer): void {
    this.emit('message', message);
  }
}

class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
  /** A page sends, from this frame. */
  fromPage(
    channel: string,
    sender: FakeWebContents,
    senderFrame: SenderFrame | null,
    ...args: unknown[]
  ): void {
    this.emit(channel, { sender, senderFrame }, ...args);
  }
  async invokeFromPage(channel: string, senderFrame: SenderFrame | null, ...args: unknown[]) {
    const sender = BrowserWindow.opened[0]?.webContents;
    return this.handlers.get(channel)?.({ senderFrame, sender }, ...args);
  }
}

export const app = new FakeApp();
export const crashReporter = {
  started: [] as CrashReporterStartOptions[],
  start(options: CrashReporterStartOptions): void {
    this.started.push(options);
  },
};
export const session = {
  partitions: new Map<string, FakeSession>(),
  fromPartition(name: string): FakeSession {
    const known = this.partitions.get(name) ?? new FakeSession();
    this.partitions.set(name, known);
    return known;
  },
};
export const ipcMain = new FakeIpcMain();

export const protocol = {
  schemes: [] as CustomScheme[],
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    this.schemes = schemes;
  },
};

export const utilityProcess = {
  forked: [] as FakeUtilityProcess[],
  fork(script: string, _args?: string[], options?: ForkOptions): FakeUtilityProcess {
    const child = new FakeUtilityProcess(script, options);
    this.forked.push(child);
    return child;
  },
};

export const shell = {
  opened: [] as string[],
  openedPaths: [] as string[],
  async openPath(path: string): Promise<string> {
    this.openedPaths.push(path);
    return '';
  },
  async openExternal(url: string): Promise<void> {
    this.opened.push(url);
  },
};

export const dialog = {
  errors: [] as string[],
  boxes: [] as MessageBoxOptions[],
  /** The buttons that the officer presses, in this order; then always the last one. */
  presses: [] as number[],
  picks: [] as string[],
  async showMessageBox(_over: BrowserWindow, box: MessageBoxOptions): Promise<{ response: number }> {
    this.boxes.push(box);
    return { response: this.presses.shift() ?? (box.buttons?.length ?? 1) - 1 };
  },
  async showOpenDialog(): Promise<{ filePaths: string[] }> {
    return { filePaths: this.picks.splice(0) };
  },
  /** Where the officer puts what is saved, in this order; none: nowhere. */
  places: [] as string[],
  proposed: [] as (string | undefined)[],
  async showSaveDialog(_over: BrowserWindow, { defaultPath }: SaveDialogOptions) {
    this.proposed.push(defaultPath);
    const filePath = this.places.shift() ?? '';
    return { filePath, canceled: filePath === '' };
  },
  showErrorBox(_title: string, words: string): void {
    this.errors.push(words);
  },
};

export const powerMonitor = new EventEmitter();
export const Notification = FakeNotification;
export const Tray = FakeTray;
export const nativeImage = fakeNativeImage;

export const clipboard = {
  text: '',
  writeText(text: string): void {
    this.text = text;
  },
};

export const net = fakeNet;

export const Menu = {
  set: [] as MenuItemConstructorOptions[],
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: MenuItemConstructorOptions[]): void {
    this.set = menu;
  },
};

export const ipcRenderer = new FakeIpcRenderer();
export const contextBridge = new FakeContextBridge();

export const nativeTheme = { shouldUseDarkColors: false };

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] as Array<Pick<Display, 'workArea'>>,
  getAllDisplays() {
    return this.displays;
  },
};

/** A machine on which the app has not run yet, with its user data in this folder. */
export function resetElectron(userData: string): void {
  app.removeAllListeners();
  Object.assign(app, {
    isPackaged: false,
    sandboxed: false,
    switches: [],
    ended: false,
    exitCode: undefined,
    lockTaken: false,
  });
  part.paths.clear();
  part.paths.set('userData', userData);
  part.paths.set('documents', `${userData}/documents`);
  part.paths.set('appData', `${userData}/config`);
  part.ready = Promise.withResolvers();
  session.partitions.clear();
  ipcMain.removeAllListeners();
  ipcMain.handlers.clear();
  protocol.schemes = [];
  utilityProcess.forked = [];
  shell.opened = [];
  shell.openedPaths = [];
  dialog.errors = [];
  Object.assign(dialog, { boxes: [], presses: [], picks: [], places: [], proposed: [] });
  Object.assign(app, { appPath: '', version: '0.1.0', relaunched: [] });
  Menu.set = [];
  powerMonitor.removeAllListeners();
  Notification.shown = [];
  Tray.shown = [];
  nativeImage.read = [];
  net.asked = [];
  nativeTheme.shouldUseDarkColors = false;
  screen.displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  BrowserWindow.opened = [];
  crashReporter.started = [];
  MessageChannelMain.made = 0;
}

/** Electron has finished its own start. */
export function becomeReady(): void {
  part.ready.resolve();
}
