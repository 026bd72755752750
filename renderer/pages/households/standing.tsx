import type { ShownRecord } from '../../../shared/api/records.ts';
import { call } from '../../client.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { undoReason } from '../../records/use-undo.ts';

interface Props {
  readonly household: ShownRecord;
  /** What was done, and the way to take it back. */
  readonly onDone: (text: string, takeBack: () => Promise<unknown>) => void;
  readonly onCancel: () => void;
}

/** Voids a household that was entered by mistake, or restores a voided one; the reason is asked for on the spot. */
export function Standing({ household, onDone, onCancel }: Props) {
  const { id, version } = household;
  if (household.voided_at !== null)
    return (
      <ReasonQuestion
        question="Khôi phục hộ này?"
        confirm="Khôi phục"
        onCancel={onCancel}
        onConfirm={async (reason) => {
          const after = await call('households.restore', { id, version, reason });
          onDone('Đã khôi phục hộ.', () =>
            call('households.void', { id, version: after.version, reason: undoReason }),
          );
        }}
      />
    );
  return (
    <ReasonQuestion
      danger
      question="Hủy hộ này? Chỉ dùng khi nhập nhầm; hộ chuyển đi thì ghi “Chuyển đi”. Hộ đã hủy vẫn khôi phục được."
      confirm="Hủy hộ"
      onCancel={onCancel}
      onConfirm={async (reason) => {
        const after = await call('households.void', { id, version, reason });
        onDone('Đã hủy hộ.', () =>
          call('households.restore', { id, version: after.version, reason: undoReason }),
        );
      }}
    />
  );
}
