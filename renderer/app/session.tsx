import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CallOutput } from '../../shared/api.ts';
import type { Session } from '../../shared/events.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { may, type Right } from '../../shared/rights.ts';
import { call, onEvent } from '../client.ts';

export type OfficeStatus = CallOutput<'office.status'>;

interface Office {
  readonly status: OfficeStatus | null;
  /** Why the status itself could not be had. */
  readonly failure: Failure | null;
  /** Asks again; gives the new status, or null where it could not be had. */
  readonly reload: () => Promise<OfficeStatus | null>;
}

const OfficeContext = createContext<Office | null>(null);

/** Asks what the office's state is, and again whenever the main side says that it changed. */
export function OfficeProvider({ children }: { readonly children: ReactNode }) {
  const [status, setStatus] = useState<OfficeStatus | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reload = useCallback(
    () =>
      call('office.status', {}).then(
        (answer) => {
          setStatus(answer);
          setFailure(null);
          return answer;
        },
        (error: unknown) => {
          setFailure(toFailure(error));
          return null;
        },
      ),
    [],
  );
  useEffect(() => {
    void reload();
    return onEvent((event) => {
      // The lock must close the curtain at once, not after another round trip.
      if (event.type === 'session') setStatus((before) => before && withSession(before, event.session));
      if (event.type === 'session' || event.type === 'trouble' || event.type === 'status_changed')
        void reload();
    });
  }, [reload]);
  const value = useMemo(() => ({ status, failure, reload }), [status, failure, reload]);
  return <OfficeContext value={value}>{children}</OfficeContext>;
}

function withSession(status: OfficeStatus, session: Session | null): OfficeStatus {
  if (status.state === 'fresh' || status.state === 'trouble') return { ...status, session };
  return { ...status, session, state: session === null ? 'closed' : session.locked ? 'locked' : 'open' };
}

/** The office's state as last told; `status` is null only before the first answer. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('useOffice outside of OfficeProvider');
  return office;
}

/** The office's state; for components inside the workspace, where it is always known. */
export function useOfficeStatus(): OfficeStatus {
  const { status } = useOffice();
  if (!status) throw new Error('useOfficeStatus before the first answer');
  return status;
}

/** Who is logged in; for components inside the workspace, where somebody always is. */
export function useSession(): Session {
  const { session } = useOfficeStatus();
  if (!session) throw new Error('useSession without a session');
  return session;
}

/** Whether the person logged in holds a right. */
export function useMay(right: Right): boolean {
  return may(useSession().role, right);
}
