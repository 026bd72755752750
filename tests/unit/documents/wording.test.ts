import { describe, expect, it } from 'vitest';
import { agencySignature, villageChief } from '../../../electron/data/documents/signatures.ts';
import { capitals } from '../../../electron/data/documents/letterhead.ts';
import { registerColumns } from '../../../electron/data/documents/register-columns.ts';
import { closingSentences } from '../../../electron/data/documents/register.ts';
import {
  areaLine,
  campaignLine,
  fileName,
  moneyInWords,
  villageLabel,
} from '../../../electron/data/documents/wording.ts';

describe('the closing sentences', () => {
  it.each([
    [665, 635, 'Danh sách này có 665 hộ, trong đó 635 hộ đã ký, đạt 95,5%.', 'Sáu trăm sáu mươi lăm'],
    [20, 19, 'Danh sách này có 20 hộ, trong đó 19 hộ đã ký, đạt 95,0%.', 'Hai mươi'],
    [
      1491,
      1491,
      'Danh sách này có 1.491 hộ, trong đó 1.491 hộ đã ký, đạt 100%.',
      'Một nghìn bốn trăm chín mươi mốt',
    ],
    [2000, 1999, 'Danh sách này có 2.000 hộ, trong đó 1.999 hộ đã ký, đạt 99,9%.', 'Hai nghìn'],
    [1, 0, 'Danh sách này có 1 hộ, trong đó 0 hộ đã ký, đạt 0,0%.', 'Một'],
    [0, 0, 'Danh sách này có 0 hộ, trong đó 0 hộ đã ký.', 'Không'],
  ])('say %i households, %i signed', (rows, signed, sentence, words) => {
    expect(closingSentences(rows, signed)).toEqual([sentence, `Bằng chữ: ${words} hộ.`]);
  });
});

describe('names of places', () => {
  it('put the kind of village in front unless the name has it', () => {
    expect(['Huồi Đun', 'Khối 1', 'Bản Cánh', 'Thôn Đồng', 'Bảnh Xa'].map(villageLabel)).toEqual([
      'Bản Huồi Đun',
      'Khối 1',
      'Bản Cánh',
      'Thôn Đồng',
      'Bản Bảnh Xa',
    ]);
  });

  it('name the commune, and before it the village where the document is the village’s', () => {
    const commune = { commune_name: 'Mường Xén', commune_type: 'thị trấn' };
    expect(areaLine({ ...commune, scope: 'commune' })).toBe('Thị trấn Mường Xén');
    expect(areaLine({ ...commune, scope: 'village', village_name: 'Khối 1' })).toBe(
      'Khối 1, thị trấn Mường Xén',
    );
  });

  it('give the campaign its year once', () => {
    expect(campaignLine({ title: 'Không vi phạm pháp luật', year: 2023 })).toBe(
      'Không vi phạm pháp luật năm 2023',
    );
    expect(campaignLine({ title: 'Cam kết năm 2023', year: 2023 })).toBe('Cam kết năm 2023');
  });
});

describe('signers', () => {
  it('call the chief by the kind of village', () => {
    const title = (name: string, type: string) => villageChief(name, type).titles[0];
    expect(title('Huồi Đun', 'xã')).toBe('Trưởng bản');
    expect(title('Khối 1', 'xã')).toBe('Trưởng khối');
    expect(title('Hòa Sơn', 'Thị trấn')).toBe('Trưởng khối');
    expect(title('Bản Cánh', 'thị trấn')).toBe('Trưởng bản');
  });

  it('let a deputy sign for the head', () => {
    const agency = {
      parent_agency: '',
      own_agency: 'Công an xã Huồi Tụ',
      place_name: 'Huồi Tụ',
      signer_title: 'Trưởng Công an xã',
      signer_rank: '',
      signer_name: 'Vừ Bá Rê',
    };
    expect(agencySignature(agency)).toEqual({ titles: ['Trưởng Công an xã'], name: 'Vừ Bá Rê' });
    expect(
      agencySignature({ ...agency, signer_rank: 'Thiếu tá', deputy_title: 'Phó Trưởng Công an xã' }),
    ).toEqual({
      titles: ['KT. Trưởng Công an xã', 'Phó Trưởng Công an xã'],
      name: 'Thiếu tá Vừ Bá Rê',
    });
  });

  it('are printed in Vietnamese capitals', () => {
    expect(capitals('Trưởng Công an huyện đồn ặẫ')).toBe('TRƯỞNG CÔNG AN HUYỆN ĐỒN ẶẪ');
  });
});

it('the columns of a register fill the text area of 165 mm exactly', () => {
  for (const ethnicity of [false, true]) {
    for (const signature of [false, true]) {
      const columns = registerColumns({ internal: false, columns: { ethnicity, signature } });
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(165);
    }
  }
});

describe('an amount on a voucher', () => {
  it.each([
    [0, 'Không đồng'],
    [1_491, 'Một nghìn bốn trăm chín mươi mốt đồng'],
    [100_000_000, 'Một trăm triệu đồng'],
    [-700_000, 'Âm bảy trăm nghìn đồng'],
  ])('of %d đ is written "%s"', (amount, words) => {
    expect(moneyInWords(amount)).toBe(words);
  });
});

it('names a file by its title, without diacritics and signs', () => {
  expect(fileName('Phiếu thu PT 05/2023')).toBe('phieu-thu-pt-05-2023');
  expect(fileName('Đoọc Mạy, đợt 1')).toBe('dooc-may-dot-1');
});
