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
  if (isLimited(error)) return false;
  return status === 403 || status === 401 || /not accessible by integration|forbidden/i.test(message);
}

/** Whether the token has asked too much: it may again after a while. */
export const isLimited = (error: unknown): boolean => /rate limit/i.test((error as { message?: string }).message ?? '');

/** When it may: ` from 14:05 UTC on`; empty when GitHub does not say. */
export function againAt(error: unknown): string {
  const { response } = error as { response?: { headers?: Record<string, string | undefined> } };
  const reset = Number(response?.headers?.['x-ratelimit-reset']);
  const isUsedUp = response?.headers?.['x-ratelimit-remaining'] === '0';
  return isUsedUp && reset > 0 ? ` from ${new Date(reset * 1000).toISOString().slice(11, 16)} UTC on` : '';
}

/** Whether GitHub gives out no file of that size. It comes as a 403 too. */
export function isTooLarge(error: unknown): boolean {
  const { response } = error as { response?: { data?: { errors?: readonly { code?: string }[] } } };
  const told = response?.data?.errors;
  return (Array.isArray(told) && told.some(({ code }) => code === 'too_large')) || /too large/i.test(String(error));
}

/** Whether a rule of the repository forbids it, whatever the token may do: 403, 422, or a GraphQL error without a status. */
export const isAgainstRules = (error: unknown): boolean =>
  /rule violations|protected branch/i.test((error as { message?: string }).message ?? '');

/** Whether the conversation is closed to newcomers: a 403 that no permission of a workflow's token changes. */
export const isLocked = (error: unknown): boolean => /\blocked\b/i.test((error as { message?: string }).message ?? '');

export const hasStatus = (error: unknown, ...statuses: readonly number[]): boolean =>
  statuses.includes((error as { status?: number }).status ?? 0);

/** What the API's client throws when GitHub says no, or nothing. */
export const isApiError = (error: unknown): boolean =>
  error instanceof Error && 'request' in error && ('status' in error || 'errors' in error);
