import type { CallOutput, DesktopCallName, ParsedInput } from '../../shared/api.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { contains } from '../desktop/locations.ts';
import type { Attachments } from './attachments.ts';
import type { Documents } from './documents.ts';
import type { TokenStore } from './tokens.ts';

export type DesktopHandlers = {
  readonly [N in DesktopCallName]: (input: ParsedInput<N>) => Promise<CallOutput<N>>;
};

const folderTitles = {
  database: 'Chọn thư mục chứa cơ sở dữ liệu',
  backup: 'Chọn nơi chép bản sao lưu',
  restore: 'Chọn nơi có bản sao lưu',
} as const;

/** The calls that the main side answers itself. */
export function desktopHandlers(
  desktop: Desktop,
  documents: Documents,
  attachments: Attachments,
  tokens: TokenStore,
): DesktopHandlers {
  return {
    'documents.address': ({ document_id }) => documents.address(document_id),
    'documents.save': ({ document_id, file_name }) => documents.save(document_id, file_name),
    'documents.save_all': (input) => documents.saveAll(input.documents),
    'documents.print': ({ document_id, printer, copies }) => documents.print(document_id, printer, copies),
    'attachments.choose': () => attachments.choose(),
    'attachments.look': (input) => attachments.look(input),
    'attachments.address': ({ id }) => attachments.address(id),
    'desktop.printers': async () =>
      (await desktop.printers()).map(({ name, shown, isDefault }) => ({
        name,
        shown,
        is_default: isDefault,
      })),
    'desktop.choose_folder': async ({ purpose }) => {
      const path = await desktop.chooseFolder(folderTitles[purpose]);
      if (path === null) return null;
      const removable = (await desktop.drives()).some((drive) => contains(drive.path, path));
      return { folder: tokens.keep({ path, removable, shown: path }), shown: path };
    },
    'desktop.drives': async () =>
      (await desktop.drives()).map((drive) => {
        const shown = drive.label === '' ? drive.path : `${drive.label} (${drive.path})`;
        return {
          folder: tokens.keep({ path: drive.path, removable: true, shown }),
          label: drive.label,
          shown,
          file_system: drive.fileSystem,
          free_bytes: drive.freeBytes,
          total_bytes: drive.totalBytes,
          read_only: drive.readOnly,
        };
      }),
  };
}
