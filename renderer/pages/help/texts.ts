import type { PageKey } from '../../app/pages.ts';

/** The main job, step by step. */
export const mainJob: readonly string[] = [
  'Đợt cam kết: mở đợt của năm (tên, từ ngày – đến ngày).',
  'Nhập tờ: chọn đợt, xã, bản một lần; gõ số tờ trên bìa tập; rồi gõ từng tờ theo thứ tự đang xếp.',
  'Hết tập, chương trình so với số trên bìa và nói còn thiếu tờ nào.',
  'Cần đối chiếu: xem lại những tờ trùng mà ngày ký hoặc hình thức khác nhau.',
  'Độ phủ: bản nào còn thiếu; bấm vào ô để thấy hộ chưa ký.',
  'In sổ đăng ký: xem trước, in hoặc lưu PDF, trình ký.',
  'Sao lưu: thứ sáu chép ra USB, chờ “đã kiểm tra”, rồi tháo USB an toàn.',
];

/** What each page is for, and what is worth knowing on it. */
export const pageHelp: Record<PageKey, readonly string[]> = {
  home: [
    'Tình hình của đợt, việc còn dở và tờ vừa nhập. Bấm vào dòng nào thì mở đúng chỗ đó.',
    'Cột trái: bấm tên nhóm để mở hoặc đóng; bằng phím thì ↑ ↓ chọn dòng, → mở, ← đóng, Enter vào trang.',
    'Nhanh nhất: Ctrl+K rồi gõ tên trang, có dấu hay không dấu (“sao luu”), Enter.',
  ],
  stack: [
    'Enter sang ô sau; ở ô cuối, Enter lưu và mở tờ mới. Shift+Enter lùi một ô.',
    'Ngày ký hiện ngày vừa dùng: gõ số thì thay, Enter thì giữ. Gõ 08101990 hay 08/10/1990 đều được.',
    'Năm sinh: gõ năm (1978) hoặc cả ngày (08/10/1990).',
    'Cảnh báo màu vàng không chặn: Enter cuối đưa đến ghi chú, Ctrl+Enter lưu kèm ghi chú.',
    'Mất điện giữa chừng: tờ đang gõ được giữ và hỏi lại khi mở trang này.',
  ],
  roster: [
    'Dùng cho bản đã có hộ từ trước: mỗi hộ một phím, “đã ký” hoặc “chưa ký” và lý do.',
    '“Tất cả đã ký, trừ…” chỉ chạy khi số trên bìa và tổng trên giấy đã nhập và khớp nhau.',
  ],
  conflicts: [
    'Tờ nhập hai lần mà ngày ký hoặc hình thức khác nhau. Tờ đầu đang có hiệu lực; xem giấy rồi chọn.',
  ],
  households: [
    'Tìm theo tên có dấu hoặc không dấu. Bấm vào hộ để xem các lần cam kết và lịch sử.',
    'Hộ đổi chủ, tách, chuyển đi, chuyển đến, hoặc hai hộ thực ra là một: làm ở trang của hộ.',
  ],
  pledges: ['Mọi tờ cam kết của các đợt. Sửa tờ thì ghi lý do khi đợt đã khóa; hủy tờ không làm mất số tờ.'],
  forums: [
    'Ghi diễn đàn trước, rồi bấm “Nhập ý kiến” (F7): Enter sang ô sau, ô cuối thì lưu và mở ý kiến mới. Biên bản: F8.',
    'Không ghi tên người nêu. Chỉ khi người đó cần trả lời bằng văn bản mới ghi họ tên, địa chỉ; được mã hóa riêng và xóa khi đã gửi. Bản sao lưu có từ trước vẫn còn giữ (đã mã hóa).',
  ],
  opinions: [
    'Ý kiến còn phải trả lời, xếp theo hạn: đỏ là quá hạn, vàng là còn từ 3 ngày trở xuống. F2 sang bước tiếp theo.',
    'Đơn khiếu nại, tố cáo, tin báo tội phạm thì “Chuyển quy trình khác”: nội dung bị xóa ở đây, chỉ giữ nơi chuyển, ngày và số. Bản sao lưu có từ trước vẫn còn giữ nội dung.',
  ],
  campaigns: ['Mỗi năm một đợt. Chỉ huy khóa đợt khi xong; sau đó muốn sửa phải có lý do.'],
  launches: [
    'Một buổi có thể gồm nhiều bản: gõ vài chữ của tên bản, Enter, rồi số người; gõ tên xã để lấy cả xã.',
    'Chỉ biết tổng số người của nhiều xã thì chia theo xã ở ô bên dưới.',
  ],
  propaganda: ['Mỗi buổi tuyên truyền một dòng: ngày, nơi, chủ đề, đối tượng, số lượt người.'],
  news: ['Phóng sự, tin, bài ghi nơi đăng, phát; tài liệu ghi số bản đã phát.'],
  documents: [
    'Số vào sổ do chương trình cấp, liền nhau trong năm; văn bản bị hủy vẫn giữ số. Cần số trước thì chọn “giữ số”.',
    'Không nhập văn bản có độ mật: sổ này không dùng cho bí mật nhà nước.',
  ],
  house_board: [
    'F6 đổi cách xem: theo xã và bước, ô xã, từng giai đoạn so với kế hoạch. Bấm vào số để mở các nhà.',
    'Chọn một giai đoạn thì in được danh sách khảo sát, danh sách nhà, danh sách công khai.',
  ],
  houses: [
    'F4 thêm một nhà, F6 thêm nhiều nhà của một bản; F2 ở trang của nhà ghi bước tiếp theo.',
    'Nghiệm thu phải đạt “3 cứng”: nền, khung – tường, mái. Chưa nghiệm thu thì không bàn giao được.',
    'Ảnh trước và sau: F9 thêm ảnh rồi chọn “trước khi làm” hoặc “sau khi làm”.',
  ],
  house_batch: [
    'Nhiều nhà của một xã qua cùng một bước trong một ngày: nhà đến lượt được đánh dấu sẵn, bỏ dấu nhà ngoại lệ.',
    'F6 chọn xã, F2 tới ngày, Ctrl+Enter ghi. Nhà không ghi được (sai thứ tự ngày…) được nêu tên và giữ nguyên.',
    'Ctrl+Z hoàn tác lần vừa ghi; nhầm ngày mà hôm khác mới thấy thì hoàn tác ở “Các lần ghi gần đây”, có lý do.',
  ],
  labour: [
    'Mỗi lần đơn vị giúp dân một dòng: số người và số ngày; lượt người và ngày công do chương trình tính.',
  ],
  housing_programs: [
    'F6 đổi giữa chương trình, Ban Chỉ đạo, tổ công tác. Ở trang của chương trình thêm từng giai đoạn với số nhà theo kế hoạch và hạn.',
    'Một xã không do hai tổ công tác phụ trách cùng lúc.',
  ],
  funds: [
    'Mỗi đợt vận động ghi mục đích, phạm vi, nơi nhận, ngày mở và ngày đóng. Sau ngày đóng không lập phiếu thu được nữa; chỉ huy mở lại được, có lý do.',
    'Ở trang của đợt: số dư hôm nay, danh sách công khai và báo cáo thu, chi.',
    'F6: danh mục hiện vật (tên, đơn vị tính) mà phiếu thu, phiếu chi hiện vật chọn.',
  ],
  receipts: [
    'Enter sang ô sau, ô cuối thì lập phiếu và lấy số. “Chỉ lưu nháp” thì chưa có số, còn sửa được.',
    'Trừ lương, tập thể: chọn đội rồi “Lấy danh sách đội”, gõ số tiền từng người; phiếu bằng tổng danh sách.',
    'Phiếu đã có số không sửa: hủy phiếu (sổ quỹ ghi dòng đảo), rồi lập phiếu khác. Số phiếu không mất.',
    'Danh sách công khai chỉ có tên người đồng ý công khai tên. Đổi ý sau khi đã lập phiếu: “Sửa đồng ý công khai tên” ở trang của phiếu, có lý do.',
  ],
  payments: [
    'Chi cho nhà nào thì chọn nhà và nguồn: trang của nhà cộng vào số đã chi.',
    'Dưới số tiền là số còn lại của quỹ vào ngày chi. Chương trình không cho chi vượt số dư, kể cả phiếu ghi lùi ngày.',
  ],
  fund_book: [
    'Tồn đầu kỳ + thu − chi = tồn cuối kỳ, của tiền mặt, tài khoản và từng hiện vật. Bấm số phiếu để mở phiếu.',
  ],
  reconciliations: [
    'Gõ số tiền đếm được; số theo sổ do chương trình lấy đúng ngày đó. Lệch thì phải giải trình.',
    'Số đã ký giữ nguyên; phiếu lập lùi ngày làm sổ khác đi thì có báo ngay trên danh sách.',
  ],
  coverage: ['Mỗi xã một dòng, mỗi bản một ô. Bấm vào ô để thấy những hộ còn thiếu.'],
  print: [
    'Bên trái chọn, bên phải là đúng tờ giấy sẽ in. Ngày văn bản quyết định tên cơ quan và người ký.',
    'Lý do chưa ký chỉ in ở bản nội bộ.',
  ],
  backup: [
    'Cắm USB, bấm “Sao lưu ngay” (F9), chờ đến khi hiện “Đã kiểm tra; hãy tháo thiết bị an toàn”.',
    'Bản trong thư mục thường không tính là bản USB: thanh trên cùng vẫn nhắc.',
    'Khôi phục: xem trước, chứng minh bằng mật khẩu quản trị; dữ liệu hiện tại được giữ lại một bản.',
  ],
  units: [
    'Đổi tên, sáp nhập, thôi dùng đều ghi ngày: hồ sơ cũ giữ tên của ngày đó. Số hộ khai báo ghi theo năm.',
  ],
  officers: ['Cán bộ của đơn vị, khác với người dùng của chương trình. Cấp bậc, chức vụ ghi theo ngày.'],
  teams: ['Các đội, bộ phận của đơn vị.'],
  agency: ['Các dòng ở đầu văn bản và người ký, áp dụng từ một ngày. Văn bản dùng bản đúng với ngày của nó.'],
  users: [
    'Mỗi người một tên và mật khẩu riêng. Vai trò quyết định được thấy trang nào.',
    'Khi gỡ người dùng, nên đổi khóa dữ liệu nếu người đó còn giữ bản sao của sổ.',
  ],
  settings: [
    'Màu màn hình, mật khẩu của bạn; quản trị đặt thêm thời gian tự khóa và việc ghi dân tộc.',
    'Khóa khôi phục mới chỉ thay khóa cũ khi được xác nhận là đã ghi ra giấy; trước lúc đó phiếu cũ vẫn mở được sổ, hãy giữ lại.',
  ],
  audit: [
    'Ai làm gì, lúc nào, trước và sau ra sao. “Kiểm tra nhật ký” xem chuỗi có bị sửa ngoài chương trình không.',
  ],
};
