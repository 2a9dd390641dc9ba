import type { QueueView } from '../window/queue.ts';
import type { Settings } from '../window/settings.ts';
import type { Letter, PrintOutcome, SaveOutcome } from './letters.ts';
import type { HeldText, SafeAnswer, SafeStep } from './safe-mode.ts';
import type { ClosingAnswer, ShellSettings, ShellSettingsChange } from './shell-settings.ts';

/**
 * How the window reaches its backend. There are two ways, and `windowContract` is spoken over both.
 *
 * **In Electron** `window.penghubung` exists. The page listens for `message` events on its own window, then
 * calls `connect()`. Each line to the backend arrives as one message event with `event.source === window`,
 * `event.data.type === 'penghubung:line'` and the `MessagePort` in `event.ports[0]`; the page gives that port
 * to oRPC's message-port link and calls `port.start()`. A further line event without a call means that the
 * backend was restarted: the page drops the old port and takes the new one. In between the listeners of
 * `onBackendState` hear `down`.
 *
 * **In a browser** `window.penghubung` is absent. The page opens a web socket to {@link BACKEND_SOCKET_PATH}
 * with the sub-protocol {@link BACKEND_PROTOCOL}, and both sides prove themselves (`admission.ts`). The host
 * closes the socket of a page that it does not know with {@link NOT_ADMITTED}.
 */
export type WindowBridge = {
  /** Asks the shell for a line to the backend; the answer is a `penghubung:line` message event. */
  readonly connect: () => void;
  /** Hears when the backend process goes down and comes up again. Returns how to stop listening. */
  readonly onBackendState: (listener: (state: BackendState) => void) => () => void;
  /** Opens an https address of LAPOR! in the system's browser. False: it is not one of LAPOR!. */
  readonly openLink: (url: string) => Promise<boolean>;
  /** Tells the shell, again after each change, what its own menus must know. */
  readonly tell: (facts: Partial<WindowFacts>) => void;
  /** Hears the id of a line that was chosen in the shell's menus. Returns how to stop listening. */
  readonly onChosen: (listener: (id: string) => void) => () => void;
  /** Prints the page as its style sheets for paper say. */
  readonly print: () => Promise<PrintOutcome>;
  /** Saves the same as a PDF where the officer says. */
  readonly savePdf: (letter: Letter) => Promise<SaveOutcome>;
  /** In the safe mode alone. `held`: what the journal has not taken, for an export. */
  readonly inSafeMode: (step: SafeStep, held: readonly HeldText[]) => Promise<SafeAnswer>;
  /** The shell's own settings as they are, or as they have become. Null: no change of that kind is known. */
  readonly shellSettings: (change: ShellSettingsChange) => Promise<ShellSettings | null>;
  /** The officer's answer to `ask_closing`. */
  readonly answerClosing: (answer: ClosingAnswer) => void;
  /** Hears what the shell asks, also what it asked before the page was there. Returns how to stop. */
  readonly onRequest: (listener: (request: ShellRequest) => void) => () => void;
};

/** What only the page knows. */
export type WindowFacts = {
  readonly language: Settings['language'];
  readonly menu: readonly MenuGroup[];
};

/** One of the shell's menus; the shell has others beside them. */
export type MenuGroup = {
  readonly name: 'case' | 'list' | 'views' | 'all' | 'settings';
  readonly label: string;
  readonly lines: readonly MenuLine[];
};
export type MenuLine = {
  readonly id: string;
  readonly label: string;
  /** As it is printed: "Ctrl+Shift+A". The page listens to it, not the shell. */
  readonly key: string | null;
  readonly enabled: boolean;
};

/**
 * What the shell asks of the page. `wrong_link`: a link was opened that leads to no complaint; `ask_closing`:
 * the cross of the window was pressed, and nobody has said yet what it does.
 */
export type ShellRequest =
  | { readonly type: 'open_complaint'; readonly complaintId: string; readonly trackingId: string }
  | { readonly type: 'open_view'; readonly view: QueueView | 'outbox' | 'attention' }
  | { readonly type: 'wrong_link' }
  | { readonly type: 'ask_closing' };

/**
 * `down`: calls wait while the shell restarts it, and nothing typed is lost. `failed`: the shell does not
 * start it any more; the window is in the safe mode.
 */
export type BackendState = 'up' | 'down' | 'failed';

/** `event.data` of the message event that carries a line to the backend. */
export type LineMessage = { readonly type: typeof LINE_MESSAGE };
export const LINE_MESSAGE = 'penghubung:line';

export const BACKEND_SOCKET_PATH = '/backend';
export const BACKEND_PROTOCOL = 'penghubung.backend.1';
/** The code by which the host closes the socket of one who is not let in. */
export const NOT_ADMITTED = 4401;
