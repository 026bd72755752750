import { expect, test } from 'vitest';
import { bearsSecrecy } from '../../../shared/records/secrecy.ts';

test.each([
  'Mật',
  'MẬT',
  '(Mật) Báo cáo tình hình',
  'Tối mật',
  'Độ mật: Mật',
  'báo cáo – TUYỆT MẬT',
  '12/BC-CAH(M)',
])('"%s" bears a secrecy grade', (text) => {
  expect(bearsSecrecy(text)).toBe(true);
  expect(bearsSecrecy(text.normalize('NFD'))).toBe(true);
});

test.each([
  'Kế hoạch bảo vệ bí mật nhà nước năm 2024',
  'Tuyên truyền Luật Bảo vệ bí mật nhà nước',
  'Hòm thư tố giác bí mật',
  'mật độ dân cư các bản biên giới',
  'Hỗ trợ nuôi ong lấy mật cho hộ nghèo',
  '12/BC-CAH',
])('"%s" bears none', (text) => {
  expect(bearsSecrecy(text)).toBe(false);
});
