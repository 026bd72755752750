import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UnnumberedEvent } from '../../../shared/events.ts';
import type { NewOffice } from '../../../electron/data/office/create.ts';
import { Office, type OfficeOptions } from '../../../electron/data/office/office.ts';
import type { DataConfig } from '../../../electron/data/messages.ts';

/** A password for tests. */
export const password = 'ba yên đủ dài';

/** A folder of its own under the system's temporary folder, and the configuration that points into it. */
export function scratch(): { folder: string; config: DataConfig; clear: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'ba-yen-'));
  const config: DataConfig = {
    programVersion: '0.1.0',
    resources: resolve('resources'),
    fonts: resolve('node_modules/@expo-google-fonts/tinos'),
    userData: join(root, 'user-data'),
    defaultFolder: join(root, 'office'),
  };
  return { folder: root, config, clear: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a clerk would answer in the set-up wizard. */
export const newOffice: NewOffice = {
  level: 'district',
  commune_codes: ['16813'],
  agency: {
    valid_from: '2023-01-01',
    parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
    own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
    place_name: 'Kỳ Sơn',
    signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
    signer_rank: 'Thượng tá',
    signer_name: 'Lầu Bá Thử',
  },
  administrator: { login: 'quantri', full_name: 'Vừ Bá Rê', password },
};

/** An office process on this configuration, with the events that it sends. */
export function officeOn(config: DataConfig, options: OfficeOptions = { firstDelay: 1 }) {
  const events: UnnumberedEvent[] = [];
  const office = new Office(config, (event) => events.push(event), options);
  return { office, events };
}
