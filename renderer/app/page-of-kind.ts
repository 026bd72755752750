import type { KindName } from '../../shared/records/index.ts';
import type { PageKey } from './pages.ts';

/** The page on which a record of a kind, or a unit, is opened. */
export const pageOfKind: Partial<Record<KindName | 'unit', PageKey>> = {
  household: 'households',
  household_event: 'households',
  pledge: 'pledges',
  pledge_breach: 'pledges',
  pledge_batch: 'stack',
  pledge_campaign: 'campaigns',
  pledge_repeat: 'conflicts',
  team: 'teams',
  officer: 'officers',
  officer_position: 'officers',
  agency: 'agency',
  launch_session: 'launches',
  propaganda_session: 'propaganda',
  news_item: 'news',
  advisory_document: 'documents',
  forum: 'forums',
  opinion: 'opinions',
  fund_campaign: 'funds',
  in_kind_item: 'in_kind_items',
  receipt: 'receipts',
  donation: 'receipts',
  payment: 'payments',
  reconciliation: 'reconciliations',
  unit: 'units',
};
