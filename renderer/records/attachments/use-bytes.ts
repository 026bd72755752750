import { useEffect, useState } from 'react';
import { fail, toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';

/** Fetches an attachment by its one-time address. Fails with the Vietnamese text of what is wrong with its file. */
async function fetchAttachment(id: number): Promise<Blob> {
  const { address } = await call('attachments.address', { id });
  const answer = await fetch(address);
  if (!answer.ok) return fail('not_found', 'Không mở được tệp. Hãy đóng rồi mở lại.');
  return answer.blob();
}

/** The bytes of an attachment. */
export async function attachmentBytes(id: number): Promise<Uint8Array> {
  const blob = await fetchAttachment(id);
  return new Uint8Array(await blob.arrayBuffer());
}

interface Shown {
  /** An address of the page's own for `<img>`; null until it is there. */
  readonly source: string | null;
  readonly failure: Failure | null;
}

/** An attached image as something that `<img>` shows; let go of when the component goes. */
export function useImage(id: number, skip = false): Shown {
  const [shown, setShown] = useState<Shown>({ source: null, failure: null });
  useEffect(() => {
    if (skip) return;
    let current = true;
    let source: string | null = null;
    fetchAttachment(id).then(
      (blob) => {
        if (!current) return;
        source = URL.createObjectURL(blob);
        setShown({ source, failure: null });
      },
      (error: unknown) => current && setShown({ source: null, failure: toFailure(error) }),
    );
    return () => {
      current = false;
      if (source !== null) URL.revokeObjectURL(source);
    };
  }, [id, skip]);
  return shown;
}
