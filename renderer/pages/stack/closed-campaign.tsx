import { call } from '../../client.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';

/** Whether a campaign was closed by a commander: every change of its forms then needs a reason. */
export async function isClosed(campaignId: number): Promise<boolean> {
  const campaign = await call('records.get', { kind: 'pledge_campaign', id: campaignId });
  return campaign['closed_at'] !== null;
}

interface Props {
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks once why forms of a closed campaign are entered; the answer goes with every save of this sitting. */
export function ClosedCampaign({ onReason, onCancel }: Props) {
  return (
    <ReasonQuestion
      question="Đợt cam kết đã khóa. Vì sao nhập thêm? Lý do được ghi kèm mọi tờ của lần nhập này."
      confirm="Ghi lý do"
      onConfirm={(reason) => {
        onReason(reason);
        return Promise.resolve();
      }}
      onCancel={onCancel}
    />
  );
}
