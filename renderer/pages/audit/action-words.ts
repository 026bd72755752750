/** What the audit trail's actions are called on screen; the filter offers these. */
export const actionWords: Readonly<Record<string, string>> = {
  create: 'Lập',
  update: 'Sửa',
  void: 'Hủy',
  restore: 'Khôi phục bản ghi',
  bulk_mark: 'Đánh dấu hàng loạt',
  close_batch: 'Đóng tập tờ',
  close_campaign: 'Khóa đợt',
  reopen_campaign: 'Mở lại đợt',
  log_in: 'Đăng nhập',
  log_out: 'Đăng xuất',
  lock: 'Khóa máy',
  unlock: 'Mở khóa',
  wrong_password: 'Sai mật khẩu',
  deny: 'Bị từ chối',
  reveal: 'Xem dữ liệu kín',
  print: 'In',
  export: 'Xuất tệp',
  backup: 'Sao lưu',
  restore_backup: 'Khôi phục sao lưu',
  create_office: 'Lập sổ',
  change_settings: 'Đổi cài đặt',
  create_user: 'Thêm người dùng',
  change_user: 'Sửa người dùng',
  remove_user: 'Gỡ người dùng',
  set_password: 'Đặt lại mật khẩu',
  change_password: 'Đổi mật khẩu',
  change_key: 'Đổi khóa dữ liệu',
  new_recovery_key: 'Khóa khôi phục mới',
  recover: 'Dùng khóa khôi phục',
  add_unit: 'Thêm địa bàn',
  rename_unit: 'Đổi tên địa bàn',
  merge_units: 'Sáp nhập địa bàn',
  retire_unit: 'Thôi dùng địa bàn',
  add_alias: 'Thêm tên gọi khác',
  set_declared: 'Ghi số hộ khai báo',
  accept_clock: 'Chấp nhận đồng hồ',
};

/** An action in words; one that has none as the trail names it. */
export function actionInWords(action: string): string {
  return actionWords[action] ?? action;
}
