import Alert from '@mui/material/Alert';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** What a transfer takes away for good, said before it is done; the attachments by name. */
export function TransferWarning({ id }: { readonly id: number }) {
  const files = useCall('attachments.list', { owner_kind: 'opinion', owner_id: id });
  const names = (files.value ?? []).map(({ file_name }) => file_name);
  return (
    <>
      <Alert severity="warning">
        Nội dung, trả lời, ghi chú của các bước, người nêu và tệp đính kèm bị xóa ở đây, không hoàn tác được;
        chỉ giữ nơi chuyển, ngày và số. Hãy giao đủ cho nơi nhận trước khi ghi. Các bản sao lưu đã có vẫn còn
        chúng.
        {names.length > 0 && (
          <div>
            Tệp đính kèm bị xóa ({names.length}, kể cả tệp đã hủy): {names.join('; ')}. Tệp trên đĩa được xóa
            sau lần sao lưu đã kiểm tra tiếp theo.
          </div>
        )}
      </Alert>
      <FailureNotice failure={files.failure} />
    </>
  );
}
