import { describe, expect, test } from 'vitest';
import type { BatchForm } from '../../../../shared/api/batches.ts';
import type { PledgeForm } from '../../../../shared/api/pledge-form.ts';
import type { SavedForm } from '../../../../shared/api/pledges.ts';
import { FailureError } from '../../../../shared/failure.ts';
import { EntryDesk } from '../../../../renderer/entry/desk.ts';
import type { DeskDoor } from '../../../../renderer/entry/desk-view.ts';
import type { EntryField, TypedForm } from '../../../../renderer/entry/fields.ts';
import type { CheckQuestion, Warning } from '../../../../renderer/entry/warnings.ts';
import { newForm } from '../../../../renderer/entry/typed-form.ts';

const noCounts = { forms: 0, signed: 0, thumbprint: 0, represented: 0, not_yet: 0, repeats: 0, conflicts: 0 };
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function rowOf(form: PledgeForm): BatchForm {
  return {
    ...form,
    pledge_id: form.form_number,
    repeat_id: null,
    version: 1,
    repeat: false,
    conflict: false,
    warnings: [],
  };
}

/** A desk whose inputs are an object, driven by the keys that a clerk presses. */
function makeDesk(door: Partial<DeskDoor> = {}, draft: string | null = null) {
  let typed: TypedForm = newForm(0, '');
  let focus: EntryField = 'head_name';
  const saved: PledgeForm[] = [];
  const drafts: (string | null)[] = [];
  const save = (form: PledgeForm): Promise<SavedForm> => {
    saved.push(form);
    return Promise.resolve({
      outcome: 'saved',
      pledge_id: form.form_number,
      household_id: 1,
      conflict: false,
      linked: false,
      next_number: form.form_number + 1,
      counts: { ...noCounts, forms: saved.length },
      last: rowOf(form),
    });
  };
  const desk = new EntryDesk(
    {
      read: () => ({ ...typed }),
      write: (form) => (typed = { ...form }),
      writeOne: (field, text) => (typed = { ...typed, [field]: text }),
      focus: (field) => {
        const left = focus;
        focus = field;
        if (left !== field) desk.left(left);
      },
      current: () => focus,
    },
    {
      save,
      check: () => Promise.resolve([]),
      correct: () => Promise.resolve(),
      ethnicityOf: () => Promise.resolve(null),
      reload: () => Promise.resolve({ counts: noCounts, last_forms: [], next_number: 1 }),
      storeDraft: (content) => drafts.push(content),
      today: () => '2023-12-31',
      ...door,
    },
    {
      counts: noCounts,
      last_forms: [],
      next_number: 1,
      signedOn: '11/05/2023',
      campaign: { from: '2023-01-01', to: '2023-12-31' },
      ethnicity: false,
      closed: false,
      draft,
    },
  );
  desk.open();
  const type = (text: string) => (typed = { ...typed, [focus]: text });
  const enter = () => desk.enter(focus);
  const form = (texts: readonly string[]) => {
    for (const text of texts) {
      if (text !== '') type(text);
      enter();
    }
  };
  return { desk, saved, drafts, type, enter, form, typed: () => typed, focus: () => focus };
}

const first = ['Vừ Bá Rê', '1990', '1', '6', ''];

describe('the desk', () => {
  test('five Enters save a form and lay the next, with its number and the date last used', async () => {
    const { saved, form, typed, focus } = makeDesk();
    form([...first.slice(0, 4), '12052023']);
    await settle();
    expect(saved).toMatchObject([{ form_number: 1, head_name: 'Vừ Bá Rê', signed_on: '2023-05-12' }]);
    expect(typed()).toEqual(newForm(2, '12/05/2023'));
    expect(focus()).toBe('head_name');
  });

  test('typing goes on while saves take long, and they are made in order', async () => {
    const waiting: (() => void)[] = [];
    const order: number[] = [];
    const { form, desk } = makeDesk({
      save: (values) =>
        new Promise((_resolve, reject) => {
          order.push(values.form_number);
          waiting.push(() => reject(new FailureError({ code: 'internal', text: 'x' })));
        }),
    });
    form(first);
    form(['Lầu Y Mỷ', '1985', '2', '4', '']);
    await settle();
    expect(order).toEqual([1]);
    expect(desk.view.queued.map(({ state }) => state)).toEqual(['saving', 'waiting']);
    waiting[0]?.();
    await settle();
    expect(order).toEqual([1, 2]);
  });

  test('a refused save comes back as a row and can be taken into the fields; what was begun is put aside', async () => {
    let refuse = true;
    const saved: PledgeForm[] = [];
    const inner = makeDesk({
      save: async (values) => {
        if (refuse) throw new FailureError({ code: 'form_number_taken', text: 'Số tờ 1 đã dùng.' });
        saved.push(values);
        return {
          outcome: 'saved',
          pledge_id: 1,
          household_id: 1,
          conflict: false,
          linked: false,
          next_number: 9,
          counts: noCounts,
          last: rowOf(values),
        };
      },
    });
    inner.form(first);
    await settle();
    expect(inner.desk.view.queued).toMatchObject([
      { state: 'failed', failure: { text: 'Số tờ 1 đã dùng.' } },
    ]);
    inner.type('Lầu Y');
    await inner.desk.openLast();
    expect(inner.typed()).toMatchObject({ head_name: 'Vừ Bá Rê', form_number: '1' });
    expect(inner.focus()).toBe('form_number');
    refuse = false;
    inner.type('8');
    inner.desk.finish(true);
    await settle();
    expect(saved).toMatchObject([{ form_number: 8, head_name: 'Vừ Bá Rê' }]);
    expect(inner.typed().head_name).toBe('Lầu Y');
  });

  test('soft errors lead the last Enter to the note; Ctrl+Enter saves with them', async () => {
    const warning = { field: 'birth', text: 'Trùng họ tên và năm sinh với tờ số 3.' };
    const { desk, form, focus, saved, enter } = makeDesk({ check: () => Promise.resolve([warning]) });
    form(first.slice(0, 4));
    await settle();
    enter();
    expect(focus()).toBe('note');
    expect(desk.view.warnings).toEqual([warning]);
    enter();
    await settle();
    expect(saved).toEqual([]);
    desk.finish(true);
    await settle();
    expect(saved).toHaveLength(1);
  });

  test('an answer that comes after the last Enter brings the form back before it is saved', async () => {
    const warning = { field: 'birth', text: 'Chủ hộ 101 tuổi.' };
    let answer: (warnings: (typeof warning)[]) => void = () => undefined;
    const { form, focus, saved, typed } = makeDesk({
      check: () => new Promise((resolve) => (answer = resolve)),
    });
    form(first);
    expect(typed().head_name).toBe('');
    answer([warning]);
    await settle();
    expect(saved).toEqual([]);
    expect(typed().head_name).toBe('Vừ Bá Rê');
    expect(focus()).toBe('note');
  });

  test('it never interrupts a form that is begun: the late one is held as a row', async () => {
    let answer: (warnings: { field: string; text: string }[]) => void = () => undefined;
    const { desk, form, type, saved, typed, focus } = makeDesk({
      check: () => new Promise((resolve) => (answer = resolve)),
    });
    form(first);
    const late = answer;
    type('L');
    late([{ field: 'birth', text: 'x' }]);
    await settle();
    expect(saved).toEqual([]);
    expect(desk.view.queued).toMatchObject([{ state: 'held' }]);
    expect(typed().head_name).toBe('L');
    expect(focus()).toBe('head_name');
  });

  test('a hard error keeps the form and leads to its field', async () => {
    const { desk, form, focus, saved } = makeDesk();
    form(['Vừ Bá Rê', '31021990', '1', '0', '']);
    await settle();
    expect(saved).toEqual([]);
    expect(focus()).toBe('birth');
    expect(desk.view.errors).toEqual({ birth: expect.any(String), member_count: expect.any(String) });
  });

  test('a date outside the campaign is a soft error, known at once', () => {
    const { desk, form, focus } = makeDesk();
    form([...first.slice(0, 4), '11052022']);
    expect(focus()).toBe('note');
    expect(desk.view.warnings[0]?.field).toBe('signed_on');
  });

  test('number and note are reached by a key, and Enter leads back', () => {
    const { desk, form, focus, enter, type } = makeDesk();
    form(['Vừ Bá Rê', '1990']);
    desk.goTo('form_number');
    type('40');
    enter();
    expect(focus()).toBe('sex');
    desk.goTo('note');
    enter();
    expect(focus()).toBe('sex');
  });

  test('while locked a form waits and is saved after unlocking', async () => {
    let locked = true;
    const done: number[] = [];
    const { desk, form } = makeDesk({
      save: async (values) => {
        if (locked) throw new FailureError({ code: 'locked', text: 'Đang khóa.' });
        done.push(values.form_number);
        return {
          outcome: 'saved',
          pledge_id: 1,
          household_id: 1,
          conflict: false,
          linked: false,
          next_number: 2,
          counts: noCounts,
          last: rowOf(values),
        };
      },
    });
    form(first);
    await settle();
    expect(desk.view.queued).toMatchObject([{ state: 'waiting' }]);
    locked = false;
    desk.resume();
    await settle();
    expect(done).toEqual([1]);
    expect(desk.view.queued).toEqual([]);
  });

  test('drafts hold what is begun, come back, and never hold a refusal', async () => {
    const { desk, drafts, form, type } = makeDesk();
    form(['Vừ Bá Rê', '1990']);
    desk.setMode('not_yet');
    desk.goTo('note');
    type('từ chối ký');
    desk.storeDraft();
    const kept = drafts.at(-1) ?? null;
    expect(kept).toContain('Vừ Bá Rê');
    expect(kept).not.toContain('chối');
    const again = makeDesk({}, kept);
    expect(again.typed()).toMatchObject({ head_name: 'Vừ Bá Rê', birth: '1990', form_number: '1' });
    expect(again.desk.view).toMatchObject({ mode: 'not_yet', restored: true });
    await settle();
  });

  test('the last saved form is one key away and gives way to the begun one', async () => {
    const corrected: PledgeForm[] = [];
    const { desk, form, type, typed } = makeDesk({
      correct: (_row, values) => {
        corrected.push(values);
        return Promise.resolve();
      },
    });
    form(first);
    await settle();
    type('Lầu');
    await desk.openLast();
    expect(typed()).toMatchObject({ head_name: 'Vừ Bá Rê', sex: 'Nam', signed_on: '11/05/2023' });
    type('Vừ Bá Rế');
    desk.finish(true);
    await settle();
    expect(corrected).toMatchObject([{ head_name: 'Vừ Bá Rế' }]);
    expect(typed()).toMatchObject({ head_name: 'Lầu', form_number: '2' });
  });

  test('a closed campaign: forms wait, the reason is asked once and goes with all that follow', async () => {
    const reasons: (string | undefined)[] = [];
    const { desk, saved, form } = makeDesk();
    const closedDoor = makeDesk({
      save: (_values, reason) => {
        reasons.push(reason);
        return Promise.reject(
          new FailureError({ code: reason === undefined ? 'campaign_closed' : 'internal', text: 'x' }),
        );
      },
    });
    closedDoor.form(first);
    closedDoor.form(['Lầu Y Mỷ', '1985', '2', '4', '']);
    await settle();
    expect(closedDoor.desk.view.needsReason).toBe(true);
    expect(closedDoor.desk.view.queued.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    closedDoor.desk.giveReason('tờ nộp muộn');
    await settle();
    expect(closedDoor.desk.view.needsReason).toBe(false);
    expect(reasons).toEqual([undefined, 'tờ nộp muộn', 'tờ nộp muộn']);
    form(first);
    await settle();
    expect([saved.length, desk.view.needsReason]).toEqual([1, false]);
  });

  test('the whole form is asked about once its members are typed; an older answer never hides a newer one', async () => {
    const asked: CheckQuestion[] = [];
    const answers: ((warnings: readonly Warning[]) => void)[] = [];
    const { desk, form } = makeDesk({
      check: (question) => {
        asked.push(question);
        return new Promise((resolve) => answers.push(resolve));
      },
    });
    form(first.slice(0, 4));
    expect(asked.at(-1)).toMatchObject({
      head_name: 'Vừ Bá Rê',
      birth: '1990',
      sex: 'male',
      member_count: 6,
    });
    answers.at(-1)?.([{ field: 'member_count', text: 'Giống hệt tờ số 1' }]);
    await settle();
    for (const answer of answers.slice(0, -1)) answer([{ field: 'birth', text: 'Trùng họ tên' }]);
    await settle();
    expect(desk.view.warnings).toEqual([{ field: 'member_count', text: 'Giống hệt tờ số 1' }]);
  });
});
