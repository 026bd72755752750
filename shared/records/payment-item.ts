import { defineKind } from './kind.ts';

/** Goods that leave the store with a payment in kind. */
export const paymentItem = defineKind({
  name: 'payment_item',
  number: 27,
  label: 'hiện vật xuất',
  title: 'Hiện vật xuất',
  nameField: 'item_id',
  order: { newest: 'position' },
  empty: 'Phiếu này không có hiện vật.',
  ownCalls: true,
  fields: {
    payment_id: { type: 'reference', kind: 'payment', label: 'Phiếu chi', required: true, computed: true },
    position: { type: 'integer', label: 'Thứ tự', required: true, computed: true, min: 1, max: 200 },
    item_id: { type: 'reference', kind: 'in_kind_item', label: 'Hiện vật', required: true },
    quantity: { type: 'quantity', label: 'Số lượng', required: true },
  },
});
