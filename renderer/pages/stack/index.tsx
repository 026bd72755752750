import { useState } from 'react';
import { usePageParams } from '../../app/navigation.tsx';
import { BatchStart } from './batch-start.tsx';
import { StackEntry } from './stack-entry.tsx';

/** "Nhập tờ": choose or open a batch, then type its forms. */
export default function StackPage() {
  const params = usePageParams();
  const asked = Number(params['batch_id'] ?? 0) || null;
  return <Stack key={asked} asked={asked} />;
}

function Stack({ asked }: { readonly asked: number | null }) {
  const [batchId, setBatchId] = useState<number | null>(asked);
  if (batchId === null) return <BatchStart way="stack" onOpen={setBatchId} />;
  return <StackEntry key={batchId} batchId={batchId} onClosed={() => setBatchId(null)} />;
}
