import { lazy, useState } from 'react';
import { useOffice } from '../../app/session.tsx';
import { GateFrame } from '../../components/gate-frame.tsx';
import { SampleHint } from '../../components/sample-hint.tsx';
import { LoginForm } from './login-form.tsx';
import OtherWays from './other-ways.tsx';

const RecoverPage = lazy(() => import('./recover.tsx'));
const RestorePage = lazy(() => import('../backup/restore-page.tsx'));

interface Props {
  /** Keeps this page on screen although somebody is logged in: a new recovery key is still shown. */
  readonly onHold: (held: boolean) => void;
}

/** Log-in, and from it the ways for a lost password, a lost computer and for practising. */
export function LoginPage({ onHold }: Props) {
  const { status, reload } = useOffice();
  const [way, setWay] = useState<'password' | 'recover' | 'restore'>('password');
  const back = () => setWay('password');
  if (way === 'recover')
    return (
      <RecoverPage
        logins={status?.logins ?? []}
        onBack={back}
        onHold={onHold}
        onDone={() => {
          onHold(false);
          back();
        }}
      />
    );
  if (way === 'restore')
    return (
      <RestorePage
        onBack={back}
        onDone={() => {
          // The restored office has names of its own: the form starts with them.
          void reload().then(back);
        }}
      />
    );
  return (
    <GateFrame
      office={status?.sample ? 'Dữ liệu mẫu' : status?.office_name}
      version={status?.program_version}
    >
      <div className="gate-card">
        <h2>Đăng nhập</h2>
        {status?.sample && <SampleHint />}
        {/* Another office, or the sample left again: its form starts with its own names. A name more, or asking
            anew, takes nothing of what is being typed. */}
        <LoginForm key={status?.folder} logins={status?.logins ?? []} onForgotten={() => setWay('recover')} />
        <OtherWays onHold={onHold} onRestore={() => setWay('restore')} />
      </div>
    </GateFrame>
  );
}
