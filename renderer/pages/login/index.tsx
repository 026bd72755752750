/** Log-in. */
export function LoginPage() {
  return null;
}
