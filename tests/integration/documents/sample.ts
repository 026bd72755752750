import type {
  RegisterData,
  RegisterGroup,
  RegisterRow,
  SignatureMode,
} from '../../../electron/data/documents/index.ts';

const names = ['Vừ Bá Rê', 'Moong Phò Lư', 'Xeo Khăm Hương', 'LÒ THỊ ĐỨC', 'Già Y Dếnh', 'Cụt Thị Đoọc'];
const modes: SignatureMode[] = ['signed', 'thumbprint', 'represented', 'signed', 'not_yet', 'signed'];

/** Households that differ by their number, with every mode of signing among them. */
export function households(count: number, from = 0): RegisterRow[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const mode = modes[n % modes.length] ?? 'signed';
    return {
      head_name: `${names[n % names.length] ?? ''} ${n + 1}`,
      birth: n % 3 === 0 ? '1990-10-08' : String(1940 + (n % 60)),
      member_count: 1 + (n % 11),
      signed_on: mode === 'not_yet' ? null : '2023-05-19',
      signature_mode: mode,
      note: n % 17 === 5 ? 'Vợ ký thay' : '',
      reason: mode === 'not_yet' ? 'works_elsewhere' : null,
      ethnicity_name: 'Khơ Mú',
    };
  });
}

/** One household that has signed, with what differs. */
export function household(more: Partial<RegisterRow>): RegisterRow {
  return {
    head_name: 'Vừ Bá Rê',
    birth: '1978',
    member_count: 5,
    signed_on: '2023-05-19',
    signature_mode: 'signed',
    note: '',
    ...more,
  };
}

/** Villages of the given sizes. */
export function villages(sizes: readonly number[]): RegisterGroup[] {
  let from = 0;
  return sizes.map((size, index) => {
    const group = { village_name: `Huồi Đun ${index + 1}`, rows: households(size, from) };
    from += size;
    return group;
  });
}

export const agency = {
  parent_agency: 'Công an tỉnh Nghệ An',
  own_agency: 'Công an huyện Kỳ Sơn',
  place_name: 'Kỳ Sơn',
  signer_title: 'Trưởng Công an huyện',
  signer_rank: 'Thượng tá',
  signer_name: 'Nguyễn Văn A',
};

/** A commune's register with what differs from the usual. */
export function registerData(sizes: readonly number[], more: Partial<RegisterData> = {}): RegisterData {
  return {
    scope: 'commune',
    commune_name: 'Huồi Tụ',
    commune_type: 'xã',
    campaign: { title: 'Không vi phạm pháp luật, không tham gia tệ nạn xã hội', year: 2023 },
    agency,
    document_date: '2024-03-05',
    chain_head: '9f3c'.repeat(16),
    sample: false,
    internal: false,
    columns: { ethnicity: false, signature: false },
    groups: villages(sizes),
    ...more,
  };
}
