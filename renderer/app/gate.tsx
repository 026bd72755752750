import { lazy, Suspense, useEffect, useState } from 'react';
import { LockScreen } from '../pages/lock/index.tsx';
import { LoginPage } from '../pages/login/index.tsx';
import { OfficeProvider, useOffice, type OfficeStatus } from './session.tsx';

const loadWorkspace = () => import('./workspace.tsx');
const Workspace = lazy(loadWorkspace);
const SetupPage = lazy(() => import('../pages/setup/index.tsx'));
const TroublePage = lazy(() => import('../pages/trouble/index.tsx'));

/** The first thing that stands: set-up, log-in, lock, trouble, or the workspace behind them. */
export function Gate() {
  return (
    <OfficeProvider>
      <Suspense fallback={<Waiting />}>
        <Door />
      </Suspense>
    </OfficeProvider>
  );
}

function Door() {
  const { status, failure } = useOffice();
  const state = status?.state;
  // Set-up and recovery show their new key after the office is open: they leave by themselves.
  const [held, setHeld] = useState<'setup' | 'login' | null>(null);
  if (state === 'fresh' && held !== 'setup') setHeld('setup');
  // A trouble that was met once is only known to be over when somebody logs in again.
  const [tried, setTried] = useState<OfficeStatus | null>(null);
  useEffect(() => {
    // Fetched once the log-in form stands, so that it does not delay its first key.
    if (state === 'closed') void loadWorkspace();
  }, [state]);
  if (failure && !status) return <Broken text={failure.text} />;
  if (!status) return <Waiting />;
  if (state === 'trouble' && tried !== status) return <TroublePage onRetry={setTried} />;
  if (state === 'fresh' || held === 'setup') return <SetupPage onDone={() => setHeld(null)} />;
  if (!status.session || held === 'login')
    return <LoginPage onHold={(hold) => setHeld(hold ? 'login' : null)} />;
  const locked = status.session.locked;
  return (
    <>
      <Workspace key={status.session.user_id} locked={locked} />
      {locked && <LockScreen />}
    </>
  );
}

function Waiting() {
  return (
    <div className="gate" role="status" aria-label="Đang mở">
      <div className="gate-side" />
    </div>
  );
}

function Broken({ text }: { readonly text: string }) {
  return (
    <div className="gate">
      <div className="gate-main">
        <div className="gate-card">
          <h2>Chương trình chưa mở được</h2>
          <div className="notice" role="alert">
            <p>{text}</p>
          </div>
          <button className="main" type="button" onClick={() => location.reload()}>
            Thử lại
          </button>
        </div>
      </div>
    </div>
  );
}
