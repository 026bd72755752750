import type { Desktop, Dialogs } from './desktop.ts';
import { listDrives } from './drives.ts';
import { listPrinters, printFile } from './printers.ts';

/** The desktop of this machine, with the given dialogs. */
export function systemDesktop(dialogs: Dialogs): Desktop {
  return { ...dialogs, drives: listDrives, printers: listPrinters, print: printFile };
}
