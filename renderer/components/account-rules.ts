/** What a log-in name may look like, as react-hook-form takes it. */
export const loginPattern = {
  value: /^\s*[a-z0-9._-]{2,32}\s*$/,
  message: 'Chỉ dùng 2–32 chữ thường không dấu, chữ số, dấu chấm, gạch.',
};
export const loginHint = 'Chữ thường không dấu, ví dụ: lan hoặc nv.lan';

/** How long a password must be at least. */
export const leastPassword = { value: 10, message: 'Mật khẩu cần ít nhất 10 ký tự.' };
export const passwordHint = 'Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt';

/** The rule for a password typed again: the same as the first time. */
export const sameAs = (first: () => string) => (again: string) =>
  again === first() || 'Hai lần gõ chưa giống nhau.';
