import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { channels } from './channels.ts';
import type { Gateway } from './gateway.ts';
import { isOwnAddress, isPage, pageAddress, peerPolicy, windowOptions } from './window-options.ts';

/** How often a person's input is told on, in ms. */
const inputEvery = 5_000;

/** Keeps a window on our own page: nothing opens another window, frame or address. */
function keepAtHome(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // about:blank passes by will-navigate, so the page is loaded again.
  contents.on('did-navigate', (_event, address) => {
    if (!isPage(address)) void contents.loadURL(pageAddress);
  });
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') contents.reload();
  });
  contents.setWebRTCIPHandlingPolicy(peerPolicy);
  contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
}

/** Real input is seen here, where the page cannot invent it; told at most every few seconds. */
function watchInput(contents: WebContents, onPerson: () => void): void {
  let last = 0;
  const seen = () => {
    const now = performance.now();
    if (now - last < inputEvery) return;
    last = now;
    onPerson();
  };
  contents.on('before-input-event', seen);
  contents.on('input-event', seen);
}

/** Creates the one window and loads the page into it; `onPerson` hears of keys and mouse. */
export function createWindow(preload: string, icon: string, onPerson: () => void): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, icon));
  window.removeMenu();
  keepAtHome(window.webContents);
  watchInput(window.webContents, onPerson);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}

/** Whether a call comes from our own page, in the main frame of our own window. */
function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender.id !== window.webContents.id) return false;
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

/** Lets the page's calls in to the gateway; `window` gives the window that may call. */
export function connect(gateway: Gateway, window: () => BrowserWindow | undefined): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => {
    const own = window();
    return gateway.handle({ trusted: own !== undefined && isTrusted(event, own), name, input });
  });
}
