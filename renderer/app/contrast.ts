/** The light theme, or the one for weak eyes and old monitors. */
export type Contrast = 'light' | 'high';

const KEY = 'ba-yen.contrast';
const listeners = new Set<(contrast: Contrast) => void>();

/** The theme chosen last on this machine; light where nothing was chosen or nothing can be stored. */
export function savedContrast(): Contrast {
  try {
    return localStorage.getItem(KEY) === 'high' ? 'high' : 'light';
  } catch {
    return 'light';
  }
}

/** Puts the theme's colours on the whole page. */
export function applyContrast(contrast: Contrast): void {
  document.documentElement.dataset['contrast'] = contrast;
}

/** Changes the theme now and for the next start. */
export function chooseContrast(contrast: Contrast): void {
  applyContrast(contrast);
  try {
    localStorage.setItem(KEY, contrast);
  } catch {
    // Without storage the choice holds until the program ends.
  }
  for (const listener of listeners) listener(contrast);
}

/** Listens to changes of the theme; gives the function that stops listening. */
export function onContrast(listener: (contrast: Contrast) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
