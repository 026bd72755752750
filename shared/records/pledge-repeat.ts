import { defineKind } from './kind.ts';
import { signatureModes } from './pledge.ts';

export const repeatResolutions = { keep_first: 'giữ tờ đầu', take_repeat: 'lấy theo tờ sau' } as const;

/**
 * Tờ trùng: the same form once more. It keeps its form number and counts towards the cover count; where its
 * signing date or mode differ from the first form, it waits in the list "cần đối chiếu".
 */
export const pledgeRepeat = defineKind({
  name: 'pledge_repeat',
  number: 6,
  label: 'tờ trùng',
  title: 'Cần đối chiếu',
  nameField: 'form_number',
  order: { newest: 'form_number' },
  empty: 'Không có tờ nào cần đối chiếu.',
  ownCalls: true,
  fields: {
    campaign_id: {
      type: 'reference',
      kind: 'pledge_campaign',
      label: 'Đợt cam kết',
      required: true,
      filter: true,
    },
    commune_id: { type: 'unit', level: 'commune', label: 'Xã', required: true, filter: true },
    batch_id: { type: 'reference', kind: 'pledge_batch', label: 'Tập tờ' },
    pledge_id: { type: 'reference', kind: 'pledge', label: 'Tờ đầu', required: true },
    form_number: { type: 'integer', label: 'Số tờ', required: true, min: 1, max: 999_999, column: 80 },
    signature_mode: {
      type: 'choice',
      label: 'Hình thức trên tờ sau',
      required: true,
      options: signatureModes,
      column: 120,
    },
    signed_on: { type: 'date', label: 'Ngày ký trên tờ sau', column: 110 },
    conflict: { type: 'flag', label: 'Khác tờ đầu', required: true, filter: true },
    resolution: { type: 'choice', label: 'Cách giải quyết', options: repeatResolutions, column: 140 },
    resolution_note: { type: 'text', label: 'Ghi chú đối chiếu', max: 500 },
  },
});
