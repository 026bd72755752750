import { cleanText } from '../vietnamese/text.ts';

/** Why a document with a secrecy grade is refused (Luật Bảo vệ bí mật nhà nước). */
export const secrecyRefused =
  'Ba Yên không dùng cho bí mật nhà nước: không nhập văn bản có độ mật. Hãy vào sổ văn bản mật theo quy định.';

const grade = /(?:^|[\s("“:,;–-])(?:độ\s+mật|tuyệt\s+mật|tối\s+mật)(?=$|[\s)"”:,;.–-])/iu;
const stamp = /(?:^|[("“]\s*)(?:MẬT|Mật)(?=\s*[)"”]|\s*$|\s*[:.–-]\s)/u;
const symbolGrade = /\((?:M|TM|TUM|TuM)\)\s*$/u;

/**
 * Whether a text bears a secrecy grade: "Mật" as a stamp, "Tối mật", "Tuyệt mật", "Độ mật: …", or a symbol that
 * ends in "(M)". "Bảo vệ bí mật nhà nước" as a subject bears none.
 */
export function bearsSecrecy(text: string): boolean {
  const clean = cleanText(text);
  return grade.test(clean) || stamp.test(clean) || symbolGrade.test(clean);
}
