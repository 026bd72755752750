import { dialog, type BrowserWindow } from 'electron';
import { extname, join } from 'node:path';
import type { Dialogs } from './desktop.ts';

const filters = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
};

/** The system's own dialogs, in front of our window; files are offered in `folder` first. */
export function electronDialogs(window: () => BrowserWindow | undefined, folder: string): Dialogs {
  return {
    chooseFolder: async (title) => {
      const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
      const parent = window();
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFiles: async (title) => {
      const options = {
        title,
        filters: [{ name: 'Ảnh, PDF', extensions: ['jpg', 'jpeg', 'png', 'webp', 'pdf'] }],
        properties: ['openFile' as const, 'multiSelections' as const],
      };
      const parent = window();
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? [] : filePaths;
    },
    chooseSaveFile: async (title, suggestedName) => {
      const options = {
        title,
        defaultPath: join(folder, suggestedName),
        filters: [extname(suggestedName) === '.xlsx' ? filters.xlsx : filters.pdf],
        properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
      };
      const parent = window();
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
