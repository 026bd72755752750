import { useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { call, type JobProgress } from '../../client.ts';
import { shrinkImage } from './shrink-image.ts';

/** A chosen file that was not taken, and why. */
export interface Refused {
  readonly shown: string;
  readonly failure: Failure;
}

interface Intake {
  /** Asks for files and attaches them, one after the other. */
  readonly add: () => Promise<void>;
  readonly progress: JobProgress | null;
  readonly refused: readonly Refused[];
  readonly clear: () => void;
}

/** Takes files in for a record; an image is reduced here, in the page, before it is handed over. */
export function useIntake(kind: KindName, id: number, original: boolean, onAdded: () => void): Intake {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const attach = async (file: string) => {
    const { address } = await call('attachments.look', { file, original });
    const reduced = address === null ? null : await shrinkImage(address);
    await call('attachments.add', { owner_kind: kind, owner_id: id, file, original, reduced, note: null });
  };
  const add = async () => {
    if (progress) return;
    setRefused([]);
    const failed: Refused[] = [];
    const taking = async (shown: string, work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        failed.push({ shown, failure: toFailure(error) });
      }
    };
    await taking('', async () => {
      const files = await call('attachments.choose', {});
      for (const [done, { file, shown }] of files.entries()) {
        setProgress({ step: `Đang thêm ${shown}`, done, total: files.length });
        await taking(shown, () => attach(file));
        onAdded();
      }
    });
    setProgress(null);
    setRefused(failed);
  };
  return { add, progress, refused, clear: () => setRefused([]) };
}
