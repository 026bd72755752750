import { FailureError } from '../../shared/failure.ts';

/**
 * An unexpected error for a log: its kind, its code and where it happened. Never its message, which may hold what a
 * person typed, a name or a key.
 */
export function errorInWords(error: unknown): string {
  return error instanceof Error ? `${error.name} ${codeOf(error)}\n${stackOf(error)}` : typeof error;
}

/** Writes an unexpected error to standard error. Typed failures are ordinary answers and are not logged. */
export function logError(where: string, error: unknown): void {
  if (error instanceof FailureError) return;
  process.stderr.write(`[ba-yen] ${where}: ${errorInWords(error)}\n`);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Only the frames, each of which ends with its place; a message may have lines that look like one. */
function stackOf({ stack = '', message }: Error): string {
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>|native)\)?$/.test(line))
    .join('\n');
}
