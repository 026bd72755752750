/** Lock. */
export function LockScreen() {
  return null;
}
