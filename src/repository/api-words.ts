/** What went wrong at GitHub, in one line: `403 Resource not accessible by integration`. Without the request's content. */
export function apiWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { status, message, errors } = error as Error & { status?: number; errors?: readonly { message: string }[] };
  // The client's own message for an answer of GraphQL is a heading above what GitHub said.
  const said = errors?.[0]?.message ?? message;
  const [line = ''] = said.replace(/ - https?:\S+$/, '').split('\n');
  const short = line.length > 200 ? `${line.slice(0, 200)}...` : line.replace(/\.$/, '');
  return status === undefined || short.startsWith(String(status)) ? short : `${status} ${short}`;
}

/** Whether the token may not do this, however often it is tried. A rate limit comes as a 403 too, and passes. */
export function isForbidden(error: unknown): boolean {
  const { status, message = '' } = error as { status?: number; message?: string };
  if (/rate limit/i.test(message)) return false;
  return status === 403 || status === 401 || /not accessible by integration|forbidden/i.test(message);
}

/** Whether a rule of the repository forbids it, whatever the token may do: 403, 422, or a GraphQL error without a status. */
export const isAgainstRules = (error: unknown): boolean =>
  /rule violations|protected branch/i.test((error as { message?: string }).message ?? '');

/** Whether the conversation is closed to newcomers: a 403 that no permission of a workflow's token changes. */
export const isLocked = (error: unknown): boolean => /\blocked\b/i.test((error as { message?: string }).message ?? '');

export const hasStatus = (error: unknown, ...statuses: readonly number[]): boolean =>
  statuses.includes((error as { status?: number }).status ?? 0);
