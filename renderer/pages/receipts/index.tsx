import { VouchersPage } from '../vouchers/vouchers-page.tsx';

/** Phiếu thu. */
export default function ReceiptsPage() {
  return <VouchersPage kind="receipt" />;
}
