import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Dress } from '../app/dress.tsx';
import { useOffice } from '../app/session.tsx';
import { GateFrame } from './gate-frame.tsx';

interface Props {
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A page before the workspace with the program's full set of components: set-up, restore, recovery, trouble. */
export function GateDress({ side, children }: Props) {
  const { status } = useOffice();
  return (
    <Dress>
      <GateFrame office={status?.office_name} version={status?.program_version} side={side}>
        <Box className="gate-wide">{children}</Box>
      </GateFrame>
    </Dress>
  );
}

/** The steps of a piece of work on the green side, with the one that is being done. */
export function GateSteps({
  steps,
  current,
}: {
  readonly steps: readonly string[];
  readonly current: number;
}) {
  return (
    <ol className="gate-steps">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined}>
          {index + 1}. {step}
        </li>
      ))}
    </ol>
  );
}
