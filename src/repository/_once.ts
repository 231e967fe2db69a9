/** Does it when it is first asked for, and never again. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

/** Asked twice for the same, the work is done once. */
export function onceEach<T>(work: (path: string, at: string) => Promise<T>): (path: string, at: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path, at) => {
    const key = `${path}@${at}`;
    const found = known.get(key) ?? work(path, at);
    known.set(key, found);
    return found;
  };
}
