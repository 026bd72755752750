import { lazy, Suspense, useState } from 'react';
import { useOffice } from '../../app/session.tsx';
import { GateDress, GateSteps } from '../../components/gate-dress.tsx';
import { AgencyStep } from './agency-step.tsx';
import { AreaStep } from './area-step.tsx';
import { emptyAnswers, type Answers } from './answers.ts';
import { KeyStep } from './key-step.tsx';
import { PersonStep } from './person-step.tsx';
import { Welcome } from './welcome.tsx';

const RestorePage = lazy(() => import('../backup/restore-page.tsx'));
const steps = ['Địa bàn phụ trách', 'Cơ quan và người ký', 'Quản trị và nơi lưu', 'Khóa khôi phục'];

/** The first start: an office is set up in four short pages, or its records are brought from elsewhere. */
export default function SetupPage({ onDone }: { readonly onDone: () => void }) {
  const { reload } = useOffice();
  const [step, setStep] = useState<number | 'welcome' | 'restore'>('welcome');
  const [answers, setAnswers] = useState<Answers>(emptyAnswers);
  const [recoveryKey, setRecoveryKey] = useState('');
  const take = (more: Partial<Answers>, next: number) => {
    setAnswers((before) => ({ ...before, ...more }));
    setStep(next);
  };
  const leave = async () => {
    await reload();
    onDone();
  };
  if (step === 'restore')
    return (
      <Suspense fallback={null}>
        <RestorePage onBack={() => setStep('welcome')} onDone={() => void leave()} />
      </Suspense>
    );
  if (step === 'welcome')
    return (
      <GateDress>
        <Welcome
          onStart={() => setStep(0)}
          onRestore={() => setStep('restore')}
          onDone={() => void leave()}
        />
      </GateDress>
    );
  return (
    <GateDress side={<GateSteps steps={steps} current={step} />}>
      {step === 0 && (
        <AreaStep
          answers={answers}
          onBack={() => setStep('welcome')}
          onNext={({ valid_from, ...area }) =>
            take({ ...area, agency: { ...answers.agency, valid_from } }, 1)
          }
        />
      )}
      {step === 1 && (
        <AgencyStep answers={answers} onBack={() => setStep(0)} onNext={(agency) => take({ agency }, 2)} />
      )}
      {step === 2 && (
        <PersonStep
          answers={answers}
          onBack={() => setStep(1)}
          onCreated={(key) => {
            setRecoveryKey(key);
            setStep(3);
          }}
        />
      )}
      {step === 3 && <KeyStep recoveryKey={recoveryKey} onConfirmed={() => void leave()} />}
    </GateDress>
  );
}
