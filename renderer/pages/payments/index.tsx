import { VouchersPage } from '../vouchers/vouchers-page.tsx';

/** Phiếu chi, phân bổ. */
export default function PaymentsPage() {
  return <VouchersPage kind="payment" />;
}
