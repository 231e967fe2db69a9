import { HttpClient } from '@actions/http-client';

/** `fetch` that honours `https_proxy` and `no_proxy`, as GitHub's own actions do. */
export const throughProxy: typeof fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const dispatcher = new HttpClient().getAgentDispatcher(url);
  return fetch(input, { ...init, ...(dispatcher && { dispatcher }) } as RequestInit);
};
