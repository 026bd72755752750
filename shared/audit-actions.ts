interface AuditAction {
  /** Vietnamese, as the audit screen and a record's history say it. */
  readonly label: string;
  /** Changes no record: what was restored can still be undone after it. */
  readonly harmless?: true;
}

/** Every action that the audit trail knows. */
export const auditActions = {
  create: { label: 'Lập' },
  update: { label: 'Sửa' },
  void: { label: 'Hủy' },
  restore: { label: 'Phục hồi' },
  bulk_mark: { label: 'Đánh dấu hàng loạt' },
  close_batch: { label: 'Đóng tập tờ' },
  close_campaign: { label: 'Khóa đợt' },
  reopen_campaign: { label: 'Mở lại đợt' },
  merge: { label: 'Gộp hộ' },
  unmerge: { label: 'Bỏ gộp hộ' },
  add_unit: { label: 'Thêm địa bàn' },
  rename_unit: { label: 'Đổi tên địa bàn' },
  merge_units: { label: 'Sáp nhập địa bàn' },
  retire_unit: { label: 'Thôi dùng địa bàn' },
  add_alias: { label: 'Thêm tên gọi khác' },
  set_declared: { label: 'Ghi số hộ khai báo' },
  take_step: { label: 'Ghi bước xử lý' },
  undo_step: { label: 'Hoàn tác bước xử lý' },
  transfer_opinion: { label: 'Chuyển quy trình khác' },
  keep_speaker: { label: 'Ghi người cần trả lời' },
  reveal_speaker: { label: 'Xem người cần trả lời', harmless: true },
  purge_speaker: { label: 'Xóa người cần trả lời' },
  issue_voucher: { label: 'Phát hành phiếu' },
  cancel_voucher: { label: 'Hủy phiếu' },
  change_consent: { label: 'Sửa đồng ý công khai tên' },
  reopen_fund: { label: 'Mở lại đợt vận động' },
  take_house_step: { label: 'Ghi bước làm nhà' },
  undo_house_step: { label: 'Hoàn tác bước làm nhà' },
  purge_attachment: { label: 'Xóa hẳn tệp đính kèm' },
  create_office: { label: 'Lập sổ' },
  fill_sample: { label: 'Tạo dữ liệu mẫu' },
  change_settings: { label: 'Đổi cài đặt' },
  create_user: { label: 'Thêm người dùng' },
  change_user: { label: 'Sửa người dùng' },
  remove_user: { label: 'Gỡ người dùng' },
  set_password: { label: 'Đặt lại mật khẩu' },
  change_password: { label: 'Đổi mật khẩu' },
  change_key: { label: 'Đổi khóa dữ liệu' },
  new_recovery_key: { label: 'Khóa khôi phục mới' },
  log_in: { label: 'Đăng nhập', harmless: true },
  log_out: { label: 'Đăng xuất', harmless: true },
  wrong_password: { label: 'Sai mật khẩu', harmless: true },
  recover: { label: 'Dùng khóa khôi phục', harmless: true },
  accept_clock: { label: 'Chấp nhận đồng hồ', harmless: true },
  make_register: { label: 'Lập sổ đăng ký', harmless: true },
  make_meeting_sheet: { label: 'Lập phiếu họp bản', harmless: true },
  make_list: { label: 'Lập danh sách', harmless: true },
  make_test_page: { label: 'Lập trang in thử', harmless: true },
  make_minutes: { label: 'Lập biên bản diễn đàn', harmless: true },
  make_opinion_summary: { label: 'Lập bảng tổng hợp ý kiến', harmless: true },
  make_receipt: { label: 'Lập bản in phiếu', harmless: true },
  make_disclosure: { label: 'Lập danh sách công khai', harmless: true },
  make_fund_report: { label: 'Lập báo cáo quỹ', harmless: true },
  make_house_paper: { label: 'Lập biên bản, danh sách nhà', harmless: true },
  make_book: { label: 'Lập sổ in', harmless: true },
  export: { label: 'Xuất Excel', harmless: true },
  print_document: { label: 'In', harmless: true },
  save_document: { label: 'Lưu tệp', harmless: true },
  backup: { label: 'Sao lưu', harmless: true },
  bring_back_files: { label: 'Lấy lại tệp đính kèm', harmless: true },
  remove_aside: { label: 'Xóa dữ liệu hỏng đã cất riêng', harmless: true },
  restore_backup: { label: 'Khôi phục sao lưu', harmless: true },
} as const satisfies Record<string, AuditAction>;

export type AuditActionName = keyof typeof auditActions;

/** Actions that change no record. */
export const harmlessActions = Object.entries<AuditAction>(auditActions).flatMap(([name, { harmless }]) =>
  harmless ? [name] : [],
);

/** An action in words; one of an older or newer program as the trail names it. */
export function actionInWords(action: string): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditActionName].label : action;
}
