import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import {
  type BackendState,
  LINE_MESSAGE,
  type LineMessage,
  type ShellRequest,
  type WindowBridge,
} from '#shared/contract/process/window-bridge.ts';
import {
  CHOSEN_CHANNEL,
  CLOSING_CHANNEL,
  CONNECT_CHANNEL,
  LINE_CHANNEL,
  OPEN_LINK_CHANNEL,
  PRINT_CHANNEL,
  REQUEST_CHANNEL,
  SAFE_MODE_CHANNEL,
  SAVE_PDF_CHANNEL,
  SHELL_SETTINGS_CHANNEL,
  STATE_CHANNEL,
  TELL_CHANNEL,
} from './shell/channels.ts';

// The bridge can hand functions to the page, but no ports: a port goes as a message to the page's own window.
ipcRenderer.on(LINE_CHANNEL, (event: IpcRendererEvent) => {
  const message: LineMessage = { type: LINE_MESSAGE };
  window.postMessage(message, window.location.origin, [...event.ports]);
});

/** The page gets what was said and never the event, which carries the whole of ipcRenderer. */
function hearing<Said>(channel: string): (listener: (said: Said) => void) => () => void {
  return (listener) => {
    const hear = (_event: IpcRendererEvent, said: Said) => listener(said);
    ipcRenderer.on(channel, hear);
    return () => {
      ipcRenderer.off(channel, hear);
    };
  };
}

const bridge: WindowBridge = {
  connect: () => ipcRenderer.send(CONNECT_CHANNEL),
  onBackendState: hearing<BackendState>(STATE_CHANNEL),
  onChosen: hearing<string>(CHOSEN_CHANNEL),
  onRequest: hearing<ShellRequest>(REQUEST_CHANNEL),
  openLink: async (url) => (await ipcRenderer.invoke(OPEN_LINK_CHANNEL, String(url))) === true,
  tell: (facts) => ipcRenderer.send(TELL_CHANNEL, facts),
  print: () => ipcRenderer.invoke(PRINT_CHANNEL),
  savePdf: (letter) => ipcRenderer.invoke(SAVE_PDF_CHANNEL, letter),
  shellSettings: (change) => ipcRenderer.invoke(SHELL_SETTINGS_CHANNEL, change),
  answerClosing: (answer) => ipcRenderer.send(CLOSING_CHANNEL, answer),
  inSafeMode: (step, held) => ipcRenderer.invoke(SAFE_MODE_CHANNEL, step, held),
};
contextBridge.exposeInMainWorld('penghubung', bridge);
