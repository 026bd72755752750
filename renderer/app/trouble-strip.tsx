import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { onEvent } from '../client.ts';
import { FailureNotice } from '../components/failure-notice.tsx';

/** What the main side reports by itself while somebody works: a full disk, a clock set back … */
export function TroubleStrip() {
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'trouble') setFailure(event.error);
      }),
    [],
  );
  return <FailureNotice failure={failure} onClose={() => setFailure(null)} />;
}
