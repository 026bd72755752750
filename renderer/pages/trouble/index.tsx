/** Holds the place of its page. */
export default function Page(_: { readonly onDone?: () => void }) {
  return null;
}
