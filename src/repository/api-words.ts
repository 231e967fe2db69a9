/** What went wrong at GitHub, in one line: `403 Resource not accessible by integration`. Without the request's content. */
export function apiWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { status, message } = error as Error & { status?: number };
  const [line = ''] = message.replace(/ - https?:\S+$/, '').split('\n');
  const short = line.length > 200 ? `${line.slice(0, 200)}...` : line;
  return status === undefined || short.startsWith(String(status)) ? short : `${status} ${short}`;
}

/** Whether the token may not do this, however often it is tried. */
export function isForbidden(error: unknown): boolean {
  const { status, message = '' } = error as { status?: number; message?: string };
  return status === 403 || status === 401 || /not accessible by integration|forbidden/i.test(message);
}

export const hasStatus = (error: unknown, ...statuses: readonly number[]): boolean =>
  statuses.includes((error as { status?: number }).status ?? 0);
