import { FailureError } from '../../shared/failure.ts';

/**
 * Writes an unexpected error to standard error: its kind and stack, never values, names or keys. Typed failures
 * are ordinary answers and are not logged.
 */
export function logError(where: string, error: unknown): void {
  if (error instanceof FailureError) return;
  const told = error instanceof Error ? `${error.name} ${codeOf(error)}\n${stackOf(error)}` : typeof error;
  process.stderr.write(`[ba-yen] ${where}: ${told}\n`);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Only the frames: the message may hold what a person typed. */
function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
