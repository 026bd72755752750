import { documentNumberFault } from '../vietnamese/document-number.ts';
import { documentTypeWords, type DocumentType } from '../vietnamese/document-types.ts';
import { defineKind } from './kind.ts';
import { bearsSecrecy, secrecyRefused } from './secrecy.ts';

export const addressees = {
  party_committee: 'Huyện ủy',
  people_council: 'HĐND',
  people_committee: 'UBND',
  other: 'cơ quan khác',
} as const;
export const signedResults = {
  reserved: 'giữ số, chờ văn bản',
  pending: 'chờ ký',
  signed: 'đã ký ban hành',
  returned: 'trả lại, sửa đổi',
  dropped: 'không ban hành',
} as const;

const graded = ['doc_number', 'doc_summary', 'note'] as const;

function documentRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const { doc_number, doc_type, other_book, addressee, addressee_other, signed_result, signed_on, dated } =
    values;
  const faults: Record<string, string> = {};
  for (const name of graded) {
    const text = values[name];
    if (typeof text === 'string' && bearsSecrecy(text)) faults[name] = secrecyRefused;
  }
  if (typeof doc_number === 'string' && typeof doc_type === 'string') {
    const fault = documentNumberFault(doc_number, doc_type as DocumentType);
    if (fault) faults['doc_number'] ??= fault;
  } else if (typeof doc_number !== 'string' && other_book !== true && signed_result === 'signed')
    faults['doc_number'] = 'Văn bản đã ký cần số, ký hiệu; hoặc chọn "Theo sổ riêng".';
  if (addressee === 'other' && !addressee_other) faults['addressee_other'] = 'Cần ghi tên cơ quan.';
  if (signed_result === 'signed' && typeof signed_on !== 'string') faults['signed_on'] = 'Cần ghi ngày ký.';
  if (typeof signed_on === 'string' && typeof dated === 'string' && signed_on < dated)
    faults['signed_on'] = 'Ngày ký trước ngày của văn bản.';
  return faults;
}

/** Văn bản tham mưu: what the office drafted for Party and government bodies, in a book unbroken per year. */
export const advisoryDocument = defineKind({
  name: 'advisory_document',
  number: 15,
  label: 'văn bản tham mưu',
  title: 'Văn bản tham mưu',
  nameField: 'doc_summary',
  order: { newest: 'dated' },
  day: 'dated',
  empty: 'Sổ chưa có văn bản nào. Hãy ghi văn bản đầu tiên của năm.',
  fields: {
    entry_year: {
      type: 'integer',
      label: 'Năm vào sổ',
      required: true,
      min: 1990,
      max: 2100,
      computed: true,
      filter: true,
    },
    entry_number: {
      type: 'integer',
      label: 'Số vào sổ',
      required: true,
      min: 1,
      max: 99_999,
      computed: true,
      column: 90,
      help: 'Chương trình tự cấp, liền nhau trong năm.',
    },
    dated: { type: 'date', label: 'Ngày văn bản', required: true, sticky: true, column: 120 },
    doc_type: {
      type: 'choice',
      label: 'Loại văn bản',
      required: true,
      sticky: true,
      filter: true,
      options: documentTypeWords,
      column: 130,
    },
    issuing_agency: {
      type: 'text',
      label: 'Cơ quan ban hành',
      required: true,
      max: 160,
      sticky: true,
      searchable: true,
      column: 200,
    },
    doc_number: {
      type: 'text',
      label: 'Số, ký hiệu',
      max: 60,
      searchable: true,
      column: 140,
      help: 'Ví dụ 05/BC-CAH.',
    },
    other_book: { type: 'flag', label: 'Theo sổ riêng', help: 'Số của văn bản nằm ở sổ khác.' },
    doc_summary: {
      type: 'text',
      label: 'Trích yếu',
      required: true,
      max: 1000,
      lines: true,
      searchable: true,
      column: 320,
    },
    drafting_officer_id: { type: 'reference', kind: 'officer', label: 'Cán bộ soạn thảo', column: 180 },
    addressee: {
      type: 'choice',
      label: 'Tham mưu cho',
      required: true,
      sticky: true,
      filter: true,
      options: addressees,
      spelled: { option: 'other', by: 'addressee_other' },
      column: 120,
    },
    addressee_other: {
      type: 'text',
      label: 'Cơ quan khác',
      max: 160,
      help: 'Chỉ ghi khi tham mưu cho cơ quan khác.',
    },
    signed_result: {
      type: 'choice',
      label: 'Kết quả',
      required: true,
      filter: true,
      options: signedResults,
      column: 130,
    },
    signed_on: { type: 'date', label: 'Ngày ký', column: 120 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: documentRules,
});
