import { useRef, useState } from 'react';
import { useOfficeStatus, useSession } from '../../app/session.tsx';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { GateFrame } from '../../components/gate-frame.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SampleHint } from '../../components/sample-hint.tsx';

/** Laid over the workspace, which stays as it was: the half-typed form is there again after the password. */
export function LockScreen() {
  const session = useSession();
  const { office_name, sample, program_version } = useOfficeStatus();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const unlock = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await call('office.unlock', { password: password.current?.value ?? '' });
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
      password.current?.select();
    }
  };
  return (
    <GateFrame office={sample ? 'Dữ liệu mẫu' : office_name} version={program_version}>
      <div className="gate-card">
        <h2>Máy đang khóa</h2>
        <p className="hint">
          Đang đăng nhập: <strong>{session.login}</strong>. Nhập mật khẩu để trở lại đúng chỗ đang làm.
        </p>
        {sample && <SampleHint />}
        <form
          noValidate
          autoComplete="off"
          aria-label="Mở khóa"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void unlock();
          }}
        >
          <PasswordField
            label="Mật khẩu"
            inputRef={password}
            autoFocus
            invalid={failure !== null}
            describedBy="unlock-failure"
          />
          <div id="unlock-failure" role="alert">
            {failure && (
              <div className="notice">
                <p>{failure.text}</p>
                {failure.safe && <p>{failure.safe}</p>}
              </div>
            )}
          </div>
          <button className="main" type="submit" aria-disabled={busy}>
            {busy ? 'Đang mở khóa…' : 'Mở khóa'}
          </button>
        </form>
        <div className="gate-links">
          {!leaving && (
            <button className="link" type="button" onClick={() => setLeaving(true)}>
              Người khác dùng máy
            </button>
          )}
        </div>
        {leaving && (
          <div className="notice late" role="alert">
            <p>
              Đăng xuất {session.login}? Tờ đang nhập dở được giữ làm bản nháp; những gì đang gõ ở trang khác
              sẽ mất.
            </p>
            <div className="gate-links">
              <button className="link" type="button" onClick={() => void call('office.log_out', {})}>
                Đăng xuất
              </button>
              <button className="link" type="button" onClick={() => setLeaving(false)}>
                Thôi
              </button>
            </div>
          </div>
        )}
      </div>
    </GateFrame>
  );
}
