import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormRegister } from 'react-hook-form';
import type { Batch } from '../../../shared/api/batches.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { call, onEvent } from '../../client.ts';
import { today } from '../../components/words.ts';
import { EntryDesk } from '../../entry/desk.ts';
import type { DeskDoor, DeskView, FieldPort } from '../../entry/desk-view.ts';
import { draftKey } from '../../entry/draft.ts';
import { entryFields, type EntryField, type TypedForm } from '../../entry/fields.ts';
import { newForm } from '../../entry/typed-form.ts';
import { inputOf } from './inputs.ts';

/** Fields whose content is replaced rather than edited when they are come back to. */
const replaced: ReadonlySet<EntryField> = new Set([
  'form_number',
  'birth',
  'sex',
  'ethnicity',
  'member_count',
  'signed_on',
  'reason',
]);

const why = (reason: string | undefined) => (reason === undefined ? {} : { reason_for_change: reason });

function deskDoor(batchId: number): DeskDoor {
  const form = draftKey(batchId);
  let stored: string | null | undefined;
  return {
    today,
    save: (values, reason) => call('pledges.save', { ...values, batch_id: batchId, ...why(reason) }),
    check: async (question, except) => {
      const input = { ...question, batch_id: batchId };
      const asked = except === null ? input : { ...input, except_pledge_id: except };
      return (await call('pledges.check', asked)).warnings;
    },
    correct: async ({ pledge_id, version }, values, reason) => {
      await call('pledges.correct', { ...values, pledge_id, version, ...why(reason) });
    },
    ethnicityOf: async ({ pledge_id }) => {
      const record = await call('records.get', { kind: 'pledge', id: pledge_id });
      return typeof record['ethnicity'] === 'string' ? record['ethnicity'] : null;
    },
    reload: () => call('batches.get', { batch_id: batchId }),
    storeDraft: (content) => {
      if (content === null && stored === null) return;
      stored = content;
      // A draft is a help, not a record: when it cannot be kept, typing must go on all the same.
      const done = content === null ? call('drafts.drop', { form }) : call('drafts.save', { form, content });
      done.catch(() => {
        stored = undefined;
      });
    },
  };
}

function isField(name: string): name is EntryField {
  return (entryFields as readonly string[]).includes(name);
}

export interface Desk {
  readonly desk: EntryDesk;
  readonly view: DeskView;
  readonly register: UseFormRegister<TypedForm>;
}

interface Opened {
  readonly batch: Batch;
  readonly ethnicity: boolean;
  readonly closed: boolean;
  readonly draft: string | null;
}

/** The desk of a batch, bound to the inputs of the form and to the calls. Texts stay in the inputs alone. */
export function useDesk({ batch, ethnicity, closed, draft }: Opened): Desk {
  const { register, setValue } = useForm<TypedForm>({ defaultValues: newForm(batch.next_number, '') });
  const [desk] = useState(() => {
    const port: FieldPort = {
      // The inputs themselves are read, because a state may be one key behind them.
      read: () =>
        Object.fromEntries(entryFields.map((field) => [field, inputOf(field)?.value ?? ''])) as TypedForm,
      write: (typed) => {
        for (const field of entryFields) setValue(field, typed[field]);
      },
      writeOne: (field, text) => setValue(field, text),
      focus: (field) => {
        const input = inputOf(field);
        input?.focus();
        if (replaced.has(field)) input?.select();
        else input?.setSelectionRange(input.value.length, input.value.length);
      },
      current: () => {
        const active = document.activeElement;
        const name = active instanceof HTMLInputElement ? active.name : '';
        return isField(name) ? name : null;
      },
    };
    return new EntryDesk(port, deskDoor(batch.id), {
      ...batch,
      signedOn: batch.last_signed_on ? formatDate(batch.last_signed_on) : '',
      campaign: { from: batch.campaign_from, to: batch.campaign_to },
      ethnicity,
      closed,
      draft,
    });
  });
  const view = useSyncExternalStore(desk.subscribe, () => desk.view);
  useLayoutEffect(() => {
    desk.open();
    return () => desk.storeDraft();
  }, [desk]);
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'session' && event.session && !event.session.locked) desk.resume();
      }),
    [desk],
  );
  return { desk, view, register };
}
