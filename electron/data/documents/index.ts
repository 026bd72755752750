export { makeAcceptance } from './acceptance.ts';
export { makeBook } from './book.ts';
export { makeDisclosure } from './disclosure.ts';
export { makeFundReport } from './fund-report.ts';
export { makeHandover } from './handover.ts';
export { makeHouseList } from './house-list.ts';
export { makeLabourTable } from './labour-table.ts';
export { makeRegister } from './register.ts';
export { makeMeetingSheet } from './meeting-sheet.ts';
export { makeMinutes } from './minutes.ts';
export { makeMissingVillages } from './missing-villages.ts';
export { makeOpinionSummary } from './opinion-summary.ts';
export { makeTestPage } from './test-page.ts';
export { makeRecoveryKeySheet } from './recovery-key-sheet.ts';
export { makeVouchers } from './voucher.ts';
export { inMemory, writeDocument } from './write-document.ts';
export type { Drawn, Sink } from './canvas.ts';
export type { BookColumn, BookData, BookRow } from './book-data.ts';
export type { AcceptanceData } from './acceptance.ts';
export type { DisclosureData, Gift, GiftTotal } from './disclosure.ts';
export type { FundBook, FundLine } from './fund-report.ts';
export type { HandoverData } from './handover.ts';
export type { HouseListData, ListedHouse } from './house-list.ts';
export type { HouseListKind } from './house-list-looks.ts';
export type { HouseMinutes } from './house-minutes.ts';
export type { Labour, LabourTableData } from './labour-table.ts';
export type { Holding } from './holding.ts';
export type { Agency } from './letterhead.ts';
export type { MeetingSheetData } from './meeting-sheet.ts';
export type { MinutesData, MinutesOpinion } from './minutes.ts';
export type { SummaryForum, SummaryOpinion } from './opinion-summary.ts';
export type { DocumentOptions } from './paper.ts';
export type { RecoveryKeySheetData } from './recovery-key-sheet.ts';
export type {
  DocumentResult,
  NotSignedReason,
  RegisterData,
  RegisterGroup,
  RegisterRow,
  SignatureMode,
} from './register-data.ts';
export type { TestPageData } from './test-page.ts';
export type { Voucher, VoucherGoods } from './voucher.ts';
