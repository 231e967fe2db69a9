/** Why somebody's word does not accept a verdict. */
export type Refusal =
  | { readonly why: 'author' | 'role' | 'role-unknown' | 'editor' | 'no-reason' }
  | { readonly why: 'names'; readonly missing: readonly string[] };
