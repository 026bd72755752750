import { existsSync } from 'node:fs';
import type { Session } from '../../../shared/events.ts';
import { sampleLogin, samplePassword } from '../../../shared/sample.ts';
import type { JobContext } from '../context.ts';
import { communesAt, readCatalogue } from '../records/units/load.ts';
import { fillSample } from '../sample/fill-sample.ts';
import { logIn } from './access.ts';
import { createOffice, type NewOffice } from './create.ts';
import { refuseWhileReplacing } from './one-at-a-time.ts';
import { officePaths } from './paths.ts';

const sampleDay = '2023-01-01';

function sampleOffice(resources: string): NewOffice {
  return {
    level: 'district',
    commune_codes: communesAt(readCatalogue(resources), sampleDay).map(({ code }) => code),
    agency: {
      valid_from: sampleDay,
      parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
      own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
      place_name: 'Kỳ Sơn',
      signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
      signer_rank: 'Thượng tá',
      signer_name: 'Nguyễn Văn Mẫu',
    },
    administrator: { login: sampleLogin, full_name: 'Cán bộ mẫu', password: samplePassword },
  };
}

/** Opens the sample year, made at the first time, in a database of its own; logs in. */
export async function openSample(context: JobContext): Promise<Session> {
  const { office, config, progress } = context;
  refuseWhileReplacing(office);
  await office.useSample(true);
  const { database } = officePaths(office.sampleFolder);
  if (!existsSync(database)) {
    progress('Đang tạo dữ liệu mẫu', 0, 1);
    await createOffice(office.sampleFolder, sampleOffice(config.resources), config);
  }
  const session = await logIn(office, sampleLogin, samplePassword);
  await fillSample(office.database, { progress, userId: session.user_id });
  return session;
}
