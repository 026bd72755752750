import { contextBridge, ipcRenderer } from 'electron';
import { channels } from './channels.ts';

/** Events that came before the page listened. */
const early: unknown[] = [];
let listener: ((event: unknown) => void) | undefined;

ipcRenderer.on(channels.event, (_event, payload: unknown) => {
  if (listener) listener(payload);
  else early.push(payload);
});

/** The only door that the page has: one typed call, one stream of events; no Electron object passes it. */
contextBridge.exposeInMainWorld('baYen', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.call, name, input),
  onEvent: (newListener: (event: unknown) => void): void => {
    listener = newListener;
    for (const event of early.splice(0)) newListener(event);
  },
});
