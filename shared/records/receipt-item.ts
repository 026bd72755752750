import { defineKind } from './kind.ts';

/** Goods of a receipt in kind; their value in đồng is an estimate and is marked as one wherever it stands. */
export const receiptItem = defineKind({
  name: 'receipt_item',
  number: 25,
  label: 'hiện vật nhận',
  title: 'Hiện vật nhận',
  nameField: 'item_id',
  order: { newest: 'position' },
  empty: 'Phiếu này không có hiện vật.',
  ownCalls: true,
  fields: {
    receipt_id: { type: 'reference', kind: 'receipt', label: 'Phiếu thu', required: true, computed: true },
    position: { type: 'integer', label: 'Thứ tự', required: true, computed: true, min: 1, max: 200 },
    item_id: { type: 'reference', kind: 'in_kind_item', label: 'Hiện vật', required: true },
    quantity: { type: 'quantity', label: 'Số lượng', required: true },
    estimated_value: { type: 'money', label: 'Quy ra tiền (ước tính)' },
    expires_on: { type: 'date', label: 'Hạn dùng' },
  },
});
