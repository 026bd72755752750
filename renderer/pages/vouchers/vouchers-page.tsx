import { useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { useCall } from '../../app/data.ts';
import { useAsked } from '../../app/navigation.tsx';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import type { ListFilter } from '../../records/filters.ts';
import { ListFrame } from '../../records/list-frame.tsx';
import { RecordList } from '../../records/record-list.tsx';
import type { Written } from '../../records/record-table.tsx';
import { SidePanel } from '../../records/side-panel.tsx';
import { PaperView } from '../../paper/paper-view.tsx';
import { VoucherForm, type SavedVoucher } from './voucher-form.tsx';
import { numberOf, VoucherPanel } from './voucher-panel.tsx';

type Beside = { readonly id: number; readonly said?: string } | 'new' | null;

const saidOf = ({ number }: SavedVoucher): string =>
  number === null
    ? 'Đã lưu nháp, chưa có số.'
    : `Đã phát hành số ${String(number)}. F8 in phiếu, F4 lập phiếu tiếp.`;

/** The lists name a voucher as its paper does. */
const written: Readonly<Record<VoucherKind, Written>> = {
  receipt: { number: (record) => numberOf('receipt', record) },
  payment: { number: (record) => numberOf('payment', record) },
};

/** Receipts or payments: their list, and beside it the voucher or the form. */
export function VouchersPage({ kind }: { readonly kind: VoucherKind }) {
  const [beside, setBeside] = useState<Beside>(null);
  const [printing, setPrinting] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const [turn, setTurn] = useState(0);
  const [narrowed, setNarrowed] = useState<Partial<ListFilter>>({});
  const funds = useCall('funds.overview', {}, { deps: [round] });
  const all = funds.value ?? [];
  const open = all.filter((fund) => fund.open);
  const [only] = all.length === 1 ? all : open.length === 1 ? open : [];
  const fundId = only?.fund_id ?? null;
  const mayWrite = useMay('records.write');
  const changed = () => setRound((before) => before + 1);
  const startNew = () => {
    setTurn((before) => before + 1);
    setBeside('new');
  };
  useAsked(({ id, create, status }) => {
    if (typeof status === 'string') setNarrowed({ equal: { status: { value: status } } });
    if (typeof id === 'number') setBeside({ id });
    else if (create !== undefined && mayWrite) startNew();
  });
  const close = () => setBeside(null);
  const page = pageOf(kind === 'receipt' ? 'receipts' : 'payments');
  const add = mayWrite ? { label: `Lập ${kindOf(kind).label}`, run: startNew } : undefined;
  if (printing !== null)
    return (
      <PaperView
        title={kind === 'receipt' ? 'In phiếu thu' : 'In phiếu chi'}
        asked={
          kind === 'receipt'
            ? { job: 'receipt_paper.make', input: { receipt_ids: [printing] } }
            : { job: 'payment_paper.make', input: { payment_ids: [printing] } }
        }
        onBack={() => setPrinting(null)}
      />
    );
  return (
    <ListFrame
      title={page.title}
      detail={
        kind === 'receipt'
          ? 'Phiếu đã có số thì không sửa; sai thì hủy phiếu và lập phiếu khác.'
          : 'Chi tiền, xuất hiện vật; không bao giờ vượt số dư của quỹ.'
      }
      add={add}
    >
      <RecordList
        kind={kind}
        key={JSON.stringify(narrowed)}
        initial={narrowed}
        written={written[kind]}
        onOpen={({ id }) => setBeside({ id })}
        openId={beside !== null && beside !== 'new' ? beside.id : undefined}
        add={add}
        round={round}
      />
      {beside === 'new' && funds.value && (
        <SidePanel title={kind === 'receipt' ? 'Phiếu thu mới' : 'Phiếu chi mới'} onClose={close} width={560}>
          <VoucherForm
            key={turn}
            kind={kind}
            fundId={fundId}
            onSaved={(saved) => {
              changed();
              setBeside({ id: saved.id, said: saidOf(saved) });
            }}
            onCancel={close}
          />
        </SidePanel>
      )}
      {beside !== null && beside !== 'new' && (
        <VoucherPanel
          key={beside.id}
          kind={kind}
          id={beside.id}
          justSaved={beside.said}
          onPrint={setPrinting}
          onClose={close}
          onChanged={changed}
        />
      )}
    </ListFrame>
  );
}
