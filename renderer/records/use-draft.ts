import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { call } from '../client.ts';
import type { TypedForm } from './typed.ts';

const WAIT_MS = 2000;
const contentSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What was half typed when the form was left, crashed or lost power. */
export interface OfferedDraft {
  readonly content: TypedForm;
  readonly savedAt: string;
}

export interface Draft {
  readonly offered: OfferedDraft | null;
  /** Takes the offer away; `forget` throws the draft away for good. */
  readonly settle: (forget: boolean) => void;
  /** Keeps what stands in the form, two seconds from now. */
  readonly keepSoon: (content: () => TypedForm) => void;
  /** Keeps it at once: on Enter. */
  readonly keepNow: (content: TypedForm) => void;
  /** After a save: no draft any more. */
  readonly drop: () => void;
}

function readContent(text: string): TypedForm | null {
  try {
    const read = contentSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The draft of one form; without a key nothing is kept. A draft that cannot be kept never stops the typing. */
export function useDraft(form: string | undefined): Draft {
  const [offered, setOffered] = useState<OfferedDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<(() => TypedForm) | null>(null);

  const keepNow = useCallback(
    (content: TypedForm) => {
      clearTimeout(timer.current);
      waiting.current = null;
      if (form !== undefined)
        call('drafts.save', { form, content: JSON.stringify(content) }).catch(() => undefined);
    },
    [form],
  );
  const keepSoon = useCallback(
    (content: () => TypedForm) => {
      clearTimeout(timer.current);
      waiting.current = content;
      timer.current = setTimeout(() => keepNow(content()), WAIT_MS);
    },
    [keepNow],
  );
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
    if (form !== undefined) call('drafts.drop', { form }).catch(() => undefined);
  }, [form]);
  const settle = useCallback(
    (forget: boolean) => {
      setOffered(null);
      if (forget) drop();
    },
    [drop],
  );
  useEffect(() => {
    if (form === undefined) return;
    let current = true;
    call('drafts.get', { form }).then(
      ({ content, saved_at }) => {
        const read = content === null ? null : readContent(content);
        if (current && read && saved_at) setOffered({ content: read, savedAt: saved_at });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [form]);
  useEffect(
    () => () => {
      if (waiting.current) keepNow(waiting.current());
    },
    [keepNow],
  );
  return { offered, settle, keepSoon, keepNow, drop };
}
