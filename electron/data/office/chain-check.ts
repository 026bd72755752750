import { FailureError } from '../../../shared/failure.ts';
import type { Database } from '../database/database.ts';
import { chainHas, walkChain, type ChainPlace } from '../database/integrity.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Office } from './office.ts';
import { putSetting, settingOf } from './settings.ts';

const name = 'chain_checked';

function checkpointOf(database: Database): ChainPlace | undefined {
  const [seq, hash] = (settingOf(database, name) ?? '').split(' ');
  const place = { seq: Number(seq), hash: Buffer.from(hash ?? '', 'hex') };
  return Number.isInteger(place.seq) && place.hash.length === 32 ? place : undefined;
}

/**
 * Walks the audit chain behind the last checkpoint and moves the checkpoint on. A broken chain is told to the
 * page and stays broken at the next log-in; work goes on, because nothing is lost by it.
 */
export function checkChainSince(office: Office, database: Database): void {
  try {
    const from = checkpointOf(database);
    const start = from && chainHas(database.connection, from) ? from : undefined;
    const head = walkChain(database.connection, start);
    if (head.seq === from?.seq) return;
    const unit = new UnitOfWork();
    putSetting(unit, name, `${head.seq} ${head.hash.toString('hex')}`);
    database.commit(unit);
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'damaged') throw error;
    office.emit({ type: 'trouble', error: error.failure });
  }
}
