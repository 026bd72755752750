import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShownRecord } from '../../shared/api/records.ts';
import { png } from '../unit/attachments/samples.ts';
import { forumKit, type ForumKit } from './opinions/kit.ts';
import { unsignedForm, withOnePledge, type TakenPage } from './taken-page.ts';

// That a household refused to sign is written down nowhere; the same words about anything else are ordinary ones.

let kit: ForumKit;
let desk: string;
let chosen: string;
let village_id: number;
const call: TakenPage['call'] = (name, input) => kit.page.call(name, input);
const ask: TakenPage['ask'] = (name, input) => kit.page.ask(name, input);
const note = 'Từ chối ký';
const reason = `Hộ ${note}`;

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'ba-yen-desk-'));
  kit = await forumKit({ chooseFiles: () => [chosen] });
  village_id = await withOnePledge(kit.page);
});
afterAll(async () => {
  expect(kit.page.log).toEqual([]);
  await kit.page.end();
  rmSync(desk, { recursive: true, force: true });
});

/** The input that attaches a chosen picture of that name to a record. */
async function picture(owner_kind: string, owner_id: number, name: string, about: string | null) {
  chosen = join(desk, name);
  writeFileSync(chosen, Buffer.concat([png(20, 10), Buffer.from(name)]));
  const [found] = await kit.page.value<{ file: string }[]>('attachments.choose');
  return { owner_kind, owner_id, file: found?.file, original: true, note: about };
}
const draftOf = async (form: string) =>
  (await kit.page.value<{ content: string | null }>('drafts.get', { form })).content;

test('no form, batch, household or breach tells of it, whatever screen the words come from', async () => {
  const form = { ...unsignedForm, form_number: 2, head_name: 'Vừ Bá Tủa' };
  expect(await call('pledges.save', { batch_id: 1, ...form, note })).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { note: expect.any(String) as string } },
  });
  expect(await ask('pledges.save', { batch_id: 1, ...form, note: 'vắng' })).toBe('ok');
  const named = { ...form, form_number: 3, head_name: 'Vừ Bá Rê (từ chối ký)' };
  expect(await ask('pledges.save', { batch_id: 1, ...named })).toBe('invalid');
  expect(await ask('batches.close', { batch_id: 1, version: 1, note })).toBe('invalid');
  expect(await ask('pledges.void', { pledge_id: 1, version: 1, reason })).toBe('invalid');
  const { head_name, birth, sex, member_count } = form;
  const head = { head_name, birth, sex, member_count };
  expect(await ask('households.add', { village_id, ...head, note })).toBe('invalid');
  expect(await ask('households.add', { village_id, ...head, head_name: named.head_name })).toBe('invalid');
  expect(await ask('households.void', { id: 1, version: 1, reason })).toBe('invalid');
  const moved = { id: 1, version: 1, event_on: '2023-06-01', note };
  expect(await ask('households.move_out', moved)).toBe('invalid');
});

test('no reason of a change in a breach or a campaign tells of it', async () => {
  const { version, ...pledge } = await kit.page.value<ShownRecord>('records.get', { kind: 'pledge', id: 1 });
  const { form_number, head_name, birth, sex, member_count } = pledge;
  const signed = { signature_mode: 'signed', reason: null, signed_on: '2023-05-10', note: null };
  const form = { form_number, head_name, birth, sex, member_count, ethnicity: null, ...signed };
  await kit.page.value('pledges.correct', { pledge_id: 1, version, ...form });
  const values = { pledge_id: 1, decision_number: '1/QĐ', decision_on: '2023-06-01', note: null };
  const kind = 'pledge_breach';
  expect(await ask('records.create', { kind, values, reason: 'nhập bù' })).toBe('ok');
  const refusals: [string, object][] = [
    ['records.create', { kind, values: { ...values, note } }],
    ['records.create', { kind, values, reason }],
    ['records.update', { kind, id: 1, version: 1, values, reason }],
    ['records.void', { kind, id: 1, version: 1, reason }],
    ['records.restore', { kind, id: 1, version: 1, reason }],
    ['records.void', { kind: 'pledge_campaign', id: 1, version: 1, reason }],
  ];
  for (const [name, input] of refusals)
    expect(await call(name, input), name).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('no attachment of a household or a pledge tells of it, nor why it was voided', async () => {
  for (const [kind, id] of [
    ['pledge', 1],
    ['household', 1],
  ] as const) {
    expect(await ask('attachments.add', await picture(kind, id, 'to-1.png', reason))).toBe('invalid');
    expect(await ask('attachments.add', await picture(kind, id, `${reason}.png`, null))).toBe('invalid');
    const input = await picture(kind, id, `${kind}.png`, 'ảnh tờ');
    const added = await kit.page.value<{ id: number; version: number }>('attachments.add', input);
    expect(await ask('attachments.void', { ...added, reason })).toBe('invalid');
    const { version } = await kit.page.value<{ version: number }>('attachments.void', {
      ...added,
      reason: 'mờ',
    });
    expect(await ask('attachments.restore', { ...added, version, reason })).toBe('invalid');
  }
});

test('no draft of such a form keeps it, and a name that is no form keeps nothing', async () => {
  const content = JSON.stringify({ sheets: [{ typed: { head_name: 'Vừ Bá Rê', note } }], [note]: 1 });
  const kept = JSON.stringify({ sheets: [{ typed: { head_name: 'Vừ Bá Rê', note: '' } }] });
  for (const form of ['stack:1', 'pledge:1', 'pledge_breach:new', 'household:1:move', 'unknown:new']) {
    expect(await ask('drafts.save', { form, content }), form).toBe('ok');
    expect(await draftOf(form), form).toBe(kept);
    expect(await ask('drafts.save', { form, content: reason }), form).toBe('invalid');
  }
  for (const form of [note, 'x', 'stack:1; tu choi', ''])
    expect(await ask('drafts.save', { form, content: '{}' }), form).toBe('invalid');
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  expect(await ask('drafts.save', { form: 'stack:1', content: deep })).toBe('ok');
});

test('the trail of all this has no such word', async () => {
  await kit.page.logIn('quantri');
  const trail = JSON.stringify(await call('audit.list', {}));
  expect(trail.normalize('NFC').toLowerCase()).not.toContain('từ chối');
  await kit.page.logIn('lan');
});

test('a document about a refused licence is written, changed, drafted and voided like any other', async () => {
  const values = {
    ...{ dated: '2024-03-05', doc_type: 'report', issuing_agency: 'Công an huyện', doc_number: '05/BC-CAH' },
    ...{ doc_summary: 'Về việc từ chối cấp phép kinh doanh karaoke', addressee: 'people_committee' },
    ...{ signed_result: 'signed', signed_on: '2024-03-05' },
  };
  const kind = 'advisory_document';
  const typed = JSON.stringify(values);
  await kit.page.value('drafts.save', { form: `${kind}:new`, content: typed });
  expect(await draftOf(`${kind}:new`)).toBe(typed);
  const made = await call('records.create', { kind, values, reason: 'cơ quan cấp trên từ chối' });
  expect(made).toMatchObject({ ok: true });
  const { id, version } = (made.ok ? made.value : {}) as { id: number; version: number };
  const input = await picture(kind, id, 'Công văn từ chối.png', 'bản từ chối cấp phép');
  const file = await kit.page.value<{ id: number; version: number }>('attachments.add', input);
  expect(await ask('attachments.void', { ...file, reason: 'bị từ chối tiếp nhận' })).toBe('ok');
  expect(await ask('records.void', { kind, id, version, reason: 'UBND từ chối nhận văn bản' })).toBe('ok');
});

test('an opinion about having been refused is typed, drafted, handled and taken back like any other', async () => {
  const forum = await kit.forum();
  const content = 'Bị từ chối làm căn cước, khước từ nhiều lần.';
  const draft = JSON.stringify({ content });
  await kit.page.value('drafts.save', { form: `opinion:${forum}`, content: draft });
  expect(await draftOf(`opinion:${forum}`)).toBe(draft);
  const { id } = await kit.add(forum, { content });
  await kit.step(id, 'refer', {
    responsible_agency: 'UBND xã',
    note: 'Công an xã từ chối vì không có thẩm quyền',
  });
  const { version } = await kit.opinion(id);
  const undone = { id, version, reason: 'UBND xã từ chối nhận' };
  expect(await ask('opinions.undo_step', undone)).toBe('ok');
  expect((await kit.opinion(id))['content']).toBe(content);
});
