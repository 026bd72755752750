import { useState } from 'react';
import { useOffice } from '../../app/session.tsx';
import { useJob } from '../../app/data.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';

interface Props {
  readonly onRestore: () => void;
  /** Keeps this page on screen although somebody is logged in. */
  readonly onHold: (held: boolean) => void;
}

/** Below the log-in: practise, restore, or open the records that lie in another folder. */
export default function OtherWays({ onRestore, onHold }: Props) {
  const { status, reload } = useOffice();
  const sample = useJob('office.open_sample');
  const [failure, setFailure] = useState<Failure | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
      await reload();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const openSample = async () => {
    // The sample's log-in comes before its records: the frame waits until they are all there.
    onHold(true);
    await sample.run({});
    await reload();
    onHold(false);
  };
  const otherFolder = async () => {
    const chosen = await call('desktop.choose_folder', { purpose: 'database' });
    if (chosen) await call('office.open_folder', { folder: chosen.folder });
  };
  const shown = failure ?? sample.failure;
  return (
    <div className="gate-others">
      <div className="gate-links">
        {status?.sample ? (
          <button
            className="link"
            type="button"
            onClick={() => void attempt(() => call('office.leave_sample', {}))}
          >
            Thôi dùng dữ liệu mẫu
          </button>
        ) : (
          <button className="link" type="button" disabled={sample.running} onClick={() => void openSample()}>
            {sample.running ? (sample.progress?.step ?? 'Đang mở dữ liệu mẫu…') : 'Dữ liệu mẫu để tập làm'}
          </button>
        )}
        <button className="link" type="button" onClick={onRestore}>
          Khôi phục từ bản sao lưu
        </button>
        <button className="link" type="button" onClick={() => void attempt(otherFolder)}>
          Mở sổ ở thư mục khác
        </button>
      </div>
      {sample.running && (
        <progress
          className="gate-progress"
          aria-label={sample.progress?.step ?? 'Đang mở dữ liệu mẫu'}
          max={sample.progress?.total}
          value={sample.progress?.done}
        />
      )}
      {shown && (
        <div className="notice" role="alert">
          <p>{shown.text}</p>
          {shown.safe && <p>{shown.safe}</p>}
        </div>
      )}
    </div>
  );
}
