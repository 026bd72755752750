const KEY = 'ba-yen.login';

/** The log-in name used last on this machine, so that its owner only types the password; empty when unknown. */
export function lastLogin(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the log-in name for the next time. */
export function keepLogin(login: string): void {
  try {
    localStorage.setItem(KEY, login);
  } catch {
    // Then it is typed or chosen the next time.
  }
}
