import type { DataCallName } from '../../shared/api.ts';
import { attachmentHandlers } from './attachments/handlers.ts';
import { backupHandlers } from './backup/handlers.ts';
import type { Handlers } from './context.ts';
import { exportHandlers } from './exports/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import { settingHandlers } from './office/setting-handlers.ts';
import { userHandlers } from './people/handlers.ts';
import { fundHandlers, voucherHandlers } from './records/funds/handlers.ts';
import { homeHandlers } from './records/home.ts';
import { fundPaperHandlers } from './records/funds/papers-handlers.ts';
import { householdHandlers } from './records/households/handlers.ts';
import { houseHandlers } from './records/houses/handlers.ts';
import { housePaperHandlers } from './records/houses/papers-handlers.ts';
import { launchHandlers } from './records/launches/handlers.ts';
import { opinionHandlers } from './records/opinions/handlers.ts';
import { batchHandlers } from './records/pledges/batch-handlers.ts';
import { campaignHandlers } from './records/pledges/campaign-handlers.ts';
import { pledgeHandlers } from './records/pledges/handlers.ts';
import { recordHandlers } from './records/record-handlers.ts';
import { unitHandlers } from './records/units/handlers.ts';
import { documentHandlers } from './register/handlers.ts';

/** Every call of the data process by its name; a missing or doubled one does not compile. */
export const handlers: Handlers<DataCallName> = {
  ...officeHandlers,
  ...userHandlers,
  ...settingHandlers,
  ...recordHandlers,
  ...unitHandlers,
  ...campaignHandlers,
  ...batchHandlers,
  ...pledgeHandlers,
  ...householdHandlers,
  ...opinionHandlers,
  ...fundHandlers,
  ...voucherHandlers,
  ...fundPaperHandlers,
  ...housePaperHandlers,
  ...documentHandlers,
  ...exportHandlers,
  ...launchHandlers,
  ...attachmentHandlers,
  ...backupHandlers,
  ...homeHandlers,
  ...houseHandlers,
};
