/**
 * The 29 types of administrative document (NĐ 30/2020/NĐ-CP, Điều 7) with their words and the abbreviation that
 * stands in the symbol (Phụ lục III, mục I); công văn and thư công have none.
 */
export const documentTypes = {
  resolution: ['nghị quyết', 'NQ'],
  decision: ['quyết định', 'QĐ'],
  directive: ['chỉ thị', 'CT'],
  charter: ['quy chế', 'QC'],
  regulation: ['quy định', 'QyĐ'],
  communique: ['thông cáo', 'TC'],
  announcement: ['thông báo', 'TB'],
  guidance: ['hướng dẫn', 'HD'],
  programme: ['chương trình', 'CTr'],
  plan: ['kế hoạch', 'KH'],
  option: ['phương án', 'PA'],
  scheme: ['đề án', 'ĐA'],
  project: ['dự án', 'DA'],
  report: ['báo cáo', 'BC'],
  minutes: ['biên bản', 'BB'],
  submission: ['tờ trình', 'TTr'],
  contract: ['hợp đồng', 'HĐ'],
  official_letter: ['công văn', ''],
  telegram: ['công điện', 'CĐ'],
  memorandum: ['bản ghi nhớ', 'BGN'],
  agreement: ['bản thỏa thuận', 'BTT'],
  authorisation: ['giấy ủy quyền', 'GUQ'],
  invitation: ['giấy mời', 'GM'],
  introduction: ['giấy giới thiệu', 'GGT'],
  leave_permit: ['giấy nghỉ phép', 'GNP'],
  dispatch_slip: ['phiếu gửi', 'PG'],
  transfer_slip: ['phiếu chuyển', 'PC'],
  notice_slip: ['phiếu báo', 'PB'],
  public_letter: ['thư công', ''],
} as const satisfies Record<string, readonly [word: string, abbreviation: string]>;

export type DocumentType = keyof typeof documentTypes;

/** Each type's Vietnamese word, as a field of choices takes it. */
export const documentTypeWords = Object.fromEntries(
  Object.entries(documentTypes).map(([type, [word]]) => [type, word]),
) as Record<DocumentType, string>;
